package interleave.metric;

/**
 * One of the processes that switch most.
 *
 * @param name as the kernel has it, without control characters
 * @param switchesPerSecond over the time since it was looked at before
 * @param exact whether all its threads are in it, ended ones too; else it is at least so much
 */
public record BusyProcess(int pid, String name, double switchesPerSecond, boolean exact) {}
