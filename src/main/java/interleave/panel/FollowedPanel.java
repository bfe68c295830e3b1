package interleave.panel;

import interleave.metric.History;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.ThreadTrend;
import java.util.List;
import java.util.Optional;

/** The histories of the thread or pool that is followed. */
final class FollowedPanel implements Panel {
    /** A graph narrower than this says nothing. */
    private static final int LEAST = 24;
    /** Lines of words, graph and time from which on the time has one. */
    private static final int WITH_AXIS = 5;

    private record Shown(Metric metric, String unit, Format format, double least) {}

    private static final List<Shown> ALL = List.of(
            new Shown(ThreadMetrics.SWITCHES_PER_S, "switches/s", Format.COUNT, 10),
            new Shown(ThreadMetrics.CPU_PERCENT, "CPU %", Format.TENTHS, 10),
            new Shown(ThreadMetrics.RUN_QUEUE_WAIT_PERCENT, "wait %", Format.TENTHS, 10));

    @Override
    public String name() {
        return "followed";
    }

    @Override
    public String title(State state) {
        Optional<ThreadTrend> trend = state.shown().trends().followed();
        if (trend.isEmpty()) return name();
        String name = trend.get().key().pool();
        if (name.isEmpty()) name = named(state, trend.get());
        return "followed: " + Text.cells(name) + (trend.get().there() ? "" : " (gone)");
    }

    private static String named(State state, ThreadTrend trend) {
        for (ThreadReadings thread :
                state.shown().readings().closeup().threads().all())
            if (thread.tid() == trend.key().tid())
                return thread.names().own() + " #" + trend.key().tid();
        return "thread " + trend.key().tid();
    }

    @Override
    public String note(State state) {
        return "f on it ends that";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Optional<ThreadTrend> trend = state.shown().trends().followed();
        if (trend.isEmpty()) return;
        int number = Math.clamp(canvas.columns() / LEAST, 1, ALL.size());
        int width = canvas.columns() / number;
        for (int i = 0; i < number; i++) {
            int columns = i == number - 1 ? canvas.columns() - i * width : width - 2;
            draw(state.shown(), trend.get(), ALL.get(i), canvas.clip(new Rect(i * width, 0, columns, canvas.rows())));
        }
    }

    private static void draw(Scene scene, ThreadTrend trend, Shown shown, Canvas canvas) {
        int place = ThreadMetrics.ALL.indexOf(shown.metric());
        History history = trend.histories().get(place);
        Reading last = trend.there() ? trend.last().get(place) : Reading.absent(Reading.Why.STALE, "gone");
        long step = scene.trends().time().stepNanos();
        Scale scale = Scale.of(history, Graph.samples(canvas.columns()), shown.least(), step);
        int column = canvas.text(0, 0, shown.unit() + " ", Ink.FAINT);
        column = canvas.text(column, 0, shown.format().of(last, canvas.symbols()), Ink.STRONG) + 2;
        String range = scale.words("", canvas.columns() - column);
        if (column + range.length() <= canvas.columns()) canvas.text(column, 0, range, Ink.FAINT);
        int axis = canvas.rows() >= WITH_AXIS ? 1 : 0;
        Canvas graph = canvas.clip(new Rect(0, 1, canvas.columns(), canvas.rows() - 1 - axis));
        if (axis > 0) TimeAxis.draw(canvas, canvas.rows() - 1, canvas.columns() - 1, step);
        Graph.draw(graph, new Plotted(history), scale.top(), trend.there() ? Ink.GRAPH_LOW : Ink.FAINT);
    }
}
