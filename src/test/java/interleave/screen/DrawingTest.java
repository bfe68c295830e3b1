package interleave.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Symbols.Mark;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Ink[] INKS = {Ink.USER, Ink.SYSTEM};

    @Test
    void aBarEndsAtAnEighthOfACell() {
        assertEquals("████\n", bar(Glyphs.BRAILLE, 4, 1));
        assertEquals("██▌·\n", bar(Glyphs.BRAILLE, 4, 0.5, 0.125));
        assertEquals("····\n", bar(Glyphs.BRAILLE, 4, 0));
        assertEquals("▏···\n", bar(Glyphs.BRAILLE, 4, 1 / 32.0));
    }

    @Test
    void inAsciiEachPartHasItsLetter() {
        assertEquals("uuss....\n", bar(Glyphs.ASCII, 8, 0.25, 0.25));
    }

    @Test
    void whatIsMoreThanTheWholeIsCutOff() {
        assertEquals("████\n", bar(Glyphs.BRAILLE, 4, 0.9, 0.9));
    }

    private static String bar(Glyphs glyphs, int width, double... parts) {
        Grid grid = new Grid(new Size(width, 1));
        Bar.draw(new Canvas(grid, glyphs), 0, 0, width, parts, INKS, "us");
        return grid.toString();
    }

    @Test
    void aGraphMovesEverySecondSampleAlone() {
        Samples history = new Samples(0, 25, 50, 100);
        assertEquals(" ⣀⣼\n", graph(Glyphs.BRAILLE, 3, 1, history).replace("⣠", "⣀"));
        assertEquals("⣀⣼⡇\n", graph(Glyphs.BRAILLE, 3, 1, history.plus(100)).replace("⣠", "⣀"));
        assertEquals(
                "⣀⣼⣿\n", graph(Glyphs.BRAILLE, 3, 1, history.plus(100, 100)).replace("⣠", "⣀"));
    }

    @Test
    void aMissingSampleIsAGapAndNothingIsADot() {
        Samples history = new Samples(0, Double.NaN, Double.NaN, Double.NaN, 0, 100);
        assertEquals("⡀ ⣸\n", graph(Glyphs.BRAILLE, 3, 1, history));
    }

    @Test
    void aTallGraphFillsFromBelow() {
        Samples history = new Samples(50, 100);
        assertEquals("⢸\n⣿\n", graph(Glyphs.BRAILLE, 1, 2, history));
        assertEquals("▄\n█\n", graph(Glyphs.BLOCK, 1, 2, history));
        assertEquals(":\n#\n", graph(Glyphs.ASCII, 1, 2, history));
    }

    /** Numbers as they came, the oldest first; NaN where there is none. */
    private record Samples(double... values) implements Series {
        Samples plus(double... more) {
            double[] all = Arrays.copyOf(values, values.length + more.length);
            System.arraycopy(more, 0, all, values.length, more.length);
            return new Samples(all);
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public long total() {
            return values.length;
        }

        @Override
        public double orNaN(int age) {
            return age >= 0 && age < values.length ? values[values.length - 1 - age] : Double.NaN;
        }
    }

    private static String graph(Glyphs glyphs, int columns, int rows, Samples history) {
        Grid grid = new Grid(new Size(columns, rows));
        Graph.draw(new Canvas(grid, glyphs), history, 100, Ink.RUN_1);
        return grid.toString();
    }

    /** Over the only sample that there is, however far it has gone, and whatever came before it. */
    @Test
    void aMarkStandsOverItsSample() {
        for (int before = 0; before < 5; before++) {
            Samples history = new Samples();
            for (int i = 0; i < before; i++) history = history.plus(Double.NaN);
            history = history.plus(10);
            for (int age = 0; age < 9; age++) {
                String column = graph(Glyphs.BLOCK, 5, 1, history).replaceAll("[^ \n]", "x");
                Grid grid = new Grid(new Size(5, 1));
                Graph.mark(new Canvas(grid, Glyphs.BLOCK), history, age, 'x', Ink.STRONG);
                assertEquals(column, grid.toString(), before + " before, " + age + " after");
                history = history.plus(Double.NaN);
            }
        }
    }

    @Test
    void aMarkThatIsNotSeenIsNotDrawn() {
        Samples history = new Samples(1, 1);
        for (long age : new long[] {-1, 2, 1000}) {
            Grid grid = new Grid(new Size(3, 1));
            Graph.mark(new Canvas(grid, Glyphs.BLOCK), history, age, 'x', Ink.STRONG);
            assertEquals("\n", grid.toString());
        }
    }

    /** Only ended runs look like those that never began: what stands there differs. */
    @Test
    void howARunStandsHasASignOfItsOwn() {
        for (Glyphs glyphs : Glyphs.values()) {
            Set<Character> signs = new HashSet<>();
            for (Mark mark : List.of(
                    Mark.IDLE, Mark.STARTING, Mark.RUNNING, Mark.SILENT, Mark.STOPPING, Mark.FAILED, Mark.UNVERIFIED)) {
                char sign = Symbols.of(glyphs).mark(mark);
                assertTrue(sign != ' ' && signs.add(sign), glyphs + " " + mark);
            }
        }
    }

    @Test
    void scalesAreRoundNumbers() {
        assertEquals(10, Graph.calmScale(new Samples(), 4, 10));
        assertEquals(50, Graph.calmScale(new Samples(21), 4, 10));
        assertEquals(0.02, Graph.calmScale(new Samples(0.0199), 4, 0.01), 1e-9);
    }

    private record Column(Columns.Shape shape) implements Columns.Column {
        Column(int width, int least, int widest, int dropped) {
            this(new Columns.Shape("", false, width, least, widest, dropped));
        }
    }

    @Test
    void columnsAreDroppedInTheirOrderAndTheRestIsWidened() {
        List<Column> all = List.of(new Column(5, 3, 5, 0), new Column(4, 4, 4, 2), new Column(4, 4, 9, 1));
        assertEquals(List.of(5, 4, 9), widths(all, 40));
        assertEquals(List.of(5, 4, 4), widths(all, 15));
        assertEquals(List.of(5, 8), widths(all, 14));
        assertEquals(List.of(5), widths(all, 9));
        assertEquals(List.of(3), widths(all, 4));
    }

    private static List<Integer> widths(List<Column> all, int width) {
        return widths(all, width, 0, 1);
    }

    @Test
    void aColumnGetsWhatItIsToHaveFromThoseThatAreDroppedEarly() {
        List<Column> all = List.of(new Column(5, 3, 5, 0), new Column(4, 4, 9, 1), new Column(4, 4, 4, 2));
        assertEquals(List.of(8, 6, 4), widths(all, 20, 8, 2));
        assertEquals(List.of(8, 4, 4), widths(all, 18, 8, 2));
        assertEquals(List.of(8, 8), widths(all, 17, 8, 2));
        assertEquals(List.of(6, 4), widths(all, 11, 8, 2));
        assertEquals(List.of(8), widths(all, 11, 8, 1));
    }

    /** @param first what the first column is to have */
    private static List<Integer> widths(List<Column> all, int width, int first, int rank) {
        Columns.Wish<Column> wish = new Columns.Wish<>(all.getFirst(), first, rank);
        return Columns.fit(all, width, 1, wish).stream()
                .map(Columns.Placed::width)
                .toList();
    }

    @Test
    void textThatWouldBreakTheColumnsIsReplaced() {
        assertEquals("a?[2J\u4E00b", Text.clean("a\u001B[2J\u4E00b"));
        assertEquals("µ – ●", Text.clean("µ – ●"));
        assertEquals("abc…", Text.fit("abcdef", 4, '…'));
        assertEquals(List.of("one two", "three f…"), Text.wrap("one two three four", 8, 2, '…'));
        assertEquals(List.of("abcdefgh", "ij"), Text.wrap("abcdefghij", 8, 3, '…'));
    }

    /** Else the first seconds of a run, in which classes load, would make all that follows flat for minutes. */
    @Test
    void aSpikeDoesNotOwnTheScale() {
        double[] values = new double[33];
        Arrays.fill(values, 0.103);
        values[1] = 412;
        values[2] = 60;
        Series series = new Samples(values);
        assertEquals(0.2, Graph.calmScale(series, 33, 0.01), 1e-9);
        assertEquals(31, Graph.peak(series, 33));
    }

    /** Else what a machine does from now on would stand at the upper edge until it has lasted for minutes. */
    @Test
    void aLevelThatLastsIsNoSpike() {
        double[] values = new double[200];
        Arrays.fill(values, 500);
        values[199] = 20_000;
        assertEquals(10_000, Graph.calmScale(new Samples(values), 200, 10_000));
        values[198] = 20_000;
        values[197] = 20_000;
        assertEquals(20_000, Graph.calmScale(new Samples(values), 200, 10_000));
    }
}
