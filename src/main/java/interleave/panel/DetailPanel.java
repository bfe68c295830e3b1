package interleave.panel;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.Slot;
import interleave.state.State;
import interleave.supervisor.Latency;
import java.util.List;
import java.util.Optional;

/** The selected workload at length: what to look for, its latencies, and the histories of its numbers. */
final class DetailPanel implements Panel {
    private static final int TEXT = 54;

    @Override
    public String name() {
        return "selected";
    }

    @Override
    public String title(State state) {
        return slot(state).map(slot -> slot.info().workload().toString()).orElse(name());
    }

    @Override
    public String note(State state) {
        return slot(state).map(slot -> "load " + Paint.load(slot.load())).orElse("");
    }

    private static Optional<Slot> slot(State state) {
        List<Slot> slots = state.shown().slots();
        return state.selected() < slots.size() ? Optional.of(slots.get(state.selected())) : Optional.empty();
    }

    @Override
    public void draw(State state, Canvas canvas) {
        Optional<Slot> slot = slot(state);
        if (slot.isEmpty()) return;
        int width = Math.min(TEXT, canvas.columns());
        words(slot.get(), canvas.clip(new Rect(0, 0, width, canvas.rows())));
        Canvas graphs = canvas.clip(new Rect(width + 3, 0, canvas.columns() - width - 3, canvas.rows()));
        graphs(slot.get(), Paint.run(state.selected()), graphs);
    }

    private static void words(Slot slot, Canvas canvas) {
        List<String> shows = Text.wrap(
                slot.info().shows(), canvas.columns(), 2, canvas.symbols().ellipsis());
        for (int i = 0; i < shows.size(); i++) canvas.text(0, i, shows.get(i), Ink.PLAIN);
        Canvas below = canvas.clip(new Rect(0, 3, canvas.columns(), canvas.rows() - 3));
        if (slot.run().isEmpty()) start(slot, below);
        else if (slot.run().get().status().reason().isPresent()) failure(slot, below);
        else numbers(slot.run().get(), below);
    }

    private static void start(Slot slot, Canvas canvas) {
        if (slot.info().unavailable().isPresent()) {
            canvas.fit(0, 0, canvas.columns(), slot.info().unavailable().get(), Ink.NOTICE);
            return;
        }
        String key = slot.info().key().map(k -> k + " or enter").orElse("enter");
        int column = canvas.text(0, 0, "press ", Ink.FAINT);
        column = canvas.bold(column, 0, key, Ink.KEY);
        canvas.text(column, 0, " to start it with load " + Paint.load(slot.load()), Ink.FAINT);
    }

    private static void failure(Slot slot, Canvas canvas) {
        String reason = Text.clean(slot.run().orElseThrow().status().reason().orElseThrow());
        List<String> lines = Text.wrap(
                reason,
                canvas.columns(),
                Math.max(1, canvas.rows() - 3),
                canvas.symbols().ellipsis());
        for (int i = 0; i < lines.size(); i++) canvas.text(0, i, lines.get(i), Ink.BAD);
        Optional<String> log = slot.run().orElseThrow().status().log();
        if (log.isPresent()) canvas.text(0, lines.size(), "log " + Text.clean(log.get()), Ink.FAINT);
        String key = slot.info().key().map(k -> k + " or enter").orElse("enter");
        canvas.text(canvas.bold(0, lines.size() + 1, key, Ink.KEY), lines.size() + 1, " starts it again", Ink.FAINT);
    }

    private static void numbers(RunView run, Canvas canvas) {
        String[] heads = {"p50", "p90", "p99", "p99.9", "max"};
        for (int i = 0; i < heads.length; i++) canvas.right(18 + i * 9, 0, heads[i], Ink.FAINT);
        latency(canvas, 1, "response", run.rates().response());
        latency(canvas, 2, "service", run.rates().service());
        pair(canvas, 4, 0, "in flight", run.rates().inFlight(), Format.COUNT);
        pair(canvas, 4, 28, "peak", peak(run), Format.COUNT);
        pair(canvas, 5, 0, "voluntary switches/s", run.rates().voluntaryPerSecond(), Format.COUNT);
        pair(canvas, 5, 28, "involuntary", run.rates().involuntaryPerSecond(), Format.COUNT);
        pair(canvas, 6, 0, "resident memory", run.rates().residentBytes(), Format.BYTES);
        pair(canvas, 6, 28, "heap used", run.rates().heapBytes(), Format.BYTES);
        pair(canvas, 7, 0, "tasks per CPU second", run.rates().tasksPerCpuSecond(), Format.COUNT);
        pair(canvas, 7, 28, "carriers", run.rates().carriers(), Format.COUNT);
    }

    private static Reading peak(RunView run) {
        return run.frame().map(frame -> Reading.of(frame.inFlightPeak())).orElse(Reading.WARMING_UP);
    }

    private static void latency(Canvas canvas, int row, String label, Latency latency) {
        canvas.text(0, row, label, Ink.FAINT);
        Reading[] all = {latency.p50(), latency.p90(), latency.p99(), latency.p999(), latency.max()};
        for (int i = 0; i < all.length; i++)
            Paint.number(canvas, 18 + i * 9, row, all[i], Format.MILLISECONDS, Ink.PLAIN);
    }

    private static void pair(Canvas canvas, int row, int column, String label, Reading reading, Format format) {
        canvas.text(column, row, label, Ink.FAINT);
        Paint.number(canvas, column + 26, row, reading, format, Ink.PLAIN);
    }

    private static void graphs(Slot slot, Ink ink, Canvas canvas) {
        History none = History.ofCapacity(1);
        Optional<RunView> run = slot.run();
        int height = (canvas.rows() + 1) / 3;
        if (height < 2 || canvas.columns() < 20) return;
        graph(canvas, 0, height, "tasks/s", run.map(RunView::tasks).orElse(none), 10, ink);
        graph(
                canvas,
                height,
                height,
                "switches per task",
                run.map(RunView::switchesPerTask).orElse(none),
                0.01,
                ink);
        int last = canvas.rows() - 2 * height;
        String cost = "CPU " + canvas.symbols().micro() + "s per task";
        graph(canvas, 2 * height, last, cost, run.map(RunView::cpuPerTask).orElse(none), 1, ink);
    }

    private static void graph(
            Canvas canvas, int row, int height, String label, History history, double least, Ink ink) {
        double scale = Graph.scale(history, history.size(), least);
        canvas.text(0, row, label, Ink.FAINT);
        String top = "0 to " + (scale >= 10 ? Numbers.count(scale) : Numbers.fixed(scale, scale >= 1 ? 0 : 2));
        canvas.right(canvas.columns(), row, top, Ink.FAINT);
        Graph.draw(canvas.clip(new Rect(0, row + 1, canvas.columns(), height - 1)), history, scale, ink);
    }
}
