import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or writes the format of all Java sources, with palantir-java-format on the class path.
 *
 * <p>{@code java @config/formatter.options -cp CLASS-PATH src/build/Format.java check|write}, in the project's folder.
 */
class Format {
    private static final List<String> CHECK = List.of("--dry-run", "--set-exit-if-changed");
    private static final List<String> WRITE = List.of("--replace");

    private Format() {}

    public static void main(String[] arguments) throws IOException {
        List<String> mode = arguments[0].equals("write") ? WRITE : CHECK;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            Stream<String> sources = files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .sorted();
            com.palantir.javaformat.java.Main.main(
                    Stream.concat(Stream.concat(Stream.of("--palantir"), mode.stream()), sources)
                            .toArray(String[]::new));
        }
    }
}
