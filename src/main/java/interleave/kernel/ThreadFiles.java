package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of threads below {@code /proc/PID/task}. Seen here, of one thread: {@code schedstat} 6.6 microseconds, 1.4
 * where it is kept open, {@code stat} 8, {@code status} 12, {@code wchan} 7; a list 1.3 for each thread in it. So the
 * counters of the first threads are kept open, and the rest is asked of those that did something, of which the last are
 * kept open as well. One thread.
 */
public final class ThreadFiles implements Closeable {
    /** So many are kept open: 15,000 would take 5 MB. */
    private static final int KEPT = 400;

    /** Of the other files, those of as many threads as a screen has room for. */
    private static final int STATES_KEPT = 64 * 3;

    /** Longer than any {@code schedstat}. */
    private static final int BUFFER = 128;

    private static final String SCHEDSTAT = "schedstat";

    /** Of any file here, unless the root is a strange one. */
    private static final int LONGEST_NAME = 4096;

    private static final String[] OF_STATE = {"stat", "status", "wchan"};

    private final String proc;
    private final FileCalls calls = new FileCalls(LONGEST_NAME);
    private final byte[] buffer = new byte[BUFFER];
    private final NumberedFolders folders = new NumberedFolders();
    private final ReusedText text = new ReusedText();
    private final KeptTexts states = new KeptTexts(STATES_KEPT);
    /** By thread, as numbers of descriptors. */
    private final Map<Integer, Integer> kept = new HashMap<>();

    public ThreadFiles(Path proc) {
        this.proc = proc + "/";
    }

    /**
     * The threads of a process in ascending order; none where it is gone, or this user may not see them.
     *
     * @throws Unreadable if its list is there, and cannot be opened
     */
    public int[] threads(int pid) throws Unreadable {
        return folders.in(proc + pid + "/task");
    }

    /**
     * Its counters of now; empty where it has just ended. Where the kernel keeps no account, by other files.
     *
     * @throws Unreadable if it goes on, and its files cannot be opened
     */
    public Optional<ThreadCounters> counters(int pid, int thread) throws Unreadable {
        try {
            SchedStat account = SchedStat.parse(schedstat(pid, thread));
            if (!account.equals(SchedStat.NOTHING)) return Optional.of(ThreadCounters.of(account));
        } catch (Unreadable e) {
            if (!e.missing()) return ended(e);
        } catch (IOException e) {
            return Optional.empty();
        }
        return bySwitches(pid, thread);
    }

    /** Of a thread that has never run, or of a kernel that does not count: what else there is. */
    private Optional<ThreadCounters> bySwitches(int pid, int thread) throws Unreadable {
        try {
            long cpuNanos = ThreadStat.parse(text(pid, thread, "stat")).cpuNanos();
            long[] both = switches(text(pid, thread, "status"));
            boolean ran = both[0] + both[1] > 0 || cpuNanos > 0;
            return Optional.of(new ThreadCounters(cpuNanos, 0, both[0] + both[1], !ran));
        } catch (IOException e) {
            return ended(e);
        }
    }

    /** Empty, unless a thread that goes on could not be looked at. */
    private static <T> Optional<T> ended(IOException e) throws Unreadable {
        if (e instanceof Unreadable unreadable && unreadable.refused()) throw unreadable;
        return Optional.empty();
    }

    /**
     * All that is told of it now; empty where it has just ended.
     *
     * @throws Unreadable if it goes on, and its files cannot be opened
     */
    public Optional<ThreadState> state(int pid, int thread) throws Unreadable {
        try {
            ThreadStat stat = ThreadStat.parse(states.of(name(pid, thread, "stat")));
            long[] both = switches(states.of(name(pid, thread, "status")));
            boolean waits = stat.state() == 'S' || stat.state() == 'D';
            return Optional.of(new ThreadState(
                    stat.name(),
                    stat.state(),
                    stat.kernelThread(),
                    stat.startTicks(),
                    stat.cpu(),
                    both[0],
                    both[1],
                    waits ? waitsIn(pid, thread) : ""));
        } catch (IOException e) {
            return ended(e);
        }
    }

    /** Voluntary and involuntary ones. */
    private static long[] switches(Cursor status) throws IOException {
        if (!status.seekLine("voluntary_ctxt_switches:")) throw status.malformed("it has no switches");
        long voluntary = status.number();
        if (!status.seekLine("nonvoluntary_ctxt_switches:")) throw status.malformed("it has no switches");
        return new long[] {voluntary, status.number()};
    }

    /** Whoever may not know is told 0. */
    private String waitsIn(int pid, int thread) {
        try {
            String function = states.of(name(pid, thread, "wchan")).word();
            return function.equals("0") ? "" : function;
        } catch (IOException e) {
            return "";
        }
    }

    private Cursor schedstat(int pid, int thread) throws IOException {
        Integer known = kept.get(thread);
        if (known == null && kept.size() >= KEPT) return text(pid, thread, SCHEDSTAT);
        String name = SCHEDSTAT;
        if (known == null) {
            name = name(pid, thread, SCHEDSTAT);
            known = calls.open(name);
            kept.put(thread, known);
        }
        int length = calls.readAgain(known, buffer);
        if (length < 0) throw Unreadable.malformed(name + " cannot be read");
        return new Cursor(name, buffer, length);
    }

    private Cursor text(int pid, int thread, String file) throws IOException {
        return text.of(name(pid, thread, file));
    }

    private String name(int pid, int thread, String file) {
        return proc + pid + "/task/" + thread + "/" + file;
    }

    /** The thread has ended. */
    public void forget(int pid, int thread) {
        Integer known = kept.remove(thread);
        if (known != null) calls.close(known);
        for (String file : OF_STATE) states.forget(name(pid, thread, file));
    }

    @Override
    public void close() {
        for (int descriptor : kept.values()) calls.close(descriptor);
        kept.clear();
        states.close();
    }
}
