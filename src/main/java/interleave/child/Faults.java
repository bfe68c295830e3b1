package interleave.child;

import interleave.kernel.Reason;
import interleave.kernel.ThreadLimits;
import interleave.task.Unable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Plain sentences for what went wrong. */
public final class Faults {
    static final String UNEXPECTED = "unexpected";

    private Faults() {}

    /** Those of the first on the way to the innermost cause that was made for people, else those of that cause. */
    public static String words(Throwable why) {
        for (Throwable cause = why; ; cause = cause.getCause()) {
            Optional<String> known = known(cause);
            if (known.isPresent()) return known.get();
            if (cause.getCause() == null) return unexpected(Reason.of(why));
        }
    }

    private static String unexpected(String reason) {
        return reason.startsWith(UNEXPECTED) ? reason : UNEXPECTED + ": " + reason;
    }

    private static Optional<String> known(Throwable why) {
        String message = String.valueOf(why.getMessage());
        if (why instanceof Unable) return Optional.of(message);
        if (message.contains("Too many open files"))
            return Optional.of("too many open files: raise the limit (ulimit -n) or lower the concurrency");
        if (!(why instanceof OutOfMemoryError)) return Optional.empty();
        if (message.contains("native thread"))
            return Optional.of("no further thread could be created: " + limit() + ", or lower the concurrency");
        return Optional.of("out of memory (" + used(message) + "a heap of at most "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB): lower the concurrency");
    }

    /** Which memory it was, as the JVM names it. */
    private static String used(String message) {
        for (String one : List.of("Java heap space", "Metaspace", "direct buffer memory"))
            if (message.contains(one)) return one + ", ";
        return "";
    }

    private static String limit() {
        return ThreadLimits.reached(ThreadLimits.read(Path.of("/proc"), Path.of("/sys")))
                .map(limit -> limit.name() + " is reached, " + limit.cure())
                .orElse("memory is short, raise ulimit -v or the sysctl vm.max_map_count");
    }
}
