package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder that the build makes, as its users get it: run, copied, linked to, and short of this or that. */
class ApplicationFolderIT {
    private static final Path FOLDER = Path.of(System.getProperty("interleave.folder"));
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path temp;

    /** Links out of the temporary folder: JUnit would warn of each that it finds there. */
    private final List<Path> links = new ArrayList<>();

    @AfterEach
    void removeLinks() throws IOException {
        for (Path link : links) Files.delete(link);
    }

    /** The output of a process and its exit status. */
    private record Ended(int status, String out, String err) {}

    @Test
    void runsWithNothingInTheEnvironmentFromAnyFolder() throws Exception {
        assertEquals(expected(), run(temp, NOTHING, launcher(FOLDER)));
        assertEquals(expected(), run(Path.of("/"), Map.of("PATH", ""), launcher(FOLDER)));
        assertEquals(expected(), run(FOLDER.resolve("bin"), NOTHING, "./interleave"));
        assertEquals(expected(), run(FOLDER, Map.of("PATH", "bin"), "/bin/sh", "-c", "interleave --version"));
    }

    @Test
    void runsThroughLinks() throws Exception {
        Path direct = link("one", FOLDER.resolve("bin/interleave"));
        Path relative = link("two", Path.of("one"));
        Path folder = link("folder", FOLDER);
        assertEquals(expected(), run(temp, NOTHING, direct.toString()));
        assertEquals(expected(), run(temp, Map.of("PATH", ""), relative.toString()));
        assertEquals(expected(), run(temp, NOTHING, launcher(folder)));
    }

    @ParameterizedTest
    @CsvSource({
        "monitor, monitor, interleave.Main",
        "command, monitor, interleave.Main",
        "worker, worker, interleave.worker.WorkerMain"
    })
    void everyCacheIsUsedWhereItWasMadeAndInEveryCopy(String cache, String options, String main) throws Exception {
        Path copied = copied("cp -r \"$0\" \"$1\"");
        Path unpacked = copied("mkdir \"$1\" && tar cf - -C \"$0\" . | tar xmf - -C \"$1\"");
        Path linked = link("linked", FOLDER);
        for (Path folder : List.of(FOLDER, copied, unpacked, linked)) {
            // The first start in a copy gives the jars their times back.
            assertEquals(expected(), run(temp, NOTHING, launcher(folder)));
            Ended ended = loadingOf(folder, cache, options, main, "--version");
            assertTrue(
                    ended.out().lines().anyMatch(line -> line.contains(" " + main + " source: shared objects")),
                    folder + ": " + ended);
        }
    }

    /** Classes of a version before 50 are in no cache; picocli's jar comes with those, and the build raises them. */
    @ParameterizedTest
    @ValueSource(strings = {"list --format json", "once --interval 250ms", "--help"})
    void noClassOfACommandComesFromAJar(String command) throws Exception {
        Ended ended = loadingOf(FOLDER, "command", "monitor", "interleave.Main", command.split(" "));
        assertEquals(0, ended.status(), ended.err());
        List<String> picocli =
                ended.out().lines().filter(line -> line.contains(" picocli.")).toList();
        assertTrue(picocli.size() > 100, picocli.toString());
        assertEquals(
                List.of(),
                picocli.stream()
                        .filter(line -> !line.contains("shared objects"))
                        .toList());
    }

    /** Runs the main class with a cache; the JVM prints which classes it loads, and from where. */
    private Ended loadingOf(Path folder, String cache, String options, String main, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("runtime/bin/java").toString(),
                "@" + folder.resolve("lib/" + options + ".options"),
                "-XX:AOTCache=" + folder.resolve("lib/" + cache + ".aot"),
                "-Xlog:class+load",
                "-cp",
                folder.resolve("lib/interleave.jar").toString(),
                main));
        command.addAll(List.of(arguments));
        if (options.equals("monitor")) command.add(1, "-Xbootclasspath/a:" + bootJars(folder));
        return run(temp, NOTHING, command.toArray(String[]::new));
    }

    /** The jars that the launcher gives to the boot loader. */
    private static String bootJars(Path folder) throws IOException {
        String option = "\"-Xbootclasspath/a:";
        return Files.readString(folder.resolve("bin/interleave"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(option))
                .map(line -> line.substring(option.length(), line.lastIndexOf('"')))
                .map(jars -> jars.replace("$home", folder.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** A jar that is missing there would be found only when a class of it is needed. */
    @Test
    void theMonitorsJvmHasEveryJarThatIsNotForWorkersAlone() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER.resolve("lib"))) {
            Set<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("netty-"))
                    .collect(Collectors.toSet());
            List<String> given = Stream.of(bootJars(FOLDER).split(":"))
                    .map(jar -> FOLDER.resolve("lib").relativize(Path.of(jar)).toString())
                    .toList();
            assertEquals("interleave.jar", given.getFirst());
            assertEquals(jars, Set.copyOf(given));
        }
    }

    @Test
    void aCacheThatDoesNotFitIsPassedOverInSilence() throws Exception {
        Path copy = copied("cp -r \"$0\" \"$1\"");
        Files.write(copy.resolve("lib/command.aot"), new byte[4096]);
        assertEquals(expected(), run(temp, NOTHING, launcher(copy)));
        Files.delete(copy.resolve("lib/command.aot"));
        assertEquals(expected(), run(temp, NOTHING, launcher(copy)));
        Files.copy(copy.resolve("lib/worker.aot"), copy.resolve("lib/command.aot"));
        assertEquals(expected(), run(temp, NOTHING, launcher(copy)));
    }

    @Test
    void optionsMeantForOtherJvmsAreNotHeard() throws Exception {
        var environment = Map.of("JAVA_TOOL_OPTIONS", "-Xmx1k", "JDK_JAVA_OPTIONS", "-Xmx1k", "CLASSPATH", "/none");
        assertEquals(expected(), run(temp, environment, launcher(FOLDER)));
    }

    /** In a locale without the letters of its name too; the shell writes that name, since this JVM may have no such. */
    @Test
    void aFolderMayHaveAnyNameInAnyLocale() throws Exception {
        String script = """
            folder="$1/dossier (\\303\\251t\\303\\251) 1"
            folder=$(printf "$folder")
            cp -r "$0" "$folder"
            LC_ALL=C "$folder/bin/interleave" --version && "$folder/bin/interleave" --version
            status=$?
            rm -r "$folder"
            exit $status
            """;
        Ended ended = run(temp, System.getenv(), "/bin/sh", "-c", script, FOLDER.toString(), temp.toString());
        String version = expected().out();
        assertEquals(new Ended(0, version + version, ""), ended);
    }

    @Test
    void aFolderThatNoRuntimeWorksInSaysSoInOneLine() throws Exception {
        Path bin = Files.createDirectories(temp.resolve("a:b/bin"));
        Files.copy(FOLDER.resolve("bin/interleave"), bin.resolve("interleave"));
        Ended ended = run(temp, NOTHING, "/bin/sh", bin.resolve("interleave").toString());
        assertEquals(2, ended.status());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains("colon"), ended.err());
    }

    @Test
    void aFolderWithoutItsRuntimeSaysSoInOneLine() throws Exception {
        Path bin = Files.createDirectories(temp.resolve("torn/bin"));
        Files.copy(FOLDER.resolve("bin/interleave"), bin.resolve("interleave"));
        Ended ended = run(temp, NOTHING, "/bin/sh", bin.resolve("interleave").toString());
        assertEquals(2, ended.status());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains(temp.resolve("torn") + "/runtime"), ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/interleave.jar", "lib/monitor.options"})
    void aFolderWithoutOneOfItsFilesSaysSoInOneLine(String file) throws Exception {
        Path torn = copied("cp -r \"$0\" \"$1\"");
        Files.delete(torn.resolve(file));
        Ended ended = run(temp, NOTHING, launcher(torn));
        assertEquals(2, ended.status());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains(torn.resolve(file) + " is missing"), ended.err());
    }

    /** The shell may say that it has none; Java would have ended without a word. */
    @Test
    void theCurrentDirectoryMayBeGone() throws Exception {
        String script = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" --version 2>/dev/null";
        assertEquals(expected(), run(temp, System.getenv(), "/bin/sh", "-c", script, launcher(FOLDER)));
    }

    @Test
    void aFolderOfPathMayHaveLettersThatTheLocaleLacks() throws Exception {
        String script = "PATH=$(printf '/tmp/\\303\\251'):$PATH LC_ALL=C exec \"$0\" run hash/single --nice 5 --cpus 0"
                + " --warmup 0s --duration 200ms";
        Ended ended = run(temp, System.getenv(), "/bin/sh", "-c", script, launcher(FOLDER));
        assertEquals(0, ended.status(), ended.toString());
    }

    @Test
    void tooFewOpenFilesAreSaidInOneLine() throws Exception {
        Ended ended = run(temp, NOTHING, "/bin/sh", "-c", "ulimit -n 32; exec \"$0\" once", launcher(FOLDER));
        assertEquals(2, ended.status());
        assertEquals(
                "interleave: 32 open files are allowed, and it takes 96: raise ulimit -n",
                ended.err().strip());
    }

    @Test
    void theJarRunsWithoutTheLauncherToo() throws Exception {
        Path jar = FOLDER.resolve("lib/interleave.jar");
        String java = ProcessHandle.current().info().command().orElseThrow();
        assertEquals(expected(), run(temp, NOTHING, java, "-jar", jar.toString(), "--version"));
    }

    @Test
    void everyJarHasItsLicenceListed() throws Exception {
        Path licences = FOLDER.resolve("licenses");
        List<String[]> rows = Files.readAllLines(licences.resolve("THIRD-PARTY.txt")).stream()
                .filter(line -> line.contains("https://"))
                .map(line -> line.split("  +"))
                .toList();
        Set<String> listed = rows.stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));
        Set<String> shipped = new TreeSet<>();
        try (var files = Files.list(FOLDER.resolve("lib"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.equals("interleave.jar"))
                    .forEach(name -> shipped.add(name.replaceFirst("-\\d.*", "")));
        }
        assertEquals(shipped, listed);
        for (String[] row : rows) {
            for (String text : row[2].split(" ")) assertTrue(Files.size(licences.resolve(text)) > 500, text);
        }
        assertTrue(Files.isDirectory(FOLDER.resolve("runtime/legal")));
    }

    private Ended expected() throws Exception {
        Ended ended = run(FOLDER, NOTHING, launcher(FOLDER));
        assertEquals(0, ended.status(), ended.err());
        assertEquals("", ended.err());
        assertTrue(ended.out().startsWith("interleave"), ended.out());
        return ended;
    }

    private Path link(String name, Path target) throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve(name), target);
        links.add(link);
        return link;
    }

    private static String launcher(Path folder) {
        return folder.resolve("bin/interleave").toString();
    }

    private Path copied(String script) throws Exception {
        Path copy = temp.resolve("a copy " + script.substring(0, 2));
        Ended ended = run(temp, System.getenv(), "/bin/sh", "-c", script, FOLDER.toString(), copy.toString());
        assertEquals(new Ended(0, "", ""), ended);
        return copy;
    }

    private Ended run(Path in, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        if (words.size() == 1) words.add("--version");
        Path out = Files.createTempFile(temp, "out", null);
        Path err = Files.createTempFile(temp, "err", null);
        var builder = new ProcessBuilder(words)
                .directory(in.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }
}
