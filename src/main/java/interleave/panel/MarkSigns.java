package interleave.panel;

import interleave.metric.History;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.state.Marks;
import interleave.state.RunView;
import interleave.state.Scene;
import java.util.List;

/** The signs on graphs that tell when runs were started, changed and ended. */
final class MarkSigns {
    private MarkSigns() {}

    /** On a graph of the machine's. */
    static void onMachine(Scene scene, Canvas graph, History history) {
        draw(scene, graph, history, scene.tick() - 1);
    }

    /** On a graph of a run's, which may have come to its end some time ago. */
    static void onRun(Scene scene, RunView run, Canvas graph, History history) {
        draw(scene, graph, history, run.firstTick() + run.tasks().total() - 1);
    }

    private static void draw(Scene scene, Canvas graph, History history, long newest) {
        List<Marks.Mark> marks = scene.marks().all();
        for (int i = 0; i < marks.size(); i++) {
            Marks.Mark mark = marks.get(i);
            char sign = graph.symbols().mark(of(mark.kind()));
            Graph.mark(graph, new Plotted(history), newest - mark.tick(), sign, Ink.STRONG);
        }
    }

    /** All signs with their words. */
    static String words(Symbols symbols) {
        return symbols.mark(Mark.STARTED_THERE) + " a run started  " + symbols.mark(Mark.CHANGED_THERE)
                + " was changed  " + symbols.mark(Mark.ENDED_THERE) + " ended  " + symbols.mark(Mark.PACED_THERE)
                + " other pace";
    }

    private static Mark of(Marks.Kind kind) {
        return switch (kind) {
            case STARTED -> Mark.STARTED_THERE;
            case CHANGED -> Mark.CHANGED_THERE;
            case ENDED -> Mark.ENDED_THERE;
            case PACED -> Mark.PACED_THERE;
        };
    }
}
