package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The kernel's account of a whole process, ended threads included, in one question over netlink (taskstats.rst in the
 * kernel's documentation). It takes CAP_NET_ADMIN in the first user namespace. One thread.
 */
public final class Taskstats implements Closeable {
    private static final int EPERM = 1;
    private static final int ESRCH = 3;

    /** The family that tells of families: its number, its command, the attributes for a name and a number. */
    private static final int GENL_ID_CTRL = 16;

    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;

    private static final int TASKSTATS_CMD_GET = 1;
    private static final int TASKSTATS_CMD_ATTR_TGID = 2;
    private static final int TASKSTATS_TYPE_STATS = 3;
    private static final int TASKSTATS_TYPE_AGGR_TGID = 5;

    /** Offsets in {@code struct taskstats}, the same since version 6 of it: later ones append. */
    private static final int SLICES = 16;

    private static final int WAITED_NANOS = 24;
    /** To the nanosecond, as getrusage has it; the field before it counts ticks, which short threads miss. */
    private static final int CPU_NANOS = 72;

    private static final int VOLUNTARY = 272;
    private static final int INVOLUNTARY = 280;
    private static final int LEAST_BYTES = INVOLUNTARY + Long.BYTES;

    /** So often does the thread that tries it give up its CPU. */
    private static final int WAITS = 20;

    private final GenericNetlink netlink;
    private final int family;

    private Taskstats(GenericNetlink netlink, int family) {
        this.netlink = netlink;
        this.family = family;
    }

    /** @throws Unreadable where the kernel has none, or this user may not ask */
    public static Taskstats open() throws IOException {
        GenericNetlink netlink = GenericNetlink.open();
        try {
            NetlinkMessage.write(
                    netlink.question(), GENL_ID_CTRL, CTRL_CMD_GETFAMILY, CTRL_ATTR_FAMILY_NAME, "TASKSTATS");
            Taskstats opened = new Taskstats(netlink, family(netlink.answer()));
            opened.of(1);
            return opened;
        } catch (IOException | RuntimeException e) {
            netlink.close();
            throw e;
        }
    }

    static int family(ByteBuffer answer) throws IOException {
        if (NetlinkMessage.error(answer) != 0) throw Unreadable.missing("this kernel has no taskstats");
        ByteBuffer id = NetlinkMessage.find(NetlinkMessage.attributes(answer), CTRL_ATTR_FAMILY_ID);
        if (id.limit() < Short.BYTES) throw Unreadable.malformed("the number of taskstats is cut off");
        return id.getShort(0) & 0xffff;
    }

    /**
     * The totals of a process; empty if there is none of that number.
     *
     * @throws Unreadable if this user may not ask, or the answer is not as expected
     */
    public Optional<SwitchTotals> of(int pid) throws IOException {
        NetlinkMessage.write(netlink.question(), family, TASKSTATS_CMD_GET, TASKSTATS_CMD_ATTR_TGID, pid);
        return parse(netlink.answer());
    }

    static Optional<SwitchTotals> parse(ByteBuffer answer) throws IOException {
        switch (NetlinkMessage.error(answer)) {
            case 0 -> {}
            case ESRCH -> {
                return Optional.empty();
            }
            case EPERM -> throw Unreadable.missing("taskstats take CAP_NET_ADMIN");
            default -> throw Unreadable.malformed("taskstats refuse to answer");
        }
        ByteBuffer process = NetlinkMessage.find(NetlinkMessage.attributes(answer), TASKSTATS_TYPE_AGGR_TGID);
        ByteBuffer stats = NetlinkMessage.find(process, TASKSTATS_TYPE_STATS);
        if (stats.limit() < LEAST_BYTES) throw Unreadable.malformed("the kernel's taskstats are cut off");
        boolean counts = stats.getLong(SLICES) > 0;
        return Optional.of(new SwitchTotals(
                stats.getLong(CPU_NANOS),
                stats.getLong(VOLUNTARY),
                stats.getLong(INVOLUNTARY),
                counts ? OptionalLong.of(stats.getLong(WAITED_NANOS)) : OptionalLong.empty(),
                SwitchTotals.Source.TASKSTATS));
    }

    /**
     * True if threads that have ended are in the totals: kernels before a fix of 2026 dropped their switches, and no
     * version tells, since it went into old ones too. So a thread of ours ends, and by how much the totals grow is held
     * against {@link Rusage}.
     */
    public boolean keepsEndedThreads(int ownPid) throws IOException {
        Rusage rusage = Rusage.ofThisProcess();
        Optional<SwitchTotals> before = of(ownPid);
        Rusage.Used from = rusage.read();
        endAThread();
        Rusage.Used to = rusage.read();
        Optional<SwitchTotals> after = of(ownPid);
        return before.isPresent()
                && after.isPresent()
                && hasThoseOf(
                        to.switches() - from.switches(),
                        after.get().switches() - before.get().switches());
    }

    /**
     * The wider of two spans has at least the switches of the narrower, less those of a thread that ended after it had
     * been added to its process's totals: the kernel does that early in {@code do_exit}, and a switch on the rest of
     * the way, one in 300 threads or so, is in getrusage alone.
     */
    static boolean hasThoseOf(long narrower, long wider) {
        return wider > narrower - WAITS / 2;
    }

    private static void endAThread() {
        Thread thread = Thread.ofPlatform().name("taskstats-test").start(() -> {
            for (int i = 0; i < WAITS; i++) LockSupport.parkNanos(1000);
        });
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    @Override
    public void close() {
        netlink.close();
    }
}
