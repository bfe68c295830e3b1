package interleave.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LargeTextTest {
    @Test
    void aNumberIsDrawnInBlocksOfTwoColumns() {
        assertEquals("""
              ██    ██████
            ████        ██
              ██    ██████  ██  ██
              ██    ██        ██
            ██████  ██████  ██  ██
            """, drawn("12x", Glyphs.BRAILLE));
    }

    @Test
    void inAsciiTheBlocksAreNumberSigns() {
        assertEquals("""
            ######
            ##  ##          ##  ##    ####
            ######          ##  ##  ##
            ##  ##          ##  ##      ##
            ######  ##      ######  ####
            """, drawn("8. us", Glyphs.ASCII));
    }

    @Test
    void itsWidthIsWhatItDraws() {
        for (String text :
                new String[] {"18.8 \u00B5s", "4.11M", "<0.1 us", "1.05  s", "380/s", "9.2 ms", "12.3k", "1G", "3 ns"
                }) {
            int widest = drawn(text, Glyphs.BRAILLE)
                    .lines()
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            assertEquals(LargeText.columns(text), widest, text);
        }
    }

    @Test
    void whatIsNoNumberHasNoSuchLetters() {
        assertEquals(0, LargeText.columns("about the same"));
        assertEquals(0, LargeText.columns(""));
        assertEquals("\n".repeat(LargeText.ROWS), drawn("unknown", Glyphs.BRAILLE));
    }

    private static String drawn(String text, Glyphs glyphs) {
        Grid grid = new Grid(new Size(100, LargeText.ROWS));
        LargeText.draw(new Canvas(grid, glyphs), 0, 0, text, Ink.PLAIN);
        return grid.toString();
    }
}
