import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The AOT caches of loaded, linked and profiled classes that make the JVMs start fast. Each comes of a training: a JVM
 * that is used for some seconds as it will be, and writes down what it needed. A training takes part of a minute, so
 * they run side by side, and only when a jar, an option, the runtime or the training itself has changed.
 *
 * <p>Another cache is another line in {@link #trainings} and a way to it in the launcher.
 *
 * @param folder the application folder, complete but for the caches
 * @param monitorJars the jars of the monitor's boot loader, in the launcher's order
 * @param target the place of logs
 */
record Caches(Path folder, List<Path> monitorJars, Path target) {
    static final String SUFFIX = ".aot";

    private static final Path PROGRAMS = Path.of("src/build");

    /** The use of a JVM from its start to its end. */
    private interface Use {
        /**
         * @param command what starts the JVM
         * @param log the file for what it prints
         * @return its exit status
         */
        int of(List<String> command, Path log) throws IOException, InterruptedException;
    }

    /**
     * A JVM and how it is used.
     *
     * @param cache the name of the cache, without its suffix
     * @param command the JVM's arguments, without the option that makes it write the cache
     */
    private record Training(String cache, Use use, List<String> command) {}

    /**
     * One cache for the monitor as it is mostly started, one for when there are arguments: their parser's classes cost
     * 15 ms.
     */
    private List<Training> trainings() {
        return List.of(
                new Training("worker", WorkerTraining::use, worker()),
                new Training("monitor", MonitorTraining::use, monitor("interleave.Main")),
                new Training("command", MonitorTraining::use, monitor("interleave.CommandTraining")));
    }

    void make() throws IOException, InterruptedException {
        System.setProperty("library.jline.path", natives());
        List<Training> trainings = trainings();
        Made made = new Made(target.resolve("caches.made"), ingredients(trainings));
        if (made.stillHolds(trainings.stream().map(this::cache).toArray(Path[]::new))) return;
        for (Training training : trainings) Files.deleteIfExists(cache(training));
        try (var pool = Executors.newFixedThreadPool(trainings.size())) {
            List<Future<?>> all = new ArrayList<>();
            for (Training training : trainings) all.add(pool.submit(() -> train(training)));
            for (Future<?> one : all) one.get();
        } catch (ExecutionException e) {
            throw new BuildFailure(e.getCause().getMessage());
        }
        made.remember();
    }

    /** The cache gets its name when it is whole: a worker of another training would take a part of it. */
    private Void train(Training training) throws IOException, InterruptedException {
        Path log = target.resolve("train-" + training.cache() + ".log");
        Path unfinished = folder.resolve("lib/" + training.cache() + ".unfinished");
        List<String> command = new ArrayList<>(training.command());
        command.addFirst("-XX:AOTCacheOutput=" + unfinished);
        command.addFirst(java());
        int status = training.use().of(command, log);
        if (status != 0 || !Files.exists(unfinished))
            throw new BuildFailure(
                    "training the " + training.cache() + " cache ended with status " + status + ": see " + log);
        Files.move(unfinished, cache(training), StandardCopyOption.ATOMIC_MOVE);
        return null;
    }

    private Path cache(Training training) {
        return folder.resolve("lib/" + training.cache() + SUFFIX);
    }

    private List<String> worker() {
        return List.of(
                options("worker"),
                "-Dinterleave.home=" + folder,
                "-Djava.library.path=" + natives(),
                "-cp",
                monitorJars.getFirst().toString(),
                "interleave.Training");
    }

    /**
     * As the launcher has it. Of this cache classes are taken as they are needed: of one with linked classes the JVM
     * loads all before it calls main, those of the last training's minute too, which took a third of the time to the
     * first picture. What linking would save, lambdas that are ready, is not needed: {@link FoldedLambdas}.
     */
    private List<String> monitor(String main) {
        String jars = monitorJars.stream().map(Path::toString).collect(Collectors.joining(":"));
        return List.of(
                "-XX:-AOTClassLinking",
                options("monitor"),
                "-Dinterleave.home=" + folder,
                "-Dlibrary.jline.path=" + natives(),
                "-Djava.library.path=" + natives(),
                "-Xbootclasspath/a:" + jars,
                "-cp",
                monitorJars.getFirst().toString(),
                main);
    }

    private String java() {
        return folder.resolve("runtime/bin/java").toString();
    }

    private String options(String name) {
        return "@" + folder.resolve("lib/" + name + ".options");
    }

    private String natives() {
        return folder.resolve("lib/native").toString();
    }

    /** Everything that decides what is in the caches: commands, jars, options, the runtime, and these programs. */
    private String ingredients(List<Training> trainings) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Training training : trainings) text.append(training.command()).append('\n');
        List<Path> files = new ArrayList<>(List.of(folder.resolve("lib/jars.sha256"), target.resolve("runtime.made")));
        for (String name : List.of("worker", "monitor")) files.add(folder.resolve("lib/" + name + ".options"));
        try (Stream<Path> programs = Files.list(PROGRAMS)) {
            programs.filter(file -> file.toString().matches(".*(Caches|Training)\\.java"))
                    .sorted()
                    .forEach(files::add);
        }
        for (Path file : files) text.append(Files.readString(file));
        return text.toString();
    }
}
