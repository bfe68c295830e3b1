package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.screen.Canvas;
import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Size;
import org.junit.jupiter.api.Test;

/** Labels stand at round times, at the column that shows them: a column is two samples. */
class TimeAxisTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSecondASampleHasAMinuteInThirtyColumns() {
        assertEquals("       -1.5 min         -1 min          -30 s            now", drawn(60, SECOND));
    }

    @Test
    void anyPaceHasRoundTimes() {
        assertEquals("             -10 s                 now", drawn(38, SECOND / 4));
        assertEquals("          -1 min            now", drawn(31, 2 * SECOND));
        assertEquals("   -30 min            now", drawn(25, 60 * SECOND));
    }

    @Test
    void whatHasNoRoomIsLeftOut() {
        assertEquals("       now", drawn(10, SECOND));
    }

    private static String drawn(int columns, long step) {
        Grid grid = new Grid(new Size(columns, 1));
        TimeAxis.draw(new Canvas(grid, Glyphs.BRAILLE), 0, columns - 1, step);
        return grid.toString().stripTrailing();
    }
}
