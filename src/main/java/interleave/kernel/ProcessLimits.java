package interleave.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The limits of the system on this process; one that cannot be read limits nothing.
 *
 * @param files open at once: the soft limit, which HotSpot raises to the hard one at its start
 * @param threads gives each of the limits on threads, as they are when it is asked: a user's threads take a look at all
 *     processes, which only those who start threads wait for
 * @param maps memory mappings
 */
public record ProcessLimits(long files, Supplier<List<ThreadLimits.Limit>> threads, long maps) {
    private static final long UNLIMITED = Long.MAX_VALUE;

    /** @param root where {@code proc} and {@code sys} are */
    public static ProcessLimits read(Path root) {
        Path proc = root.resolve("proc");
        return new ProcessLimits(
                ResourceLimits.soft(KernelText.orNothing(proc.resolve("self/limits")), ResourceLimits.OPEN_FILES)
                        .orElse(UNLIMITED),
                () -> ThreadLimits.read(proc, root.resolve("sys")),
                number(KernelText.orNothing(proc.resolve("sys/vm/max_map_count"))));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return UNLIMITED;
        }
    }
}
