import interleave.supervisor.Jars;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the application folder, {@code target/interleave}: launcher, jars, native libraries, a Java runtime of its own
 * and the AOT caches that make its JVMs start fast. Maven calls it once, after the jar; it is no part of the program.
 *
 * <p>{@code java -cp CLASS-PATH src/build/ApplicationFolder.java}, in the project's folder: the jars of the class path
 * are the folder's. It works in {@code target/application} and puts a copy in place when all is well.
 */
class ApplicationFolder {
    /** The modules that {@code jdeps} finds in our jars, and java.logging, which Netty falls back to. */
    private static final String MODULES = "java.base,java.logging,java.management,jdk.management,jdk.unsupported";

    private static final String JAR_LIST = "@monitor.jars@";
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FOLDER = TARGET.resolve("application");
    private static final Path LIB = FOLDER.resolve("lib");
    private static final Path RUNTIME = FOLDER.resolve("runtime");

    private ApplicationFolder() {}

    public static void main(String[] arguments) throws Exception {
        try {
            copyFiles();
            List<Path> monitorJars = monitorJars();
            writeLauncher(monitorJars);
            // The caches remember the jars' times.
            Jars.seal(LIB);
            makeRuntime();
            new Caches(FOLDER, monitorJars, TARGET).make();
            Publish.publish(FOLDER, TARGET.resolve("interleave"));
        } catch (BuildFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Everything but the runtime and the caches, which are kept while they hold. */
    private static void copyFiles() throws IOException, InterruptedException {
        Files.createDirectories(LIB);
        try (Stream<Path> old = Files.list(LIB)) {
            for (Path file :
                    old.filter(file -> !file.toString().endsWith(Caches.SUFFIX)).toList()) Tools.remove(file);
        }
        for (String part : List.of("bin", "licenses", "LICENSE")) Tools.remove(FOLDER.resolve(part));
        Tools.run("cp", "-R", "src/main/dist/.", "LICENSE", FOLDER.toString());
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars()) copies.add(copyInto(LIB, jar));
        for (Path jar : copies) RaisedClasses.raise(jar);
        FoldedLambdas.fold(copies.getFirst(), copies);
        unpackNatives();
    }

    /** Our jar, and those of the class path that this program was started with. */
    private static List<Path> jars() {
        Stream<Path> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> part.endsWith(".jar"))
                .map(Path::of);
        return Stream.concat(Stream.of(TARGET.resolve("interleave.jar")), libraries)
                .toList();
    }

    private static void unpackNatives() throws IOException {
        Path natives = Files.createDirectories(LIB.resolve("native"));
        String jline = "org/jline/nativ/Linux/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "/";
        for (Path jar : jars()) {
            try (var zip = FileSystems.newFileSystem(jar)) {
                for (String folder : List.of(jline, "META-INF/native/")) {
                    Path inside = zip.getPath(folder);
                    if (!Files.isDirectory(inside)) continue;
                    try (Stream<Path> files = Files.list(inside)) {
                        for (Path file :
                                files.filter(f -> f.toString().endsWith(".so")).toList()) copyInto(natives, file);
                    }
                }
            }
        }
    }

    /**
     * The jars that the monitor's own JVM loads: all but Netty, which workers alone use. In one order everywhere,
     * since the caches hold for that order alone; our jar first, since it replaces a class of JLine's.
     */
    private static List<Path> monitorJars() throws IOException {
        Path ours = LIB.resolve("interleave.jar");
        try (Stream<Path> files = Files.list(LIB)) {
            Stream<Path> libraries = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.equals(ours))
                    .filter(file -> !file.getFileName().toString().startsWith("netty-"))
                    .sorted();
            return Stream.concat(Stream.of(ours), libraries).toList();
        }
    }

    private static void writeLauncher(List<Path> monitorJars) throws IOException, InterruptedException {
        Path launcher = FOLDER.resolve("bin/interleave");
        String script = Files.readString(launcher);
        if (!script.contains(JAR_LIST)) throw new BuildFailure("src/main/dist/bin/interleave has no " + JAR_LIST);
        String jars = monitorJars.stream()
                .map(jar -> "$home/" + FOLDER.relativize(jar))
                .collect(Collectors.joining(":"));
        Files.writeString(launcher, script.replace(JAR_LIST, jars));
        Tools.run("chmod", "755", launcher.toString());
    }

    /** Makes the runtime, five seconds' work, unless it was made by this JDK in the same way. */
    private static void makeRuntime() throws IOException, InterruptedException {
        Path jdk = Path.of(System.getProperty("java.home"));
        List<String> options = List.of(
                "--add-modules",
                MODULES,
                "--strip-java-debug-attributes",
                "--no-man-pages",
                "--no-header-files",
                "--compress",
                "zip-6");
        Made made = new Made(TARGET.resolve("runtime.made"), Files.readString(jdk.resolve("release")) + options);
        if (made.stillHolds(RUNTIME.resolve("release"))) return;
        Tools.remove(RUNTIME);
        List<String> command = Stream.of(
                        List.of(jdk.resolve("bin/jlink").toString()), options, List.of("--output", RUNTIME.toString()))
                .flatMap(List::stream)
                .toList();
        Tools.run(command.toArray(String[]::new));
        made.remember();
    }

    private static Path copyInto(Path folder, Path file) throws IOException {
        return Files.copy(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
    }
}
