package interleave.state;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.metric.Timeline;
import interleave.run.CostMetrics;
import interleave.run.Frame;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.RunStatus;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import interleave.run.TimeMetrics;
import interleave.run.Verification;
import interleave.run.WorkMetrics;
import interleave.spec.Load;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run as it is shown: where it stands, and its numbers over the sampler's last interval, so that all panels speak of
 * the same time. Immutable.
 *
 * @param window the frames since the last tick
 * @param life all frames since its settings were last changed, up to the last tick
 * @param readings of the last interval that had frames; missing when there is no news
 * @param firstTick the slot of time in which its histories begin
 */
public record RunView(
        RunStatus status,
        RunWindow window,
        RunWindow life,
        RunReadings readings,
        History tasks,
        History switchesPerTask,
        History cpuPerTask,
        History p99,
        long firstTick) {
    /** Frames come every 250 ms: a tick without one means nothing until a few are late. */
    private static final long LATE_NANOS = 1_000_000_000;

    /** So much has to be known of a run before it has numbers that may stay for a minute. */
    private static final long FIRST_NANOS = 1_000_000_000;

    static final RunReadings NONE_YET = RunReadings.missing((Reading.Absent) Reading.WARMING_UP);

    static RunView of(RunStatus status, long firstTick) {
        History none = History.ofCapacity(Trends.CAPACITY);
        return new RunView(status, RunWindow.EMPTY, RunWindow.EMPTY, NONE_YET, none, none, none, none, firstTick);
    }

    public Optional<Frame> frame() {
        return window.last();
    }

    /** True if its load is an open one, and it says how it keeps that up. One that was open once goes on to say it. */
    public boolean planned() {
        return status.load() instanceof Load.Open
                && frame().isPresent()
                && frame().get().has(SampleField.OFFERED);
    }

    /** True if its starts are planned at random times. */
    public boolean random() {
        return planned() && frame().get().has(SampleField.RANDOM_GAP_NANOS);
    }

    /** As of its newest frame: what has come since the last tick, and what it came to in all. */
    public RunReadings newest() {
        return window.readings();
    }

    /** The claim of its own that does not add up, in words; empty if all does. */
    public Optional<String> unproven() {
        return frame().isPresent() ? new Verification(frame().get()).brief() : Optional.empty();
    }

    public boolean live() {
        return status.phase().live();
    }

    public Totals totals() {
        RunWindow all = life.plus(window);
        return new Totals(status, all.last(), all.readings());
    }

    /** When the first frame under its settings was; later than any where there is none yet. */
    long beganNanos() {
        RunWindow first = life.first().isPresent() ? life : window;
        return first.first().isPresent() ? first.first().get().of(SampleField.NANOS) : Long.MAX_VALUE;
    }

    /** From here on its numbers are of other settings: what came before is a step of its own. */
    RunView begun() {
        return with(status, window.cut(), RunWindow.EMPTY, readings);
    }

    /** For how long it goes on; empty if nothing but a key ends it, or when it has ended. */
    public OptionalLong secondsLeft(long nanos) {
        OptionalLong ends = status.endsAtNanos();
        if (ends.isEmpty() || !live()) return OptionalLong.empty();
        return OptionalLong.of(Math.max(0, (ends.getAsLong() - nanos + 999_999_999) / 1_000_000_000));
    }

    RunView with(RunStatus next) {
        RunView changed = with(next, window, life, readings);
        return next.phase().live() ? changed : changed.whole();
    }

    /**
     * Its first numbers wait for no tick, since the next may be a minute away; so a tick that came in the run's first
     * second is followed by the numbers of all of it.
     */
    RunView plus(Frame frame) {
        RunWindow now = window.plus(frame);
        if (known(window) >= FIRST_NANOS || known(now) < FIRST_NANOS) return with(status, now, life, readings);
        RunWindow all = life.plus(now);
        return with(status, now, life, all.readings());
    }

    /** The part of the run that is known with this window, in nanoseconds. */
    private long known(RunWindow now) {
        if (now.last().isEmpty()) return 0;
        Frame first =
                life.first().isPresent() ? life.first().get() : now.first().get();
        return now.last().get().of(SampleField.NANOS) - first.of(SampleField.NANOS);
    }

    /** At a tick of the sampler: what the frames since the last one amount to. */
    RunView cut(Timeline time) {
        if (!live()) return this;
        long nanos = time.nanos();
        if (!fresh())
            return with(status, window, life, late(nanos) ? readings.stale() : readings)
                    .ticked(time);
        return with(status, window.cut(), life.plus(window), window.readings()).ticked(time);
    }

    private RunView ticked(Timeline time) {
        long slot = time.slot() - firstTick;
        long covered = time.covered();
        return new RunView(
                status,
                window,
                life,
                readings,
                tasks.plus(readings.of(WorkMetrics.TASKS_PER_S), slot, covered),
                switchesPerTask.plus(readings.of(CostMetrics.SWITCHES_PER_TASK), slot, covered),
                cpuPerTask.plus(readings.of(CostMetrics.CPU_US_PER_TASK), slot, covered),
                p99.plus(readings.of(TimeMetrics.RESPONSE, Percentile.P99), slot, covered),
                firstTick);
    }

    /** Once it is over, its numbers are those of all the time under its last settings. */
    private RunView whole() {
        RunWindow all = life.plus(window);
        return with(status, window.cut(), all, all.readings());
    }

    private RunView with(RunStatus next, RunWindow now, RunWindow all, RunReadings numbers) {
        return new RunView(next, now, all, numbers, tasks, switchesPerTask, cpuPerTask, p99, firstTick);
    }

    private boolean fresh() {
        return window.last().isPresent()
                && window.first().get() != window.last().get();
    }

    private boolean late(long nanos) {
        return window.last().isPresent() && nanos - window.last().get().of(SampleField.NANOS) > LATE_NANOS;
    }
}
