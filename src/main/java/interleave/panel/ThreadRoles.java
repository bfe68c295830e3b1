package interleave.panel;

import java.util.List;

/**
 * The purpose of threads, by the names that a JVM and our own runs give them: names as the kernel keeps them, 15 bytes.
 */
final class ThreadRoles {
    private record Role(String begin, String words) {}

    /** Of any JVM. */
    private static final List<Role> JVM = List.of(
            new Role("GC Thread#", "collects garbage"),
            new Role("G1 ", "garbage collector's"),
            new Role("ZGC", "garbage collector's"),
            new Role("ZDriver", "garbage collector's"),
            new Role("ZWorker", "garbage collector's"),
            new Role("Shenandoah", "garbage collector's"),
            new Role("VM Thread", "the JVM's pauses"),
            new Role("VM Periodic Tas", "the JVM's clock"),
            new Role("C1 CompilerThre", "compiles, quickly"),
            new Role("C2 CompilerThre", "compiles, well"),
            new Role("Reference Handl", "clears references"),
            new Role("Finalizer", "runs finalizers"),
            new Role("Signal Dispatch", "takes signals"),
            new Role("Service Thread", "serves the JVM's tools"),
            new Role("Monitor Deflati", "cleans up locks"),
            new Role("Common-Cleaner", "closes what was forgotten"),
            new Role("Notification Th", "tells of memory"),
            new Role("Attach Listener", "answers jcmd"),
            new Role("VirtualThread-u", "wakes virtual threads that time out"),
            new Role("MasterPoller", "waits for virtual threads' input"),
            new Role("Read-Poller", "waits for virtual threads' input"),
            new Role("Write-Poller", "waits for virtual threads' output"),
            new Role("ForkJoinPool.co", "common pool"),
            new Role("Native Heap Tri", "gives memory back"),
            new Role("process reaper ", "waits for child processes"),
            new Role("ForkJoinPool-1-", "carries virtual threads, or steals work"));

    /** Of our own runs. */
    private static final List<Role> RUN = List.of(
            new Role("event-loop-", "an event loop"),
            new Role("pool-", "does tasks from the queue"),
            new Role("stealing-", "does tasks, and steals them"),
            new Role("task", "does one task, and ends"),
            new Role("single", "does all tasks"),
            new Role("partner", "the other party of a hand-over"),
            new Role("file-", "reads for the file channel"),
            new Role("plan", "starts tasks by the plan"),
            new Role("frames", "reports the numbers"),
            new Role("orders", "takes the monitor's orders"),
            new Role("time limit", "ends the run in time"),
            new Role("service", "answers requests"),
            new Role("deadlock-watch", "looks for deadlocks"),
            new Role("carriers", "sets the number of carriers"),
            new Role("closing", "closes connections"),
            new Role("end", "ends the run in order"),
            new Role("java", "began the process"));

    private ThreadRoles() {}

    /** Empty for those that nobody knows. */
    static String of(String name, boolean ofARun) {
        if (ofARun) {
            String words = find(name, RUN);
            if (!words.isEmpty()) return words;
        }
        return find(name, JVM);
    }

    private static String find(String name, List<Role> roles) {
        for (Role role : roles) if (name.startsWith(role.begin())) return role.words();
        return "";
    }
}
