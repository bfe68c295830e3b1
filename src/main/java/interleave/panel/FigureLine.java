package interleave.panel;

import interleave.run.Figure;
import interleave.screen.Canvas;
import interleave.state.RunView;
import interleave.state.WorkloadCell;

/** What a run is there to show, such as its lost updates, in one line: where the screen has no room for all its figures. */
final class FigureLine {
    private static final int NUMBER = 8;

    private FigureLine() {}

    /** Whether it goes on and has something of the kind. */
    static boolean has(WorkloadCell slot) {
        if (!slot.live()) return false;
        for (Figure figure : slot.run().orElseThrow().figures()) if (figure.telling()) return true;
        return false;
    }

    static void draw(RunView run, Canvas canvas, int from, int row) {
        int column = from;
        for (Figure figure : run.figures())
            if (figure.telling())
                column = PlanLine.part(
                        figure.title(),
                        NUMBER,
                        RunFigures.reading(figure),
                        RunFigures.format(figure),
                        "  ",
                        canvas,
                        column,
                        row);
        PlanLine.part("involuntary", 6, run.rates().involuntaryPerSecond(), Format.COUNT, " sw/s", canvas, column, row);
    }
}
