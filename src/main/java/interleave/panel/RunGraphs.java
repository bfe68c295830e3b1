package interleave.panel;

import interleave.metric.History;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.Optional;

/** The histories of a workload's newest run, one above the other: its throughput, and what a task costs. */
final class RunGraphs {
    private static final History NONE = History.ofCapacity(1);
    /** Samples of a run that has just started. */
    private static final int START = 3;

    private final Scene scene;
    private final Optional<RunView> run;
    private final Ink ink;

    private RunGraphs(Scene scene, Optional<RunView> run, Ink ink) {
        this.scene = scene;
        this.run = run;
        this.ink = ink;
    }

    static void draw(Scene scene, WorkloadCell slot, Ink ink, Canvas canvas) {
        int height = (canvas.rows() + 1) / 3;
        if (height < 2 || canvas.columns() < 20) return;
        RunGraphs graphs = new RunGraphs(scene, slot.run(), ink);
        graphs.draw(part(canvas, 0, height), "tasks/s", graphs.run.map(RunView::tasks), 10);
        Canvas middle = part(canvas, height, height);
        graphs.draw(middle, "switches per task", graphs.run.map(RunView::switchesPerTask), 0.01);
        Canvas last = part(canvas, 2 * height, canvas.rows() - 2 * height);
        String cost = "CPU " + canvas.symbols().micro() + "s per task";
        graphs.draw(last, cost, graphs.run.map(RunView::cpuPerTask), 1);
    }

    /**
     * How many samples the scale must hold: all that are seen, less the first of the run as soon as there are others, since
     * loading and compiling would make all that follows flat. They are cut off at the upper edge, under the mark.
     */
    private static int seen(History history, int columns) {
        long settled = history.total() - START;
        return (int) Math.min(Graph.samples(columns), settled > 0 ? settled : history.total());
    }

    private static Canvas part(Canvas canvas, int row, int height) {
        return canvas.clip(new Rect(0, row, canvas.columns(), height));
    }

    /** @param least the lowest number that the upper edge may stand for */
    private void draw(Canvas canvas, String label, Optional<History> known, double least) {
        History history = known.orElse(NONE);
        double scale = Graph.scale(new Plotted(history), seen(history, canvas.columns()), least);
        canvas.text(0, 0, label, Ink.FAINT);
        String top = "0 to " + (scale >= 10 ? Numbers.count(scale) : Numbers.fixed(scale, scale >= 1 ? 0 : 2));
        canvas.right(canvas.columns(), 0, top, Ink.FAINT);
        Canvas graph = canvas.clip(new Rect(0, 1, canvas.columns(), canvas.rows() - 1));
        Graph.draw(graph, new Plotted(history), scale, ink);
        if (run.isPresent()) MarkSigns.onRun(scene, run.get(), graph, history);
    }
}
