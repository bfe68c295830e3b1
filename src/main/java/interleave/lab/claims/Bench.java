package interleave.lab.claims;

import interleave.lab.Interruptible;
import interleave.lab.Laboratory;
import interleave.lab.Laboratory.Method;
import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.claims.Experiment.Pace;
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
    private static final Duration SHORT = Duration.ofMillis(500);

    /** From the start of a run's processes to its first task, and from its last one to their end. */
    public static final Duration AROUND = Duration.ofMillis(600);

    /** By then most runs have settled, of the longest warm-up: seen in 120 repetitions, 0.66. */
    private static final double SETTLED = 0.7;

    /** Before that no run is known to have settled. */
    private static final Duration SOONEST = Duration.ofMillis(1500);

    /** The monitor's start, and its keys. */
    private static final Duration KEYS = Duration.ofSeconds(4);

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
    private final boolean quick;

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
        this.quick = quick;
    }

    /** The times of a repetition; the warm-up ends before that when the run has settled. */
    public static Method method(Pace pace, boolean quick) {
        Duration warmup = switch (pace) {
            case BRIEF -> quick ? SHORT : Duration.ofSeconds(1);
            case USUAL -> quick ? SHORT : Duration.ofSeconds(3);
            case WARM -> quick ? Duration.ofSeconds(2) : Duration.ofSeconds(4);
        };
        Duration full = pace == Pace.BRIEF ? Duration.ofSeconds(1) : Duration.ofSeconds(2);
        return new Method(Defaults.LATENCY, warmup, quick ? SHORT : full);
    }

    /** The time of a repetition, about, with its processes' start and end included. */
    public static Function<Experiment, Duration> usual(boolean quick) {
        return experiment -> switch (experiment) {
            case Experiment.Run(RunSpec spec, var _, Pace pace) -> {
                Method method = method(pace, quick);
                Duration latency = latency(spec);
                Duration warmup = typical(method.warmup());
                yield AROUND.plus(latency).plus(warmup).plus(longer(method.duration(), latency));
            }
            case Experiment.Keys keys -> KEYS;
        };
    }

    private static Duration typical(Duration longest) {
        return longest.compareTo(SOONEST) < 0 ? longest : Duration.ofNanos((long) (SETTLED * longest.toNanos()));
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
            case Experiment.Run(RunSpec spec, Place place, Pace pace) -> run(spec, place, method(pace, quick), seed);
            case Experiment.Keys(Optional<RunSpec> behind) -> keys.measure(behind);
        };
    }

    private Outcome run(RunSpec spec, Place place, Method method, long seed) throws InterruptedException {
        boolean two = hasOtherSide.test(spec.workload());
        Place.Sides where = two ? sides.apply(place) : new Place.Sides(List.of(), List.of());
        RunSpec placed = where.worker().isEmpty() ? spec : on(where.worker(), spec);
        Duration latency = latency(spec);
        return switch (laboratory.repeat(
                placed,
                launch.withLatency(latency).withHelpersOn(where.other()),
                new Method(latency, method.warmup(), longer(method.duration(), latency)),
                seed)) {
            case Laboratory.Outcome.Measured(Repetition repetition, Measurement run) ->
                new Outcome.Measured(new Sample(numbers(run, repetition), repetition.noise()));
            case Laboratory.Outcome.Failed(String why) -> new Outcome.Failed(spec.workload() + ": " + why);
            case Laboratory.Outcome.Interrupted() -> new Outcome.Interrupted();
        };
    }

    /** For which each task of it waits, or the service before it answers. */
    public static Duration latency(RunSpec spec) {
        return Optional.ofNullable(spec.knobs().get(Knob.LATENCY))
                .map(micros -> Duration.ofNanos(1000 * micros))
                .orElse(Defaults.LATENCY);
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

    /**
     * All that is known of it: of the time measured, and of the whole run. The cost of a task is that without the JVM's
     * compilers, as in a comparison.
     */
    private static Map<String, Double> numbers(Measurement run, Repetition repetition) {
        Map<String, Double> numbers = new HashMap<>();
        RunReadings whole = run.wholeRun();
        for (RunMetric metric : whole.wholeRun()) put(numbers, metric, whole.of(metric));
        for (RunMetric metric : run.readings().metrics())
            put(numbers, metric, run.readings().of(metric));
        for (Quantity cost : List.of(Quantity.CPU_US_PER_TASK, Quantity.TASKS_PER_CPU_S))
            repetition.value(cost).ifPresent(value -> numbers.put(cost.key, value.value()));
        return numbers;
    }

    private static void put(Map<String, Double> numbers, RunMetric metric, Reading reading) {
        if (reading instanceof Reading.Value(double value)) numbers.put(metric.name(), value);
    }
}
