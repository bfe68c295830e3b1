package interleave.supervisor;

import interleave.kernel.MemoryLimits;
import interleave.kernel.ThreadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The limit that was reached, where the words of the JDK or of the kernel are those of a limit. */
public final class Hints {
    private static final Path PROC = Path.of("/proc");
    private static final Path SYS = Path.of("/sys");

    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;
    private static final long SECOND_MICROS = 1_000_000;

    private Hints() {}

    /** To be put behind such words; empty behind all others. */
    public static String of(String words) {
        return of(words, () -> ThreadLimits.read(PROC, SYS), () -> MemoryLimits.read(PROC, SYS));
    }

    /** The limits are asked for only where the words are those of one. */
    static String of(
            String words, Supplier<List<ThreadLimits.Limit>> threads, Supplier<List<MemoryLimits.Limit>> memory) {
        if (aboutThreads(words)) return "; " + threads(threads.get());
        if (aboutMemory(words)) return memory(memory.get());
        return words.contains("Too many open files") ? "; the limit of open files is reached: raise ulimit -n" : "";
    }

    /** Of a JVM that ended without a word before it began: a limit that may have been in its way. */
    static String ofSilence() {
        return ThreadLimits.reached(ThreadLimits.read(PROC, SYS))
                .map(limit -> ": " + limit.name() + " is reached: " + limit.cure())
                .orElse("");
    }

    /**
     * Of a process that was killed by a signal which the kernel sends at {@code ulimit -t}: at the lower of its limits
     * SIGXCPU, at the higher SIGKILL, which others send too. Then it had used about as much.
     */
    static String ofSignal(int signal, long cpuMicros, OptionalLong limitSeconds) {
        if (limitSeconds.isEmpty() || signal != SIGKILL && signal != SIGXCPU) return "";
        long limit = limitSeconds.getAsLong();
        boolean near = cpuMicros == 0 || cpuMicros >= limit * SECOND_MICROS / 2;
        if (signal == SIGKILL && !near) return "";
        return ": ulimit -t gives each process " + limit + " s of CPU time: raise it";
    }

    /**
     * Of a process that was killed by a signal which the kernel sends where memory has run out.
     *
     * @param kernelKills whether it has done so in this cgroup, then or before
     */
    static String ofKill(int signal, boolean kernelKills, Optional<MemoryLimits.Limit> limit) {
        if (signal != SIGKILL || !kernelKills) return "";
        String whose = limit.map(tightest -> tightest.words() + ": raise it, or lower --heap")
                .orElse("the machine's is short");
        return ": it may have been the kernel, for want of memory: " + whose;
    }

    private static boolean aboutThreads(String words) {
        return words.contains("Could not create ") && words.contains("Thread")
                || Stream.of(
                                "error=11,",
                                "error: 11 ",
                                "native thread",
                                "Out of system resources",
                                "pthread_create failed",
                                "refinement thread",
                                "Failed to create worker thread",
                                "Failed to create ZWorkers",
                                "Failed to create ZRuntimeWorkers")
                        .anyMatch(words::contains);
    }

    private static boolean aboutMemory(String words) {
        return Stream.of(
                        "error=12,",
                        "error: 12 ",
                        "Could not allocate",
                        "Could not reserve",
                        "Cannot allocate memory",
                        "insufficient memory",
                        "failed to map")
                .anyMatch(words::contains);
    }

    private static String threads(List<ThreadLimits.Limit> threads) {
        return ThreadLimits.reached(threads)
                .map(limit -> limit.name() + " is reached: " + limit.cure())
                .orElse("no limit on threads is near now: memory may be short (ulimit -v, vm.max_map_count)");
    }

    private static String memory(List<MemoryLimits.Limit> limits) {
        if (limits.isEmpty()) return "; the machine's memory is short";
        return "; "
                + limits.stream().map(MemoryLimits.Limit::words).collect(Collectors.joining(", and "))
                + ": raise it, or lower --heap";
    }
}
