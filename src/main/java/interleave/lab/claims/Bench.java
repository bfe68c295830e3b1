package interleave.lab.claims;

import interleave.lab.Interruptible;
import interleave.lab.Laboratory;
import interleave.lab.Laboratory.Method;
import interleave.lab.Place;
import interleave.lab.Repetition;
import interleave.metric.Reading;
import interleave.run.RunMetric;
import interleave.run.RunReadings;
import interleave.spec.Defaults;
import interleave.spec.Knob;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import interleave.trial.Measurement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Measures experiments, one after the other. One thread, but for the interruption. */
public final class Bench implements Interruptible {
    /** Two frames: long enough for what is compared by factors. */
    private static final Method QUICK = new Method(Defaults.LATENCY, Duration.ofMillis(500), Duration.ofMillis(500));

    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Method FULL = new Method(Defaults.LATENCY, Duration.ofSeconds(4), Duration.ofSeconds(2));

    /** The outcome of one repetition. */
    public sealed interface Outcome {
        record Measured(Sample sample) implements Outcome {}

        record Failed(String why) implements Outcome {}

        record Interrupted() implements Outcome {}
    }

    private final Laboratory laboratory;
    private final Launch launch;
    private final Function<Place, Place.Sides> sides;
    private final Predicate<Workload> hasOtherSide;
    private final KeyToScreen keys;
    private final Method method;

    /**
     * @param sides which CPUs a place means
     * @param hasOtherSide which workloads talk to a service or a client
     */
    public Bench(
            Laboratory laboratory,
            Launch launch,
            Function<Place, Place.Sides> sides,
            Predicate<Workload> hasOtherSide,
            KeyToScreen keys,
            boolean quick) {
        this.laboratory = laboratory;
        this.launch = launch;
        this.sides = sides;
        this.hasOtherSide = hasOtherSide;
        this.keys = keys;
        this.method = method(quick);
    }

    /** The times of each repetition. */
    public static Method method(boolean quick) {
        return quick ? QUICK : FULL;
    }

    /** The time of a repetition, about, with its processes' start and end included. */
    public static Duration usual(boolean quick) {
        return quick ? Duration.ofMillis(1750) : Duration.ofSeconds(6);
    }

    /** Ends what is measured at the moment, and all that comes after it at once. */
    @Override
    public void interrupt(String name) {
        laboratory.interrupt(name);
        keys.interrupt();
    }

    @Override
    public Optional<String> signal() {
        return laboratory.signal();
    }

    /** @param seed of what is drawn by lot */
    public Outcome measure(Experiment experiment, long seed) throws InterruptedException {
        if (laboratory.signal().isPresent()) return new Outcome.Interrupted();
        return switch (experiment) {
            case Experiment.Run run -> run(run.spec(), run.place(), run.warm() ? longest(WARM) : method.warmup(), seed);
            case Experiment.Keys(Optional<RunSpec> behind) -> keys.measure(behind);
        };
    }

    private Duration longest(Duration other) {
        return method.warmup().compareTo(other) > 0 ? method.warmup() : other;
    }

    private Outcome run(RunSpec spec, Place place, Duration warmup, long seed) throws InterruptedException {
        boolean two = hasOtherSide.test(spec.workload());
        Place.Sides where = two ? sides.apply(place) : new Place.Sides(List.of(), List.of());
        RunSpec placed = where.worker().isEmpty() ? spec : on(where.worker(), spec);
        Duration latency = Optional.ofNullable(spec.knobs().get(Knob.LATENCY))
                .map(micros -> Duration.ofNanos(1000 * micros))
                .orElse(Defaults.LATENCY);
        return switch (laboratory.repeat(
                placed,
                launch.withLatency(latency).withHelpersOn(where.other()),
                new Method(latency, warmup, longer(method.duration(), latency)),
                seed)) {
            case Laboratory.Outcome.Measured(Repetition repetition, Measurement run) ->
                new Outcome.Measured(new Sample(numbers(run), repetition.noise()));
            case Laboratory.Outcome.Failed(String why) -> new Outcome.Failed(spec.workload() + ": " + why);
            case Laboratory.Outcome.Interrupted() -> new Outcome.Interrupted();
        };
    }

    /** In less than the latency a closed load may have no answer at all: they come in waves. */
    private static Duration longer(Duration duration, Duration latency) {
        Duration waves = latency.multipliedBy(3).dividedBy(2);
        return duration.compareTo(waves) < 0 ? waves : duration;
    }

    private static RunSpec on(List<Integer> cpus, RunSpec spec) {
        ProcessOptions process = spec.process();
        return new RunSpec(
                spec.workload(),
                spec.load(),
                spec.knobs(),
                spec.failureRate(),
                spec.seed(),
                spec.transport(),
                new ProcessOptions(process.jvm(), process.heapBytes(), cpus, process.nice()));
    }

    /** All that is known of it: of the time measured, and of the whole run. */
    private static Map<String, Double> numbers(Measurement run) {
        Map<String, Double> numbers = new HashMap<>();
        RunReadings whole = run.wholeRun();
        for (RunMetric metric : whole.wholeRun()) put(numbers, metric, whole.of(metric));
        for (RunMetric metric : run.readings().metrics())
            put(numbers, metric, run.readings().of(metric));
        return numbers;
    }

    private static void put(Map<String, Double> numbers, RunMetric metric, Reading reading) {
        if (reading instanceof Reading.Value(double value)) numbers.put(metric.name(), value);
    }
}
