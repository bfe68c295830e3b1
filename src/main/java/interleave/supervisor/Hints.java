package interleave.supervisor;

import java.util.stream.Stream;

/** What to look at, where the words of the JDK or of the kernel are those of a limit of this user's. */
public final class Hints {
    private Hints() {}

    /** A question to be put behind such words; empty behind all others. */
    public static String of(String words) {
        boolean processes = Stream.of(
                        "error=11,", "error: 11 ", "native thread", "Could not create ConcurrentMarkThread")
                .anyMatch(words::contains);
        if (processes) return "; is the limit of processes (ulimit -u) too low?";
        return words.contains("Too many open files") ? "; is the limit of open files (ulimit -n) too low?" : "";
    }
}
