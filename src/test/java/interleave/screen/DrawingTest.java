package interleave.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.screen.Symbols.Mark;
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
        History history = History.ofCapacity(16);
        for (double value : new double[] {0, 25, 50, 100}) history = history.plus(Reading.of(value));
        assertEquals(" ⣀⣼\n", graph(Glyphs.BRAILLE, 3, 1, history).replace("⣠", "⣀"));
        assertEquals(
                "⣀⣼⡇\n",
                graph(Glyphs.BRAILLE, 3, 1, history.plus(Reading.of(100))).replace("⣠", "⣀"));
        assertEquals(
                "⣀⣼⣿\n",
                graph(Glyphs.BRAILLE, 3, 1, history.plus(Reading.of(100)).plus(Reading.of(100)))
                        .replace("⣠", "⣀"));
    }

    @Test
    void aMissingSampleIsAGapAndNothingIsADot() {
        History history = History.ofCapacity(16)
                .plus(Reading.of(0))
                .plus(Reading.WARMING_UP)
                .plus(Reading.WARMING_UP)
                .plus(Reading.WARMING_UP)
                .plus(Reading.of(0))
                .plus(Reading.of(100));
        assertEquals("⡀ ⣸\n", graph(Glyphs.BRAILLE, 3, 1, history));
    }

    @Test
    void aTallGraphFillsFromBelow() {
        History history = History.ofCapacity(4).plus(Reading.of(50)).plus(Reading.of(100));
        assertEquals("⢸\n⣿\n", graph(Glyphs.BRAILLE, 1, 2, history));
        assertEquals("▄\n█\n", graph(Glyphs.BLOCK, 1, 2, history));
        assertEquals(":\n#\n", graph(Glyphs.ASCII, 1, 2, history));
    }

    private static Series plotted(History history) {
        return new Series() {
            @Override
            public int size() {
                return history.size();
            }

            @Override
            public long total() {
                return history.total();
            }

            @Override
            public boolean has(int age) {
                return history.has(age);
            }

            @Override
            public double at(int age) {
                return history.at(age);
            }
        };
    }

    private static String graph(Glyphs glyphs, int columns, int rows, History history) {
        Grid grid = new Grid(new Size(columns, rows));
        Graph.draw(new Canvas(grid, glyphs), plotted(history), 100, Ink.RUN_1);
        return grid.toString();
    }

    /** Over the only sample that there is, however far it has gone, and whatever came before it. */
    @Test
    void aMarkStandsOverItsSample() {
        for (int before = 0; before < 5; before++) {
            History history = History.ofCapacity(12);
            for (int i = 0; i < before; i++) history = history.plus(Reading.WARMING_UP);
            history = history.plus(Reading.of(10));
            for (int age = 0; age < 9; age++) {
                String column = graph(Glyphs.BLOCK, 5, 1, history).replaceAll("[^ \n]", "x");
                Grid grid = new Grid(new Size(5, 1));
                Graph.mark(new Canvas(grid, Glyphs.BLOCK), plotted(history), age, 'x', Ink.STRONG);
                assertEquals(column, grid.toString(), before + " before, " + age + " after");
                history = history.plus(Reading.WARMING_UP);
            }
        }
    }

    @Test
    void aMarkThatIsNotSeenIsNotDrawn() {
        History history = History.ofCapacity(4).plus(Reading.of(1)).plus(Reading.of(1));
        for (long age : new long[] {-1, 2, 1000}) {
            Grid grid = new Grid(new Size(3, 1));
            Graph.mark(new Canvas(grid, Glyphs.BLOCK), plotted(history), age, 'x', Ink.STRONG);
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
        assertEquals(10, Graph.scale(plotted(History.ofCapacity(4)), 4, 10));
        assertEquals(50, Graph.scale(plotted(History.ofCapacity(4).plus(Reading.of(21))), 4, 10));
        assertEquals(0.02, Graph.scale(plotted(History.ofCapacity(4).plus(Reading.of(0.0199))), 4, 0.01), 1e-9);
    }

    private record Column(int width, int least, int widest, int dropped) implements Columns.Column {}

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
        java.util.Arrays.fill(values, 0.103);
        values[1] = 412;
        values[2] = 60;
        Series series = new Series() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public long total() {
                return values.length;
            }

            @Override
            public boolean has(int age) {
                return age >= 0 && age < values.length;
            }

            @Override
            public double at(int age) {
                return values[values.length - 1 - age];
            }
        };
        assertEquals(500, Graph.scale(series, 33, 0.01));
        assertEquals(0.2, Graph.calmScale(series, 33, 0.01), 1e-9);
        assertEquals(31, Graph.peak(series, 33));
    }
}
