package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /proc/self/fd}: what this process has open, by number (proc_pid_fd(5)). */
public final class Descriptors {
    private Descriptors() {}

    /** True if a descriptor is of a terminal; false where there is no {@code /proc}. */
    public static boolean isTerminal(Path proc, int number) {
        String target = target(folder(proc).resolve(String.valueOf(number)))
                .map(Path::toString)
                .orElse("");
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    }

    /**
     * A name under which an open file can be opened again, though it may have lost its own.
     *
     * @throws IOException if it is not open
     */
    public static Path of(Path proc, Path file) throws IOException {
        List<Path> descriptors;
        try (Stream<Path> all = Files.list(folder(proc))) {
            descriptors = all.toList();
        }
        Optional<Path> real = Optional.of(file.toRealPath());
        for (Path descriptor : descriptors) if (target(descriptor).equals(real)) return descriptor;
        throw new IOException(folder(proc) + " does not list " + file);
    }

    /** The number of a descriptor that {@link #of} has given. */
    public static int number(Path descriptor) {
        return Integer.parseInt(descriptor.getFileName().toString());
    }

    private static Path folder(Path proc) {
        return proc.resolve("self/fd");
    }

    /** Empty once it was closed. */
    private static Optional<Path> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
