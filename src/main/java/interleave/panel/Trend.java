package interleave.panel;

import interleave.metric.History;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.state.RunView;
import interleave.state.Scene;

/** Histories of a run. */
final class Trend {
    private Trend() {}

    private static final double LEAST_SCALE = 0.001;

    /** One of a run's histories in a line, on a scale of its own, off which spikes are cut. */
    static void line(
            Scene scene, RunView run, History history, Ink ink, Canvas canvas, int column, int row, int width) {
        double scale = Graph.calmScale(new Plotted(history), Graph.samples(width), LEAST_SCALE);
        Canvas graph = canvas.clip(new Rect(column, row, width, 1));
        Graph.draw(graph, new Plotted(history), scale, ink);
        MarkSigns.onRun(scene, run, graph, history);
    }
}
