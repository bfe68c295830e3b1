package interleave.lab;

import interleave.lab.advice.Bench;
import interleave.lab.advice.Need;
import interleave.lab.advice.Seen;
import interleave.metric.Ticker;
import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import interleave.trial.Stepper;
import interleave.trial.Stepper.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Measures one model at one rate after the other, in a process that lives as long as this. One thread, but for the
 * interruption.
 */
public final class SteppedBench implements Bench, AutoCloseable {
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    /** Where there is no time for more; a run has not settled before. */
    private static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(2);

    /** From the start of a run's processes to its first task. */
    private static final Duration START = Duration.ofSeconds(1);

    /** Around a step: until its order is obeyed, and until what it has piled up is worked off. */
    private static final Duration AROUND = Duration.ofMillis(900);

    /** At so much of the rate that is measured first: what the JVM has not compiled yet takes longer. */
    private static final double WARM_UP_SHARE = 0.6;

    private static final Duration SHORTEST = Duration.ofMillis(1250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** So many tasks tell a p99. */
    private static final double TASKS = 400;

    /** A step that noise spoiled is done again so often. */
    private static final int AGAIN = 2;

    /** Whatever becomes of this process. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /**
     * The things that all benches of an advice have in common.
     *
     * @param proc where the kernel's files are
     * @param cpus of the run
     * @param spoiled takes the reasons for which steps count for nothing, and empty for each that counts
     */
    public record Room(
            Path proc,
            Launch launch,
            Predicate<Workload> needsService,
            NoiseMeter noise,
            int cpus,
            List<Optional<String>> spoiled) {
        public Room(Path proc, Launch launch, Predicate<Workload> needsService, NoiseMeter noise, int cpus) {
            this(proc, launch, needsService, noise, cpus, new ArrayList<>());
        }

        /** False where most steps were spoiled: then it only takes time to do one again. */
        private boolean mayBeQuiet() {
            return spoiled.stream().filter(Optional::isPresent).count() * 2 <= spoiled.size();
        }
    }

    private final Room room;
    private final Need need;
    private final RunSpec spec;
    private final long lateNanos;
    private final long endNanos;
    private Optional<Stepper> stepper = Optional.empty();
    private volatile boolean interrupted;
    private Duration step = Duration.ZERO;

    /**
     * @param lateNanos when a search is to come to an end, by the system's ticker
     * @param endNanos when it is given up
     */
    public SteppedBench(Room room, Need need, RunSpec spec, long lateNanos, long endNanos) {
        this.endNanos = endNanos;
        this.room = room;
        this.need = need;
        this.spec = spec;
        this.lateNanos = lateNanos;
    }

    /** From any thread. */
    public synchronized void interrupt() {
        interrupted = true;
        stepper.ifPresent(Stepper::interrupt);
    }

    /** The least time in which a model can be measured at a rate, by one step. */
    public static Duration least(double ratePerSecond) {
        return START.plus(SHORTEST_WARM_UP).plus(takes(ratePerSecond));
    }

    private static Duration takes(double ratePerSecond) {
        return length(ratePerSecond).plus(AROUND);
    }

    /** There is no time for another step like the last one. */
    @Override
    public boolean late() {
        return interrupted || Ticker.SYSTEM.nanos() + step.toNanos() >= lateNanos;
    }

    @Override
    public Seen at(OptionalInt pool, double ratePerSecond) throws NoAnswer, InterruptedException {
        Map<Knob, Long> settings = pool.isPresent() ? Map.of(Knob.POOL, (long) pool.getAsInt()) : Map.of();
        Stepper now = stepper(settings, ratePerSecond);
        step = takes(ratePerSecond);
        Optional<String> spoils = Optional.empty();
        RunWindow window = RunWindow.EMPTY;
        for (int again = 0; again == 0 || again <= AGAIN && spoils.isPresent() && mayBeQuiet(); again++) {
            long began = Ticker.SYSTEM.nanos();
            NoiseMeter.Look before = room.noise.look();
            window = measured(now.step(
                    need.load(ratePerSecond),
                    settings,
                    length(ratePerSecond),
                    so -> so.readings().of(WorkMetrics.ELAPSED_S).orElse(0) >= 0.5 && hopeless(so, ratePerSecond)));
            spoils = NoiseMeter.between(before, room.noise.look(), paused(window))
                    .spoils();
            room.spoiled.add(spoils);
            // On a machine that is busy with other things it takes longer than it should.
            Duration took = Duration.ofNanos(Ticker.SYSTEM.nanos() - began);
            if (took.compareTo(step) > 0) step = took;
        }
        return seen(window.readings(), ratePerSecond);
    }

    private boolean mayBeQuiet() {
        return room.mayBeQuiet() && !late();
    }

    private static double paused(RunWindow window) {
        long before = window.first().orElseThrow().of(SampleField.PAUSED_NANOS);
        return (window.last().orElseThrow().of(SampleField.PAUSED_NANOS) - before) / 1e9;
    }

    private Stepper stepper(Map<Knob, Long> settings, double rate) throws NoAnswer, InterruptedException {
        if (stepper.isPresent()) return stepper.get();
        RunSpec begun = spec.with(need.load(Math.max(1, WARM_UP_SHARE * rate)));
        for (Map.Entry<Knob, Long> setting : settings.entrySet())
            begun = begun.with(setting.getKey(), setting.getValue());
        Stepper opened = new Stepper(
                room.proc, room.launch.eager(), room.needsService, begun, new Stepper.Until(LONGEST_LIFE, endNanos));
        synchronized (this) {
            stepper = Optional.of(opened);
            if (interrupted) opened.interrupt();
        }
        measured(opened.warmUp(() -> warmUp(rate)));
        return opened;
    }

    /** Of what time there is, the first step has its part. */
    private Duration warmUp(double rate) {
        Duration left = Duration.ofNanos(lateNanos - Ticker.SYSTEM.nanos()).minus(takes(rate));
        if (left.compareTo(SHORTEST_WARM_UP) < 0) return SHORTEST_WARM_UP;
        return left.compareTo(WARM_UP) < 0 ? left : WARM_UP;
    }

    private static RunWindow measured(Outcome outcome) throws NoAnswer {
        return switch (outcome) {
            case Outcome.Measured(RunWindow window) -> window;
            case Outcome.Failed(String why) -> throw new NoAnswer(why, false);
            case Outcome.Interrupted() -> throw new NoAnswer("interrupted", true);
        };
    }

    private static Duration length(double rate) {
        Duration enough = Duration.ofNanos((long) (TASKS / rate * 1e9));
        if (enough.compareTo(SHORTEST) < 0) return SHORTEST;
        return enough.compareTo(LONGEST) > 0 ? LONGEST : enough;
    }

    /** So much has piled up that the target cannot be kept: waiting for it to be told would pile up more. */
    private boolean hopeless(RunWindow window, double rate) {
        double allowed = rate * Math.max(need.p99Millis() / 1e3, need.taskSeconds());
        return window.last().orElseThrow().of(SampleField.IN_FLIGHT) > 2 * allowed + 50;
    }

    private Seen seen(RunReadings readings, double rate) {
        return new Seen(
                rate,
                readings.of(WorkMetrics.OFFERED_PER_S).orElse(rate),
                readings.of(WorkMetrics.TASKS_PER_S).orElse(0),
                readings.of(TimeMetrics.RESPONSE, Percentile.P99),
                readings.of(CostMetrics.CPU_PERCENT).orElse(0) / 100 / room.cpus,
                readings.of(WorkMetrics.DROPPED).orElse(0),
                readings);
    }

    @Override
    public void close() {
        stepper.ifPresent(Stepper::close);
    }
}
