package interleave.child;

import interleave.kernel.ThreadLimits;
import interleave.task.Unable;
import java.nio.file.Path;

/** What went wrong, in one plain sentence. */
public final class Faults {
    static final String UNEXPECTED = "unexpected: ";

    private Faults() {}

    public static String words(Throwable why) {
        String message = String.valueOf(why.getMessage());
        if (why instanceof Unable) return message;
        if (message.contains("Too many open files"))
            return "too many open files: raise the limit (ulimit -n) or lower the concurrency";
        if (why instanceof OutOfMemoryError && message.contains("native thread"))
            return "no further thread could be created: " + limit() + ", or lower the concurrency";
        if (why instanceof OutOfMemoryError)
            return "out of memory (" + message + ", a heap of at most "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MiB): lower the concurrency";
        return UNEXPECTED + why;
    }

    private static String limit() {
        return ThreadLimits.reached(ThreadLimits.read(Path.of("/proc"), Path.of("/sys")))
                .map(limit -> limit.name() + " is reached, " + limit.cure())
                .orElse("memory is short, raise ulimit -v or the sysctl vm.max_map_count");
    }
}
