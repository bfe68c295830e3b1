package interleave.cli;

import interleave.kernel.MemoryLimits;
import interleave.spec.ProcessOptions;
import interleave.supervisor.SearchPath;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the processes of runs. */
final class ProcessArguments {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--jvm-options",
            paramLabel = "OPTIONS",
            description = "Further options of a run's JVM, with blanks between them, as in \"-XX:+UseZGC -Xss256k\".")
    private String jvm = "";

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            converter = RunConverters.OfHeap.class,
            description = "The most that a run's heap may take, as in 64m; default: as the JVM decides.")
    private Optional<Long> heap = Optional.empty();

    @Option(
            names = "--cpus",
            paramLabel = "LIST",
            converter = RunConverters.OfCpus.class,
            description = "The only CPUs that a run may use, as in 0,1 or 0-3; default: all.")
    private Optional<List<Integer>> cpus = Optional.empty();

    @Option(
            names = "--nice",
            paramLabel = "N",
            converter = RunConverters.OfNice.class,
            description = "Niceness of a run, up to 19; default: this program's own.")
    private Optional<Integer> nice = Optional.empty();

    /** @throws ParameterException where this machine lacks what an option takes */
    ProcessOptions options() {
        if (cpus.isPresent()) demand("--cpus", "taskset");
        if (nice.isPresent()) demand("--nice", "nice");
        heap.ifPresent(this::demandMemory);
        return new ProcessOptions(
                jvmOptions(),
                heap.map(OptionalLong::of).orElse(OptionalLong.empty()),
                cpus.orElse(List.of()),
                nice.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private List<String> jvmOptions() {
        List<String> options =
                jvm.isBlank() ? List.of() : BLANKS.splitAsStream(jvm.strip()).toList();
        JvmWords.whyNot(options)
                .or(() -> JvmModules.whyNot(
                        options, name -> ModuleFinder.ofSystem().find(name).isPresent()))
                .ifPresent(why -> {
                    throw new ParameterException(spec.commandLine(), "--jvm-options " + why);
                });
        return options;
    }

    /** More than a cgroup allows is not refused by the kernel but ends the process, when its heap has grown so far. */
    private void demandMemory(long bytes) {
        Optional<MemoryLimits.Limit> limit = MemoryLimits.cgroup(Path.of("/proc"), Path.of("/sys"));
        if (limit.isPresent() && limit.get().bytes() < bytes)
            throw new ParameterException(
                    spec.commandLine(),
                    "--heap is more than this process may take: " + limit.get().words() + ": raise it or ask for less");
    }

    private void demand(String option, String tool) {
        String path = SearchPath.ofThisProcess();
        if (SearchPath.find(path, tool).isPresent()) return;
        throw new ParameterException(
                spec.commandLine(), option + " takes the program " + tool + ", which is in no folder of PATH");
    }
}
