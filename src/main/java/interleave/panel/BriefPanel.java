package interleave.panel;

import static interleave.metric.HostMetrics.BLOCKED;
import static interleave.metric.HostMetrics.OS_THREADS;
import static interleave.metric.HostMetrics.RUNNABLE;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;

import interleave.metric.Core;
import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.state.Scene;
import interleave.state.State;
import java.util.List;

/** Cores, switches and threads in two lines, without a frame: for small screens. */
final class BriefPanel implements Panel {
    @Override
    public String name() {
        return "machine";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        cores(state, canvas);
        int column = canvas.text(0, 1, "switches", Ink.FAINT);
        column = number(canvas, column + 6, scene.readings().of(SWITCHES_PER_S));
        column = canvas.text(column, 1, "/s  thr", Ink.FAINT);
        column = number(canvas, column + 5, scene.readings().of(OS_THREADS));
        column = canvas.text(column + 2, 1, "run", Ink.FAINT);
        column = number(canvas, column + 4, scene.readings().of(RUNNABLE));
        if (canvas.columns() < 56) return;
        column = canvas.text(column + 2, 1, "blocked", Ink.FAINT);
        number(canvas, column + 4, scene.readings().of(BLOCKED));
    }

    private static void cores(State state, Canvas canvas) {
        Scene scene = state.shown();
        List<Core> cores = CoresPanel.cores(state);
        canvas.text(0, 0, "cores", Ink.FAINT);
        Paint.number(canvas, 10, 0, CoresPanel.all(scene).busy(), Format.PERCENT, Ink.STRONG);
        canvas.text(11, 0, "%", Ink.FAINT);
        int cells = Math.min(cores.size(), canvas.columns() / 2 - 7);
        if (!cores.isEmpty()) CoreCells.line(cores, canvas.clip(new Rect(14, 0, cells, 1)));
        Canvas graph = canvas.clip(new Rect(15 + cells, 0, canvas.columns() - 15 - cells, 1));
        Graph.heat(graph, new Plotted(scene.trends().busy()), 100);
        MarkSigns.onMachine(scene, graph, scene.trends().busy());
    }

    private static int number(Canvas canvas, int end, Reading reading) {
        Paint.number(canvas, end, 1, reading, Format.COUNT, Ink.STRONG);
        return end;
    }
}
