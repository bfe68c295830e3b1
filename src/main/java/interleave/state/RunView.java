package interleave.state;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.metric.Timeline;
import interleave.run.Figure;
import interleave.run.Frame;
import interleave.run.Proof;
import interleave.run.RunRates;
import interleave.run.RunStatus;
import interleave.run.RunWindow;
import interleave.spec.Load;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run as it is shown: where it stands, and its numbers over the sampler's last interval, so that all panels speak of the
 * same time. Immutable.
 *
 * @param window the frames since the last tick
 * @param life all frames up to the last tick
 * @param rates of the last interval that had frames; missing when there is no news
 * @param figures what its task or model counts besides
 * @param firstTick the slot of time in which its histories begin
 */
public record RunView(
        RunStatus status,
        RunWindow window,
        RunWindow life,
        RunRates rates,
        List<Figure> figures,
        History tasks,
        History switchesPerTask,
        History cpuPerTask,
        History p99,
        long firstTick) {
    /** Frames come every 250 ms: a tick without one means nothing until a few are late. */
    private static final long LATE_NANOS = 1_000_000_000;

    /** So much has to be known of a run before it has numbers that may stay for a minute. */
    private static final long FIRST_NANOS = 1_000_000_000;

    static final RunRates NO_RATES = RunRates.missing((Reading.Absent) Reading.WARMING_UP);
    private static final RunRates NO_NEWS = RunRates.missing(new Reading.Absent(Reading.Why.STALE, ""));

    static RunView of(RunStatus status, long firstTick) {
        History none = History.ofCapacity(Trends.CAPACITY);
        return new RunView(
                status, RunWindow.EMPTY, RunWindow.EMPTY, NO_RATES, List.of(), none, none, none, none, firstTick);
    }

    public Optional<Frame> frame() {
        return window.last();
    }

    /** Whether its load is an open one, and it says how it keeps that up. One that was open once goes on to say it. */
    public boolean planned() {
        return status.load() instanceof Load.Open
                && frame().isPresent()
                && frame().get().plan().isPresent();
    }

    /** What a task in flight takes of memory. */
    public Reading bytesPerTask() {
        Optional<Frame> first = life.first().isPresent() ? life.first() : window.first();
        return first.isPresent()
                ? RunRates.bytesPerWaitingTask(first.get(), frame().orElseThrow())
                : Reading.WARMING_UP;
    }

    /** What it says of itself and does not add up, in words; empty if all does. */
    public Optional<String> unproven() {
        return frame().isPresent() ? Proof.against(frame().get()) : Optional.empty();
    }

    public boolean live() {
        return status.phase().live();
    }

    public Totals totals() {
        RunWindow all = life.plus(window);
        return new Totals(status, all.last(), all.rates());
    }

    /** For how long it goes on; empty if nothing but a key ends it, or when it has ended. */
    public OptionalLong secondsLeft(long nanos) {
        OptionalLong ends = status.endsAtNanos();
        if (ends.isEmpty() || !live()) return OptionalLong.empty();
        return OptionalLong.of(Math.max(0, (ends.getAsLong() - nanos + 999_999_999) / 1_000_000_000));
    }

    RunView with(RunStatus next) {
        RunView changed = with(next, window, life, rates, figures);
        return next.phase().live() ? changed : changed.whole();
    }

    /**
     * Its first numbers wait for no tick, since the next may be a minute away; so a tick that came in the run's first second
     * is followed by the numbers of all of it.
     */
    RunView plus(Frame frame) {
        RunWindow now = window.plus(frame);
        if (known(window) >= FIRST_NANOS || known(now) < FIRST_NANOS) return with(status, now, life, rates, figures);
        RunWindow all = life.plus(now);
        return with(status, now, life, all.rates(), Figure.of(all));
    }

    /** How much of the run is known with this window, in nanoseconds. */
    private long known(RunWindow now) {
        if (now.last().isEmpty()) return 0;
        Frame first =
                life.first().isPresent() ? life.first().get() : now.first().get();
        return now.last().get().nanos() - first.nanos();
    }

    /** At a tick of the sampler: what the frames since the last one amount to. */
    RunView cut(Timeline time) {
        if (!live()) return this;
        long nanos = time.nanos();
        if (!fresh())
            return with(status, window, life, late(nanos) ? NO_NEWS : rates, figures)
                    .ticked(time);
        return with(status, window.cut(), life.plus(window), window.rates(), Figure.of(window))
                .ticked(time);
    }

    private RunView ticked(Timeline time) {
        long slot = time.slot() - firstTick;
        long covered = time.covered();
        return new RunView(
                status,
                window,
                life,
                rates,
                figures,
                tasks.plus(rates.tasksPerSecond(), slot, covered),
                switchesPerTask.plus(rates.switchesPerTask(), slot, covered),
                cpuPerTask.plus(rates.cpuMicrosPerTask(), slot, covered),
                p99.plus(rates.response().p99(), slot, covered),
                firstTick);
    }

    /** Once it is over, its numbers are those of its whole life. */
    private RunView whole() {
        RunWindow all = life.plus(window);
        return with(status, window.cut(), all, all.rates(), Figure.of(all));
    }

    private RunView with(RunStatus next, RunWindow now, RunWindow all, RunRates numbers, List<Figure> counted) {
        return new RunView(next, now, all, numbers, counted, tasks, switchesPerTask, cpuPerTask, p99, firstTick);
    }

    private boolean fresh() {
        return window.last().isPresent()
                && window.first().get() != window.last().get();
    }

    private boolean late(long nanos) {
        return window.last().isPresent() && nanos - window.last().get().nanos() > LATE_NANOS;
    }
}
