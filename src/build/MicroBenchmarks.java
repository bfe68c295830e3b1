import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles and runs the micro-benchmarks of {@code src/bench/java}, with JMH, its annotation processor and the compiled
 * program on the class path.
 *
 * <p>{@code java -cp CLASS-PATH src/build/MicroBenchmarks.java NAME}, in the project's folder; NAME is a regular
 * expression.
 */
class MicroBenchmarks {
    private static final Path CLASSES = Path.of("target/bench-classes");

    private MicroBenchmarks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String libraries = System.getProperty("java.class.path");
        Files.createDirectories(CLASSES);
        List<String> options = new ArrayList<>(List.of("-proc:full", "-cp", libraries, "-d", CLASSES.toString()));
        try (Stream<Path> files = Files.walk(Path.of("src/bench/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(options::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0)
            System.exit(1);
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        System.exit(new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        CLASSES + ":" + libraries,
                        "org.openjdk.jmh.Main",
                        arguments[0])
                .inheritIO()
                .start()
                .waitFor());
    }
}
