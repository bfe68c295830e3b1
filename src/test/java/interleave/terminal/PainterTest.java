package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Cell;
import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Size;
import interleave.screen.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PainterTest {
    private static final Ink[] INKS = Ink.values();
    private static final String CHARACTERS = "   0123456789abcxyz%│─█▃⣿⡀µ·×°é日日\uffff\uffff\u0000\u0301";

    private final List<byte[]> frames = new ArrayList<>();
    private BooleanSupplier lanterna = () -> true;

    @ParameterizedTest
    @EnumSource(ColorDepth.class)
    void whatIsSentPaintsExactlyTheGrid(ColorDepth depth) throws IOException {
        for (int seed = 0; seed < 60; seed++) paintsExactly(depth, new Random(seed));
    }

    private void paintsExactly(ColorDepth depth, Random random) throws IOException {
        Glyphs glyphs = Glyphs.values()[random.nextInt(Glyphs.values().length)];
        Size size = size(random);
        boolean brightIsBold = random.nextBoolean();
        Emulator terminal = new Emulator(size, brightIsBold);
        int[] until = {random.nextInt(10)};
        lanterna = () -> until[0]-- <= 0;
        Painter painter = painter(size, depth, glyphs);
        Grid grid = new Grid(size);
        for (int step = 0; step < 30; step++) {
            Size next = random.nextInt(10) == 0 ? size(random) : size;
            if (!next.equals(size)) {
                size = next;
                terminal.resize(size);
                grid = new Grid(random.nextBoolean() ? size : size(random));
            }
            change(grid, random);
            painter.paint(grid, size, step == 0 || random.nextInt(20) == 0, random.nextInt(10) == 0);
            frames.forEach(terminal::accept);
            frames.clear();
            Grid shown = grid;
            Size seen = size;
            same(terminal, size, (column, row) -> look(shown, seen, column, row, depth, glyphs, brightIsBold));
        }
    }

    private static Size size(Random random) {
        return random.nextInt(5) == 0 ? new Size(1, 1) : new Size(1 + random.nextInt(40), 1 + random.nextInt(12));
    }

    private static void change(Grid grid, Random random) {
        // More than goes by Lanterna, now and then.
        int runs = random.nextInt(5) == 0 ? 120 : random.nextInt(8);
        for (int run = 0; run < runs; run++) {
            int row = random.nextInt(grid.size().rows());
            int column = random.nextInt(grid.size().columns());
            Ink ink = INKS[random.nextInt(INKS.length)];
            boolean bold = random.nextInt(4) == 0;
            boolean reversed = random.nextInt(4) == 0;
            for (int i = random.nextInt(12); i >= 0; i--) {
                if (random.nextInt(5) == 0) ink = INKS[random.nextInt(INKS.length)];
                char glyph = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                if (random.nextInt(4) > 0) grid.set(column + i, row, new Cell(glyph, ink, bold, reversed));
            }
        }
    }

    private static void same(Emulator terminal, Size size, BiFunction<Integer, Integer, Emulator.Look> expected) {
        for (int row = 0; row < size.rows(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                assertEquals(expected.apply(column, row), terminal.at(column, row), "column " + column + " row " + row);
            }
        }
    }

    private static char glyph(Grid grid, Size size, int column, int row, Glyphs glyphs) {
        boolean inside = column >= 0
                && column < Math.min(size.columns(), grid.size().columns())
                && row < Math.min(size.rows(), grid.size().rows());
        return inside ? GlyphChoice.fit(grid.at(column, row).glyph(), glyphs) : ' ';
    }

    private static Emulator.Look look(
            Grid grid, Size size, int column, int row, ColorDepth depth, Glyphs glyphs, boolean brightIsBold) {
        boolean inside = column < grid.size().columns() && row < grid.size().rows();
        Cell cell = inside ? grid.at(column, row) : Cell.BLANK;
        Style style = new Palette(depth).style(cell.ink());
        char glyph = glyph(grid, size, column, row, glyphs);
        if (glyph == Text.TAIL && !Text.wide(glyph(grid, size, column - 1, row, glyphs))) glyph = ' ';
        if (Text.wide(glyph) && glyph(grid, size, column + 1, row, glyphs) != Text.TAIL) glyph = '?';
        boolean bright = style.foreground().bright();
        return new Emulator.Look(
                        glyph,
                        style.foreground().parameters(),
                        "49",
                        style.bold() || cell.bold() || brightIsBold && bright,
                        style.underlined(),
                        style.reversed() != cell.reversed())
                .visible();
    }

    /** Whatever a terminal takes a letter or a wide character for, the number behind it is the one that was meant. */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "1, 1", "2, 1"})
    void aNumberBehindForeignTextIsNotMisread(int letter, int wide) throws IOException {
        for (String text :
                List.of("cafe\u0301", "a\u26a1b", "\ud83d\ude00 web", "\u65e5\u672c", "\u0421\u0435\u0440")) {
            Size size = new Size(40, 2);
            Emulator terminal = new Emulator(size, false).withWidths(letter, wide);
            Painter painter = painter(size, ColorDepth.INDEXED_256, Glyphs.BRAILLE);
            String cells = Text.cells(text);
            for (String number : List.of("10%", "25%", "7%", "100%")) {
                painter.paint(text(size, cells + "  " + number + " of x"), size, number.equals("10%"), false);
                frames.forEach(terminal::accept);
                frames.clear();
                StringBuilder row = new StringBuilder();
                for (int i = cells.length() + 1; i < size.columns(); i++)
                    row.append(terminal.at(i, 0).glyph());
                assertEquals(" " + number + " of x", row.toString().stripTrailing(), text);
            }
        }
    }

    @Test
    void theFirstFrameGoesToTheAlternateScreenInTheSameWrite() throws IOException {
        Size size = new Size(10, 2);
        Emulator terminal = new Emulator(size, false);
        painter(size, ColorDepth.ANSI_16, Glyphs.ASCII).paint(new Grid(size), size, true, false);
        assertEquals(1, frames.size());
        terminal.accept(frames.getFirst());
        assertTrue(terminal.alternate());
        assertFalse(terminal.cursorShown());
        assertTrue(terminal.pastesInBrackets());
    }

    /** As where a name in front of another, equal one covers its second column. */
    @Test
    void ofTwoEqualWideCharactersTheWholeOneIsDrawn() throws IOException {
        Size size = new Size(8, 1);
        Emulator terminal = new Emulator(size, false);
        painter(size, ColorDepth.INDEXED_256, Glyphs.BRAILLE)
                .paint(text(size, "a\u65e5\u65e5\uffffb"), size, true, false);
        terminal.accept(frames.getFirst());
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < 5; i++) row.append(terminal.at(i, 0).glyph());
        assertEquals("a?\u65e5\uffffb", row.toString());
    }

    @Test
    void nothingIsSentWhenNothingChanged() throws IOException {
        Size size = new Size(80, 24);
        Painter painter = shown(size);
        painter.paint(text(size, "12345"), size, false, false);
        assertEquals(List.of(), frames);
    }

    @Test
    void aChangedDigitCostsItsPlaceAndItself() throws IOException {
        Size size = new Size(80, 24);
        Painter painter = shown(size);
        painter.paint(text(size, "12375"), size, false, false);
        assertEquals(List.of("\033[2D7"), bodies());
    }

    @Test
    void aSmallGapIsPrintedAgainAndALargeOneSkipped() throws IOException {
        Size size = new Size(80, 24);
        Painter painter = shown(size);
        painter.paint(text(size, "02346"), size, false, false);
        painter.paint(text(size, "12346        x"), size, false, false);
        assertEquals(List.of("\r02346", "\r1\033[12Cx"), bodies());
    }

    private Painter shown(Size size) throws IOException {
        Painter painter = painter(size, ColorDepth.INDEXED_256, Glyphs.BRAILLE);
        painter.paint(text(size, "12345"), size, true, false);
        frames.clear();
        return painter;
    }

    private static Grid text(Size size, String text) {
        Grid grid = new Grid(size);
        for (int i = 0; i < text.length(); i++) {
            grid.set(i, 0, new Cell(text.charAt(i), Ink.PLAIN, false, false));
        }
        return grid;
    }

    private List<String> bodies() {
        return frames.stream()
                .map(f -> new String(f, StandardCharsets.UTF_8))
                .map(f -> f.substring(FrameOut.BEGIN.length, f.length() - FrameOut.END.length))
                .toList();
    }

    private Painter painter(Size size, ColorDepth depth, Glyphs glyphs) throws IOException {
        return new Painter(new FrameOut(frames::add), size, new Shades(new Palette(depth), glyphs), lanterna);
    }
}
