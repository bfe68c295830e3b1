package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources that Maven does not compile, or only when somebody uses them. */
class OtherSourcesTest {
    /**
     * They need libraries that are not here: the formatter, which the gate calls anyway, and ICU, which whoever makes
     * the table of wide characters anew brings.
     */
    private static final Set<String> OF_OTHERS = Set.of("Format.java", "WideRangesMaker.java");

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"src/bench/java", "src/build"})
    void theyCompileWithoutAWarning(String folder) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-Xlint:all,-processing,-serial,-classfile",
                "-XDignore.symbol.file",
                "-Werror",
                "-d",
                classes.toString());
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(Path.of(folder))) {
            List<Path> all = sources.filter(OtherSourcesTest::isSource).toList();
            boolean compiled = javac.getTask(words, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call();
            assertEquals("", words.toString());
            assertEquals(true, compiled);
        }
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !OF_OTHERS.contains(name);
    }
}
