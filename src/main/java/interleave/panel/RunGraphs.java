package interleave.panel;

import interleave.metric.History;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.Optional;

/** The histories of a workload's newest run, one above the other: its throughput, and what a task costs. */
final class RunGraphs {
    private static final History NONE = History.ofCapacity(1);
    /** From this height on there is a line for the time. */
    private static final int WITH_AXIS = 9;
    /** So wide is a graph of a run that has just started. */
    private static final int LEAST_COLUMNS = 8;

    private final Scene scene;
    private final Optional<RunView> run;
    private final Ink ink;

    private RunGraphs(Scene scene, Optional<RunView> run, Ink ink) {
        this.scene = scene;
        this.run = run;
        this.ink = ink;
    }

    static void draw(Scene scene, WorkloadCell slot, Ink ink, Canvas all) {
        int axis = all.rows() >= WITH_AXIS && slot.run().isPresent() ? 1 : 0;
        Canvas canvas = all.clip(new Rect(0, 0, all.columns(), all.rows() - axis));
        int height = (canvas.rows() + 1) / 3;
        if (height < 2 || canvas.columns() < 20) return;
        RunGraphs graphs = new RunGraphs(scene, slot.run(), ink);
        graphs.draw(part(canvas, 0, height), "tasks/s", graphs.run.map(RunView::tasks), 10);
        Canvas middle = part(canvas, height, height);
        graphs.draw(middle, "switches per task", graphs.run.map(RunView::switchesPerTask), 0.01);
        Canvas last = part(canvas, 2 * height, canvas.rows() - 2 * height);
        String cost = "CPU " + canvas.symbols().micro() + "s per task";
        graphs.draw(last, cost, graphs.run.map(RunView::cpuPerTask), 1);
        if (axis > 0 && slot.run().get().tasks().total() > 0) {
            int newest = columns(slot.run().get().tasks(), all.columns()) - 1;
            TimeAxis.draw(all, all.rows() - 1, newest, scene.trends().time().stepNanos());
        }
    }

    /** A history that is shorter than the room begins at its left edge, and grows into it. */
    private static int columns(History history, int room) {
        long cells = Math.ceilDiv(history.total(), (long) Graph.samples(1));
        return Math.clamp(cells, Math.min(room, LEAST_COLUMNS), room);
    }

    private static Canvas part(Canvas canvas, int row, int height) {
        return canvas.clip(new Rect(0, row, canvas.columns(), height));
    }

    /** @param least the lowest number that the upper edge may stand for */
    private void draw(Canvas canvas, String label, Optional<History> known, double least) {
        History history = known.orElse(NONE);
        int columns = columns(history, canvas.columns());
        Scale scale = Scale.of(
                history, Graph.samples(columns), least, scene.trends().time().stepNanos());
        int column = canvas.text(0, 0, label, Ink.FAINT) + 2;
        if (history.total() == 0) return;
        canvas.text(column, 0, scale.words("", canvas.columns() - column), Ink.FAINT);
        Canvas graph = canvas.clip(new Rect(0, 1, columns, canvas.rows() - 1));
        Graph.draw(graph, new Plotted(history), scale.top(), ink);
        if (run.isPresent()) MarkSigns.onRun(scene, run.get(), graph, history);
    }
}
