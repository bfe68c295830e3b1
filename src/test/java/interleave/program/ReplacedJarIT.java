package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy of the application folder in which a jar was replaced: its caches hold code that must not run any more. */
class ReplacedJarIT {
    /** As if an archive had given all of its files one time. */
    private static final String SAME_TIME =
            "same() { cp \"$1\" \"$2\" && touch -r \"${2%/*}/jars.sha256\" \"$2\"; }; same";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Program program = new Program();

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void aCopy() throws Exception {
        folder = temp.resolve("copy");
        assertEquals(0, shell("cp -a '" + Program.FOLDER + "' '" + folder + "'").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp", "cp -p", SAME_TIME})
    void theProgramRunsItsOwnCode(String copy) throws Exception {
        replace(copy, "interleave/Main", """
            package interleave;
            public class Main {
                public static void main(String[] arguments) {
                    System.out.println("new code");
                }
            }
            """);
        for (int start = 0; start < 2; start++)
            assertEquals("new code\n", shell(launcher() + " --version").out());
    }

    /**
     * JDK 25.0.3 compares times and sizes of jars of the boot loader alone: with another time or size of interleave.jar
     * workers ran old code.
     */
    @ParameterizedTest
    @ValueSource(strings = {"cp", "cp -p", SAME_TIME})
    void itsWorkersRunTheirOwnCode(String copy) throws Exception {
        replace(copy, "interleave/worker/WorkerMain", """
            package interleave.worker;
            public class WorkerMain {
                public static void main(String[] arguments) {
                    System.err.println("a worker of another build");
                    System.exit(9);
                }
            }
            """);
        for (int start = 0; start < 2; start++) {
            Program.Result run = shell(launcher() + " run hash/single --warmup 0s --duration 200ms");
            assertEquals(1, run.status(), run.toString());
            assertTrue(run.err().contains("a worker of another build"), run.toString());
        }
    }

    /** A JVM may refuse a cache for reasons of its own: programs start more slowly then, and say nothing of it. */
    @Test
    void aCacheThatTheJvmRefusesIsDoneWithout() throws Exception {
        for (String cache : List.of("monitor", "command", "worker"))
            Files.writeString(folder.resolve("lib/" + cache + ".aot"), "no cache");
        Program.Result version = shell(launcher() + " --version");
        assertTrue(version.out().matches("interleave .*\\n") && version.err().isEmpty(), version.toString());
        Program.Result run = shell(launcher() + " run hash/single --warmup 0s --duration 200ms");
        assertEquals(0, run.status(), run.toString());
        assertTrue(run.out().contains("verified") && !(run.out() + run.err()).contains("aot"), run.toString());
    }

    /** The first start in a plain copy gives the times back; after it the launcher gives the cache to the JVM. */
    @Test
    void aPlainCopyUsesItsCachesFromTheSecondStartOn() throws Exception {
        Path plain = temp.resolve("plain");
        assertEquals(0, shell("cp -r '" + Program.FOLDER + "' '" + plain + "'").status());
        assertNotEquals(time(Program.FOLDER), time(plain));
        assertEquals(0, shell("'" + plain + "/bin/interleave' --version").status());
        assertEquals(time(Program.FOLDER), time(plain));
    }

    /** A running program has the folder's files mapped: they must stay what they are. */
    @Test
    void aBuildIsPublishedByRenaming() throws Exception {
        Path jar = folder.resolve("lib/interleave.jar");
        Object before = Files.getAttribute(jar, "unix:ino");
        try (var open = Files.newByteChannel(jar)) {
            long size = open.size();
            String java = System.getProperty("java.home") + "/bin/java";
            String publish = "'" + java + "' src/build/Publish.java '" + Program.FOLDER + "' '" + folder + "'";
            assertEquals(0, shell(publish).status());
            assertNotEquals(before, Files.getAttribute(jar, "unix:ino"));
            assertEquals(size, open.size());
        }
        assertEquals(0, shell(launcher() + " --version").status());
        try (var left = Files.list(temp)) {
            assertEquals(List.of(folder), left.filter(Files::isDirectory).toList());
        }
    }

    private static List<FileTime> time(Path folder) throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (String file : List.of("jars.sha256", "interleave.jar", "lanterna-3.1.5.jar"))
            times.add(Files.getLastModifiedTime(folder.resolve("lib").resolve(file)));
        return times;
    }

    private String launcher() {
        return "'" + folder + "/bin/interleave'";
    }

    private void replace(String copy, String name, String source) throws Exception {
        Path sources = Files.createDirectories(temp.resolve("sources"));
        Path file = Files.writeString(sources.resolve(name.substring(name.lastIndexOf('/') + 1) + ".java"), source);
        Path classes = Files.createDirectories(temp.resolve("classes"));
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), file.toString()));
        Path other = temp.resolve("other.jar");
        Path jar = folder.resolve("lib/interleave.jar");
        Files.copy(jar, other);
        try (FileSystem entries = FileSystems.newFileSystem(other)) {
            Files.copy(
                    classes.resolve(name + ".class"),
                    entries.getPath(name + ".class"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        // Of another build, so before or after this one's.
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_740_000_000_000L));
        assertEquals(0, shell(copy + " '" + other + "' '" + jar + "'").status());
    }

    private Program.Result shell(String script) throws Exception {
        ProcessBuilder builder = program.marked(new ProcessBuilder("sh", "-c", script));
        builder.environment().put("XDG_STATE_HOME", temp.resolve("state").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return Program.result(process, LIMIT);
    }
}
