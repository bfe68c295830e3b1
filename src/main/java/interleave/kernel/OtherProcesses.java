package interleave.kernel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The use of the CPUs by all other processes: {@code utime}, {@code stime} and those of children that were waited
 * for, in {@code /proc/PID/stat}, of every process but this one, its descendants and the kernel's own. The kernel
 * scales these times by what it measured, so that they do not depend on its ticks. One thread.
 */
public final class OtherProcesses {
    private static final int PARENT = 1;
    private static final int FLAGS = 6;
    private static final int USER = 11;
    private static final int CHILDREN_USER = 13;
    private static final int START = 19;
    private static final long KERNEL_THREAD = 0x00200000;

    private final Path proc;
    private final long self;

    /** @param self the process id of the one whose family does not count */
    public OtherProcesses(Path proc, long self) {
        this.proc = proc;
        this.self = self;
    }

    /**
     * The use of each by then, by process id and start.
     *
     * @param all false where some may be hidden from this user: then not even the first process is seen
     */
    public record Sample(Map<String, Use> uses, boolean all) {
        /**
         * The time that they used since then. Of one that has ended meanwhile its last part is its parent's to tell, if
         * that has waited for it: then all that it ever used is added to the parent's children, and what it had before
         * is not of this time. Where the parent has ended too, it is the next ancestor's to tell.
         */
        public long since(Sample before) {
            Map<Long, Long> ended = new HashMap<>();
            Map<Long, Use> gone = new HashMap<>();
            before.uses.forEach((key, use) -> {
                if (!uses.containsKey(key)) gone.put(use.pid, use);
            });
            for (Use use : gone.values()) ended.merge(heir(use, gone), use.own + use.children, Long::sum);
            long sum = 0;
            for (Map.Entry<String, Use> each : uses.entrySet()) {
                Use now = each.getValue();
                Use then = before.uses.getOrDefault(each.getKey(), new Use(now.pid, now.parent, 0, 0));
                sum += Math.max(0, now.own - then.own);
                sum += Math.max(0, now.children - then.children - ended.getOrDefault(now.pid, 0L));
            }
            return sum;
        }

        /** The nearest ancestor that has not ended. */
        private static long heir(Use use, Map<Long, Use> gone) {
            Set<Long> seen = new HashSet<>();
            long parent = use.parent;
            while (gone.containsKey(parent) && seen.add(parent)) parent = gone.get(parent).parent;
            return parent;
        }
    }

    /** @param children nanoseconds of those that it has waited for */
    public record Use(long pid, long parent, long own, long children) {}

    private record One(Use use, String start) {}

    public Sample read() {
        Map<Long, One> all = new HashMap<>();
        String[] names = proc.toFile().list();
        for (String name : names == null ? new String[0] : names)
            if (Character.isDigit(name.charAt(0)))
                parse(KernelText.orNothing(proc.resolve(name).resolve("stat")))
                        .ifPresent(one -> all.put(one.use.pid, one));
        Map<String, Use> uses = new HashMap<>();
        for (One one : all.values()) if (!ours(one.use, all)) uses.put(one.use.pid + " " + one.start, one.use);
        return new Sample(uses, !KernelText.orNothing(proc.resolve("1/stat")).isEmpty());
    }

    private boolean ours(Use use, Map<Long, One> all) {
        Set<Long> seen = new HashSet<>();
        Optional<Use> next = Optional.of(use);
        while (next.isPresent() && seen.add(next.get().pid)) {
            if (next.get().pid == self) return true;
            next = Optional.ofNullable(all.get(next.get().parent)).map(One::use);
        }
        return false;
    }

    /** Empty for a process that has gone, or is a thread of the kernel: loopback traffic is not another's work. */
    private static Optional<One> parse(String stat) {
        // A name may hold anything.
        int name = stat.lastIndexOf(')');
        if (name < 0) return Optional.empty();
        String[] fields = stat.substring(name + 1).strip().split(" ");
        try {
            if (fields.length <= START || (Long.parseLong(fields[FLAGS]) & KERNEL_THREAD) != 0) return Optional.empty();
            long pid = Long.parseLong(stat.substring(0, stat.indexOf(' ')));
            Use use = new Use(pid, Long.parseLong(fields[PARENT]), nanos(fields, USER), nanos(fields, CHILDREN_USER));
            return Optional.of(new One(use, fields[START]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** User and system time, which follow each other. */
    private static long nanos(String[] fields, int user) {
        return (Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1])) * PidStat.NANOS_PER_TICK;
    }
}
