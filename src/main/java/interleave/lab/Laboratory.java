package interleave.lab;

import interleave.metric.Reading;
import interleave.run.RunEvent;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import interleave.run.StateMetrics;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import interleave.trial.Measurement;
import interleave.trial.Trial;
import interleave.trial.TrialPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Measures repetitions, one after the other, each in a process of its own. One thread, but for the interruption. */
public final class Laboratory implements Interruptible {
    /** Short, so that there are several to draw from; two frames of a worker. */
    private static final Duration WINDOW = Duration.ofMillis(500);

    /**
     * The times of each repetition.
     *
     * @param warmup the longest
     */
    public record Method(Duration latency, Duration warmup, Duration duration) {}

    /** The outcome of a repetition. */
    public sealed interface Outcome {
        record Measured(Repetition repetition, Measurement run) implements Outcome {}

        record Failed(String why) implements Outcome {}

        record Interrupted() implements Outcome {}
    }

    private final Path proc;
    private final Launch launch;
    private final Predicate<Workload> needsService;
    private final Method method;
    private final NoiseMeter noise;
    private final Consumer<String> remarks;
    private final Consumer<RunEvent> watcher;
    /** Of each run that was measured. */
    private final Map<RunSpec, UsualSpeed> usual = new HashMap<>();

    private volatile Optional<Trial> current = Optional.empty();
    private volatile Optional<String> signal = Optional.empty();

    /**
     * @param proc where the kernel's files are
     * @param remarks takes lines for people, and must not block
     */
    public Laboratory(
            Path proc,
            Launch launch,
            Predicate<Workload> needsService,
            Method method,
            NoiseMeter noise,
            Consumer<String> remarks) {
        this(proc, launch, needsService, method, noise, remarks, event -> {});
    }

    /** @param watcher is told of all that happens to the runs as well, on other threads, and must not block */
    public Laboratory(
            Path proc,
            Launch launch,
            Predicate<Workload> needsService,
            Method method,
            NoiseMeter noise,
            Consumer<String> remarks,
            Consumer<RunEvent> watcher) {
        this.proc = proc;
        this.watcher = watcher;
        this.launch = launch;
        this.needsService = needsService;
        this.method = method;
        this.noise = noise;
        this.remarks = remarks;
    }

    /** Ends the repetition that is going on, and any later one at once. */
    @Override
    public void interrupt(String name) {
        signal = Optional.of(name);
        current.ifPresent(Trial::abandon);
    }

    @Override
    public Optional<String> signal() {
        return signal;
    }

    /** @param seed of what is drawn of its windows */
    public Outcome repeat(RunSpec spec, long seed) throws InterruptedException {
        return repeat(spec, launch, method, seed);
    }

    /** The same with processes that are started otherwise, and other times. */
    public Outcome repeat(RunSpec spec, Launch launch, Method method, long seed) throws InterruptedException {
        TrialPlan plan =
                new TrialPlan(List.of(spec), method.latency(), method.warmup(), true, method.duration(), WINDOW);
        Trial trial = new Trial(proc, plan, launch.eager(), needsService, watcher);
        current = Optional.of(trial);
        if (signal.isPresent()) return new Outcome.Interrupted();
        NoiseMeter.Look before = noise.look();
        Windows windows = new Windows();
        Measurement run = measured(trial, windows, spec);
        current = Optional.empty();
        if (signal.isPresent()) return new Outcome.Interrupted();
        if (run.failure().isPresent())
            return new Outcome.Failed(run.failureAndLog().orElse(run.failure().get()));
        if (windows.all.isEmpty()) return new Outcome.Failed("nothing was measured");
        UsualSpeed its = usual.computeIfAbsent(spec, each -> new UsualSpeed());
        its.warmUp(windows.warmUp);
        List<MeasuredWindow> kept = its.kept(windows.all);
        double left = kept.size() / (double) windows.all.size();
        boolean probed =
                windows.all.stream().anyMatch(window -> !window.speeds().isEmpty());
        double paused = run.last()
                .map(frame -> frame.of(SampleField.PAUSED_NANOS) / 1e9)
                .orElse(0.0);
        Reading peak = run.readings().of(StateMetrics.RSS_PEAK_BYTES);
        return new Outcome.Measured(
                Repetition.of(
                        kept.isEmpty() ? windows.all : kept,
                        peak.orElse(0),
                        NoiseMeter.between(before, noise.look(), paused)
                                .slowed(probed ? Reading.of(1 - left) : Noise.NOT_PROBED)
                                .waited(windows.waited),
                        seed),
                run);
    }

    /** Where the run has CPUs of its own, they are watched. */
    private static Measurement measured(Trial trial, Windows windows, RunSpec spec) throws InterruptedException {
        List<Integer> cpus = spec.process().cpus();
        if (cpus.isEmpty()) return trial.run(windows).getFirst();
        try (SpeedProbe probe = SpeedProbe.on(cpus)) {
            windows.probe = Optional.of(probe);
            return trial.run(windows).getFirst();
        }
    }

    private final class Windows implements Trial.Listener {
        private final List<MeasuredWindow> all = new ArrayList<>();
        private Optional<SpeedProbe> probe = Optional.empty();
        private List<Measurement> runs = List.of();
        private OptionalLong compiled = OptionalLong.empty();
        private List<Double> warmUp = List.of();
        private boolean underLoad;
        private long began;
        private Reading waited = Reading.absent(Reading.Why.UNSUPPORTED, "it ended too soon");

        @Override
        public void begun(List<Measurement> runs) {
            began = noise.nanos();
            this.runs = runs;
        }

        /** Before its load is on, a run slows down fewer looks than it does later. */
        @Override
        public void reported() {
            if (underLoad || runs.isEmpty()) return;
            underLoad = runs.getFirst()
                    .last()
                    .filter(frame -> frame.of(SampleField.COMPLETED) > 0)
                    .isPresent();
            if (underLoad) probe.ifPresent(SpeedProbe::take);
        }

        @Override
        public void settled() {
            compiled = compiled(runs.getFirst());
            List<Double> looks = probe.map(SpeedProbe::take).orElse(List.of());
            if (underLoad) warmUp = looks;
        }

        private OptionalLong compiled(Measurement run) {
            return run.pid().isPresent() ? noise.compilerNanos(run.pid().getAsLong()) : OptionalLong.empty();
        }

        @Override
        public void interval(Measurement run, RunWindow window) {
            OptionalLong before = compiled;
            compiled = compiled(run);
            all.add(MeasuredWindow.of(
                    window, before, compiled, probe.map(SpeedProbe::take).orElse(List.of())));
            if (run.complete() && run.pid().isPresent())
                waited = noise.waited(run.pid().getAsLong(), began);
        }

        @Override
        public void remark(String words) {
            if (signal.isEmpty()) remarks.accept(words);
        }

        /** It is told as what the repetition came to. */
        @Override
        public void failed(Workload workload, String why) {}
    }
}
