package interleave.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The whole text of a file of the kernel. It is bytes: the name of a mount point, a process or a cgroup can be
 * anything, and what is no UTF-8 becomes U+FFFD, so that it hides nothing else.
 */
public final class KernelText {
    /** More than any sysctl, of which a second read finds the end, however little the first one took. */
    private static final int FIRST_READ = 16 * 1024;

    private KernelText() {}

    /** @throws Unreadable if there is no such file, or it cannot be read */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[FIRST_READ];
            int length = 0;
            for (int read; (read = in.read(bytes, length, bytes.length - length)) > 0; ) {
                length += read;
                if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
            }
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw Unreadable.missing(file + ": it does not exist");
        } catch (IOException e) {
            throw Unreadable.of(file.toString(), "read", e);
        }
    }

    /** The text, or nothing where it cannot be read. */
    public static String orNothing(Path file) {
        try {
            return of(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** The lines of a text, without their ends. */
    // start-up: not as a stream, the first of which takes 5 ms
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            if (end < 0) end = text.length();
            lines.add(text.substring(at, end));
            at = end + 1;
        }
        return lines;
    }

    /** The rest of the line that begins with {@code name}, without blanks around it; empty if there is none. */
    public static Optional<String> field(String text, String name) {
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            if (end < 0) end = text.length();
            if (text.startsWith(name, at))
                return Optional.of(
                        text.substring(Math.min(end, at + name.length()), end).strip());
            at = end + 1;
        }
        return Optional.empty();
    }

    /**
     * A path of text that is not ours; empty where the locale has no bytes for its letters, so that no file is called
     * so.
     */
    public static Optional<Path> path(String first, String... more) {
        try {
            return Optional.of(Path.of(first, more));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
