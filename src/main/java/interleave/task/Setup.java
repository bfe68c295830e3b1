package interleave.task;

/**
 * What a task is given.
 *
 * @param cores how many CPUs the work can use
 * @param servicePort the HTTP service's port on loopback; 0 where none was named
 */
public record Setup(int cores, int servicePort) {}
