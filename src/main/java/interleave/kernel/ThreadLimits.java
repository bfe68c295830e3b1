package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything that limits how many threads this process may have. What cannot be read limits nothing. */
public final class ThreadLimits {
    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_SYS_RESOURCE = 24;

    /** The room that is too little to be sure: a JVM that failed has often ended since, and left some 20 threads. */
    private static final int NEAR = 64;

    private static final String ALL_USERS = "4294967295";

    /**
     * One limit.
     *
     * @param name what it is called where it is set
     * @param room how many more threads there may be
     * @param cure what helps, as an order
     */
    public record Limit(String name, long room, String cure) {}

    private ThreadLimits() {}

    /** Those of now, with a look at every process of this machine for the limit that counts a user's threads. */
    public static List<Limit> read(Path proc, Path sys) {
        List<Limit> limits = new ArrayList<>();
        ofUser(proc).ifPresent(limits::add);
        for (Pids.Level level : levels(proc, sys))
            limits.add(new Limit(
                    level.file().toString(), level.room(), "raise it, as TasksMax= does for a unit of systemd"));
        long running = running(proc);
        ofMachine(proc, "threads-max", running).ifPresent(limits::add);
        ofMachine(proc, "pid_max", running).ifPresent(limits::add);
        return List.copyOf(limits);
    }

    /**
     * The one that was in the way when a thread or a process could not be started just now; empty where it is none of
     * these.
     */
    public static Optional<Limit> reached(List<Limit> limits) {
        Optional<Limit> tightest = Optional.empty();
        for (Limit limit : limits)
            if (limit.room < NEAR && (tightest.isEmpty() || limit.room < tightest.get().room))
                tightest = Optional.of(limit);
        return tightest;
    }

    private static List<Pids.Level> levels(Path proc, Path sys) {
        try {
            return new Pids(proc, sys).read();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Limit> ofUser(Path proc) {
        OptionalLong most =
                ResourceLimits.soft(KernelText.orNothing(proc.resolve("self/limits")), ResourceLimits.PROCESSES);
        if (most.isEmpty() || boundless(proc)) return Optional.empty();
        return Optional.of(new Limit("ulimit -u", less(most.getAsLong(), threadsOfUser(proc)), "raise ulimit -u"));
    }

    /**
     * Does RLIMIT_NPROC bind this process? Not user 0 of the machine itself, nor who has CAP_SYS_RESOURCE or
     * CAP_SYS_ADMIN there (copy_process in kernel/fork.c). User 0 of a user namespace is another user outside, and its
     * capabilities hold inside alone (user_namespaces(7)).
     */
    static boolean boundless(Path proc) {
        String status = KernelText.orNothing(proc.resolve("self/status"));
        Optional<String> uid = KernelText.field(status, "Uid:").map(ids -> ids.split("\\s+")[0]);
        if (uid.isEmpty()) return true;
        String[] map =
                KernelText.orNothing(proc.resolve("self/uid_map")).strip().split("\\s+");
        boolean namespace = map.length >= 3 && !(map[0].equals("0") && map[1].equals("0") && map[2].equals(ALL_USERS));
        if (namespace) return uid.get().equals(map[0]) && map[1].equals("0");
        return uid.get().equals("0") || capable(status);
    }

    private static boolean capable(String status) {
        try {
            long effective =
                    Long.parseUnsignedLong(KernelText.field(status, "CapEff:").orElse("0"), 16);
            return (effective & (1L << CAP_SYS_RESOURCE | 1L << CAP_SYS_ADMIN)) != 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Of all processes of our real user; 0 where none can be seen. */
    private static long threadsOfUser(Path proc) {
        Optional<String> ours = realUser(KernelText.orNothing(proc.resolve("self/status")));
        String[] names = proc.toFile().list();
        if (names == null || ours.isEmpty()) return 0;
        long threads = 0;
        for (String name : names) {
            if (!Character.isDigit(name.charAt(0))) continue;
            String status = KernelText.orNothing(proc.resolve(name).resolve("status"));
            if (realUser(status).equals(ours))
                threads += KernelText.field(status, "Threads:")
                        .flatMap(ThreadLimits::number)
                        .orElse(0L);
        }
        return threads;
    }

    private static Optional<String> realUser(String status) {
        return KernelText.field(status, "Uid:").map(ids -> ids.split("\\s+")[0]);
    }

    private static Optional<Limit> ofMachine(Path proc, String sysctl, long running) {
        return number(KernelText.orNothing(proc.resolve("sys/kernel").resolve(sysctl)))
                .map(most -> new Limit("kernel." + sysctl, less(most, running), "raise that sysctl"));
    }

    /** All threads of the machine. */
    private static long running(Path proc) {
        try {
            return new LoadAverage(proc).read().threads();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long less(long most, long used) {
        return Math.max(0, most - used);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
