package interleave.panel;

import interleave.run.CostMetrics;
import interleave.run.RunMetric;
import interleave.run.RunReadings;
import interleave.screen.Canvas;
import interleave.state.RunView;
import interleave.state.WorkloadCell;

/**
 * The figures that a run is there to show, such as its lost updates, in one line: where the screen has no room for all.
 */
final class FigureLine {
    private static final int NUMBER = 8;

    private FigureLine() {}

    /** True if it goes on and has something of the kind. */
    static boolean has(WorkloadCell slot) {
        if (!slot.live()) return false;
        RunReadings readings = slot.run().orElseThrow().readings();
        for (RunMetric metric : readings.figures()) if (metric.tells(readings.of(metric))) return true;
        return false;
    }

    static void draw(RunView run, Canvas canvas, int from, int row) {
        int column = from;
        RunReadings readings = run.readings();
        for (RunMetric metric : readings.figures())
            if (metric.tells(readings.of(metric)))
                column = PlanLine.part(
                        metric.inDetail(),
                        NUMBER,
                        RunFigures.reading(metric, readings),
                        RunFigures.format(metric),
                        "  ",
                        canvas,
                        column,
                        row);
        PlanLine.part(
                "involuntary",
                6,
                readings.of(CostMetrics.INVOLUNTARY_PER_S),
                Format.COUNT,
                " sw/s",
                canvas,
                column,
                row);
    }
}
