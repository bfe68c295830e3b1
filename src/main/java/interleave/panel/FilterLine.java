package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Text;
import interleave.state.Filter;

/** The line in which a part of a name is typed. */
final class FilterLine {
    private FilterLine() {}

    static void draw(Filter filter, Canvas canvas, int row) {
        int column = canvas.text(0, row, "names with: ", Ink.FAINT);
        column = canvas.text(column, row, Text.cells(filter.text()) + "_", Ink.STRONG);
        canvas.fit(column + 2, row, canvas.columns() - column - 2, "(enter keeps it, esc clears it)", Ink.FAINT);
    }
}
