package interleave.cli;

import interleave.record.HumanText;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the amount of each workload. */
final class LoadOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            converter = Converters.OfConcurrency.class,
            description = "Closed load: tasks in flight; default: as the list says.")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "R",
            converter = Converters.OfRate.class,
            description = "Open load: starts by a plan that waits for no answer, as in 5000/s.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--arrival",
            paramLabel = "A",
            converter = Converters.OfArrival.class,
            description = OptionWords.ARRIVAL + "constant.")
    private Optional<Arrival> arrival = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "T",
            converter = RunConverters.OfThreads.class,
            description = "Tasks in flight and pool size at once, as in 32, or 16x for 16 for each CPU.")
    private Optional<ThreadCount> threads = Optional.empty();

    /** @throws ParameterException where options contradict each other */
    void check() {
        if (concurrency.isPresent() && rate.isPresent()) throw wrong("--concurrency and --rate: give one of them");
        if (threads.isPresent() && (concurrency.isPresent() || rate.isPresent()))
            throw wrong("--threads and " + (rate.isPresent() ? "--rate" : "--concurrency") + ": give one of them");
        if (arrival.isPresent() && rate.isEmpty())
            throw wrong("--arrival needs an open load: --rate R --arrival " + HumanText.arrival(arrival.get()));
    }

    boolean threads() {
        return threads.isPresent();
    }

    /** @param cores how many CPUs the run may use */
    RunSpec apply(RunSpec run, WorkloadInfo info, int cores) {
        if (rate.isPresent()) return run.with(new Load.Open(rate.get(), arrival.orElse(Arrival.CONSTANT)));
        if (threads.isPresent()) return threads(run, info, threads.get().of(cores));
        return concurrency.map(Load.Closed::new).map(run::with).orElse(run);
    }

    /** With so many tasks in flight, and as many threads where it has a pool of them. */
    static RunSpec threads(RunSpec run, WorkloadInfo info, int number) {
        RunSpec crowded = run.with(new Load.Closed(number));
        return info.knobs().contains(Knob.POOL) ? crowded.with(Knob.POOL, number) : crowded;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
