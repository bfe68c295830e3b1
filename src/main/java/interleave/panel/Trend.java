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

    /** A line of tasks/s on a scale of its own. */
    static void tasks(Scene scene, RunView run, Ink ink, Canvas line, int column, int width) {
        History history = run.tasks();
        double scale = Graph.scale(history, Graph.samples(width), 1);
        Canvas graph = line.clip(new Rect(column, 0, width, 1));
        Graph.draw(graph, history, scale, ink);
        MarkSigns.onRun(scene, run, graph, history);
    }
}
