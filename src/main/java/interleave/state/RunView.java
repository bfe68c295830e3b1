package interleave.state;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.supervisor.RunRates;
import interleave.supervisor.RunStatus;
import interleave.supervisor.RunWindow;
import interleave.wire.Frame;
import java.util.Optional;

/**
 * A run as it is shown: where it stands, and its numbers over the sampler's last interval, so that all panels speak of the
 * same time. Immutable.
 *
 * @param window the frames since the last tick
 * @param life all frames up to the last tick
 * @param rates of the last interval that had frames; missing when there is no news
 */
public record RunView(
        RunStatus status,
        RunWindow window,
        RunWindow life,
        RunRates rates,
        History tasks,
        History switchesPerTask,
        History cpuPerTask,
        History p99) {
    /** Frames come every 250 ms: a tick without one means nothing until a few are late. */
    private static final long LATE_NANOS = 1_000_000_000;

    private static final RunRates NO_RATES = RunRates.missing((Reading.Absent) Reading.WARMING_UP);
    private static final RunRates NO_NEWS = RunRates.missing(new Reading.Absent(Reading.Why.STALE, ""));

    static RunView of(RunStatus status) {
        History none = History.ofCapacity(Trends.CAPACITY);
        return new RunView(status, RunWindow.EMPTY, RunWindow.EMPTY, NO_RATES, none, none, none, none);
    }

    public Optional<Frame> frame() {
        return window.last();
    }

    public boolean live() {
        return status.phase().live();
    }

    public Totals totals() {
        RunWindow all = life.plus(window);
        return new Totals(status, all.last(), all.rates());
    }

    RunView with(RunStatus next) {
        RunView changed = new RunView(next, window, life, rates, tasks, switchesPerTask, cpuPerTask, p99);
        return next.phase().live() ? changed : changed.whole();
    }

    RunView plus(Frame frame) {
        return new RunView(status, window.plus(frame), life, rates, tasks, switchesPerTask, cpuPerTask, p99);
    }

    /** At a tick of the sampler: what the frames since the last one amount to. */
    RunView cut(long nanos) {
        if (!live()) return this;
        if (fresh()) return cut(window.cut(), life.plus(window), window.rates());
        return late(nanos) ? cut(window, life, NO_NEWS) : cut(window, life, rates);
    }

    private RunView cut(RunWindow next, RunWindow all, RunRates now) {
        return new RunView(
                status,
                next,
                all,
                now,
                tasks.plus(now.tasksPerSecond()),
                switchesPerTask.plus(now.switchesPerTask()),
                cpuPerTask.plus(now.cpuMicrosPerTask()),
                p99.plus(now.response().p99()));
    }

    /** Once it is over, its numbers are those of its whole life. */
    private RunView whole() {
        RunWindow all = life.plus(window);
        return new RunView(status, window.cut(), all, all.rates(), tasks, switchesPerTask, cpuPerTask, p99);
    }

    private boolean fresh() {
        return window.last().isPresent()
                && window.first().get() != window.last().get();
    }

    private boolean late(long nanos) {
        return window.last().isPresent() && nanos - window.last().get().nanos() > LATE_NANOS;
    }
}
