package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder of golden files, and who may write into it. */
final class Goldens {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Goldens() {}

    /**
     * Compares with the file of this name; {@code -Dgolden=update} writes it first: look at what has changed before you
     * keep it.
     */
    static void check(String name, String picture) throws IOException {
        Path file = FOLDER.resolve(name);
        if (update(System.getProperty("golden", ""), System.getenv()))
            Files.writeString(Files.createDirectories(file.getParent()).resolve(file.getFileName()), picture);
        assertTrue(Files.exists(file), "no golden " + file + "; -Dgolden=update makes it");
        assertEquals(Files.readString(file), picture, file.toString());
    }

    /**
     * True if goldens are to be written.
     *
     * @throws IllegalStateException where nobody looks at them afterwards: in CI
     */
    static boolean update(String property, Map<String, String> environment) {
        if (!property.equals("update")) return false;
        String ci = environment.getOrDefault("CI", "");
        if (!ci.isEmpty() && !ci.equals("false"))
            throw new IllegalStateException("-Dgolden=update is refused where CI is set: goldens are looked at first");
        return true;
    }

    /** The names of all files there are, with their folder. */
    static TreeSet<String> found() {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> found.add(FOLDER.relativize(file).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
