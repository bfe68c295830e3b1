package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Canvas;
import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Size;
import interleave.state.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing breaks at any size. */
class AnySizeTest {
    private static final Size USUAL = new Size(80, 24);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warming-up",
                "three-runs",
                "failed-run",
                "cores-64",
                "cores-256",
                "probe-failed",
                "help",
                "matrix",
                "matrix-ascii",
                "alone",
                "alone-over",
                "many-runs",
                "open-load",
                "steps",
                "steps-earlier",
                "processes",
                "threads-open",
                "threads-machine",
                "picker",
                "ascii"
            })
    void noPanelFailsOrDrawsOutside(String scene) {
        State state = Scenes.named(scene, USUAL);
        for (int columns = 0; columns <= 45; columns++)
            for (int rows = 0; rows <= 16; rows++) panels(state, columns, rows);
        panels(state, 400, 120);
        panels(state, 3, 200);
        panels(state, 500, 1);
    }

    private static void panels(State state, int columns, int rows) {
        Grid grid = new Grid(new Size(columns + 2, rows + 2));
        Cell mark = new Cell('#', Ink.BAD, true, true);
        for (int column = 0; column < columns + 2; column++)
            for (int row = 0; row < rows + 2; row++) grid.set(column, row, mark);
        Canvas canvas = new Canvas(grid, state.setup().glyphs());
        for (Panel panel : Catalogued.PANELS) {
            panel.draw(state, Arrangement.of(state.size(), state), canvas.clip(new Rect(1, 1, columns, rows)));
            canvas.clip(new Rect(1, 1, columns, rows)).box(panel.title(state), panel.note(state), Ink.TITLE);
        }
        for (int column = 0; column < columns + 2; column++) {
            assertEquals(mark, grid.at(column, 0));
            assertEquals(mark, grid.at(column, rows + 1));
        }
        for (int row = 0; row < rows + 2; row++) {
            assertEquals(mark, grid.at(0, row));
            assertEquals(mark, grid.at(columns + 1, row));
        }
    }

    @Test
    void everyScreenIsDrawnWithoutAFailure() {
        for (String scene : List.of(
                "warming-up",
                "failed-run",
                "cores-256",
                "help",
                "paused",
                "matrix",
                "alone",
                "alone-over",
                "many-runs",
                "open-load",
                "processes"))
            for (Size size : sizes()) {
                String picture = Picture.draw(Scenes.named(scene, size)).toString();
                assertFalse(picture.contains("cannot be drawn"), scene + " at " + size + "\n" + picture);
            }
    }

    private static List<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        for (int columns = 1; columns <= 230; columns += columns < 6 ? 1 : 17)
            for (int rows = 1; rows <= 70; rows += rows < 4 ? 1 : 7) sizes.add(new Size(columns, rows));
        return sizes;
    }

    /** Each cell is one panel's; only small screens leave a line free, between the machine and the workloads. */
    @Test
    void placesDoNotOverlapAndLeaveNothing() {
        for (String scene : List.of("idle", "matrix", "alone-over", "many-runs", "open-load", "processes"))
            for (Size size : sizes()) eachCellIsOnePanels(scene, size);
    }

    private static void eachCellIsOnePanels(String scene, Size size) {
        List<Arrangement.Placed> all =
                Arrangement.of(size, Scenes.named(scene, size)).all();
        int[][] times = new int[size.rows()][size.columns()];
        for (Arrangement.Placed placed : all) {
            Rect place = placed.place();
            for (int row = place.row(); row < place.row() + place.rows(); row++)
                for (int column = place.column(); column < place.column() + place.columns(); column++)
                    times[row][column]++;
        }
        int free = all.stream().anyMatch(placed -> placed.panel() == Panels.BRIEF) ? 3 : -1;
        for (int row = 0; row < times.length; row++) {
            int least = row == free ? 0 : 1;
            for (int each : times[row]) assertTrue(each >= least && each <= 1, scene + " at " + size + ", row " + row);
            assertEquals(1, Arrays.stream(times[row]).distinct().count(), scene + " at " + size + ", row " + row);
        }
    }

    /** Once a number is there nothing moves: labels stand where they stood while it was missing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64, 256})
    void nothingJumpsWhenTheFirstNumbersCome(int cores) {
        for (Size size : List.of(new Size(40, 12), USUAL, new Size(120, 40), new Size(200, 50))) {
            Grid before = Picture.draw(Scenes.warmingUp(size, cores));
            Grid after = Picture.draw(Scenes.firstNumbers(size, cores));
            for (int row = 1; row < size.rows(); row++)
                for (int column = 0; column < size.columns(); column++) {
                    char was = before.at(column, row).glyph();
                    if (!Character.isLetter(was) || inWarmingUp(before, column, row)) continue;
                    assertEquals(
                            was,
                            after.at(column, row).glyph(),
                            size + " at " + column + "," + row + "\n" + before + after);
                }
        }
    }

    /** The words "warming up" stand in for a number, and go when it comes. */
    private static boolean inWarmingUp(Grid grid, int column, int row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < grid.size().columns(); i++)
            line.append(grid.at(i, row).glyph());
        for (int at = line.indexOf("warming up"); at >= 0; at = line.indexOf("warming up", at + 1))
            if (column >= at && column < at + 10) return true;
        return false;
    }

    @Test
    void aPanelThatFailsSaysSoInItsPlace() {
        Panel broken = new Panel() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public void draw(State state, OnScreen others, Canvas canvas) {
                throw new IllegalStateException("no idea");
            }
        };
        Grid grid = new Grid(new Size(60, 4));
        State state = Scenes.warmingUp(USUAL, 2);
        Picture.draw(
                new Arrangement.Placed(broken, new Rect(0, 0, 60, 4), true),
                state,
                OnScreen.ALONE,
                new Canvas(grid, state.setup().glyphs()));
        assertTrue(grid.toString().contains("broken cannot be drawn"), grid.toString());
        assertTrue(grid.toString().contains("unexpected IllegalStateException"), grid.toString());
        assertFalse(grid.toString().contains("no idea"), grid.toString());
    }
}
