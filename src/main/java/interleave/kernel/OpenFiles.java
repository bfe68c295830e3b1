package interleave.kernel;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The check that this process may open the files that it takes. Where it may not, even the JVM can end in the middle,
 * with words of its own and without giving the terminal back; so it is asked before anything else.
 */
public final class OpenFiles {
    /** 68 were too few for the monitor's start, and it had 86 open while two runs began. */
    private static final int NEEDED = 96;

    private static final int LONGEST = 4096;

    private OpenFiles() {}

    /**
     * Why not, and what helps; empty if it may, or if the system does not tell.
     *
     * @param proc where the kernel's files are
     */
    // start-up: no path, because the first one of a JVM loads two libraries.
    public static Optional<String> tooFew(File proc) {
        byte[] bytes = new byte[LONGEST];
        try (FileInputStream limits = new FileInputStream(new File(proc, "self/limits"))) {
            int length = Math.max(0, limits.read(bytes));
            return tooFew(new String(bytes, 0, length, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            boolean none = String.valueOf(e.getMessage()).contains("Too many open files");
            return none ? Optional.of("no more open files are allowed: raise ulimit -n") : Optional.empty();
        }
    }

    private static Optional<String> tooFew(String limits) {
        OptionalLong allowed = ResourceLimits.soft(limits, ResourceLimits.OPEN_FILES);
        return allowed.isEmpty() || allowed.getAsLong() >= NEEDED
                ? Optional.empty()
                : Optional.of(
                        allowed.getAsLong() + " open files are allowed, and it takes " + NEEDED + ": raise ulimit -n");
    }
}
