package interleave.metric;

import java.util.List;

/**
 * All processes of the machine, to choose from, at one tick. Immutable.
 *
 * @param all those that this user may see, and watched ones that have ended
 * @param there whether they were looked at; nobody looks at them unless somebody wants to choose
 * @param unread why they could not be listed in this tick; empty if they could
 */
public record ProcessTable(List<Row> all, boolean there, String unread) {
    public ProcessTable(List<Row> all, boolean there) {
        this(all, there, "");
    }

    public static final ProcessTable NONE = new ProcessTable(List.of(), false);

    /** The remark of the kernel's own: there are dozens, and nothing about them is odd. */
    public static final String KERNEL_THREAD = "kernel thread";

    /**
     * A process.
     *
     * @param name as the kernel has it, without control characters
     * @param command its command line; empty of those that have none, as the kernel's own
     * @param remark what it is if no ordinary process, or why it cannot be looked at; empty if it is one
     * @param threads 0 where they are not known
     * @param exact whether the switches are of all its threads, ended ones included; else at least so many
     */
    public record Row(
            ProcessReadings.Id id,
            String name,
            String command,
            String remark,
            int threads,
            Reading cpuPercent,
            Reading switchesPerSecond,
            boolean exact) {}
}
