package interleave.supervisor;

import interleave.kernel.ThreadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The limit that was reached, where the words of the JDK or of the kernel are those of a limit. */
public final class Hints {
    private Hints() {}

    /** To be put behind such words; empty behind all others. */
    public static String of(String words) {
        return of(words, Hints::limits);
    }

    /** The limits are asked for only where the words are those of one. */
    static String of(String words, java.util.function.Supplier<List<ThreadLimits.Limit>> limits) {
        if (aboutThreads(words)) return "; " + threads(ThreadLimits.reached(limits.get()));
        return words.contains("Too many open files") ? "; the limit of open files is reached: raise ulimit -n" : "";
    }

    private static boolean aboutThreads(String words) {
        return Stream.of("error=11,", "error: 11 ", "native thread", "Could not create ConcurrentMarkThread")
                .anyMatch(words::contains);
    }

    private static String threads(Optional<ThreadLimits.Limit> reached) {
        return reached.map(limit -> limit.name() + " is reached: " + limit.cure())
                .orElse("no limit on threads is near now: memory may be short (ulimit -v, vm.max_map_count)");
    }

    private static List<ThreadLimits.Limit> limits() {
        return ThreadLimits.read(Path.of("/proc"), Path.of("/sys"));
    }
}
