package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Text;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', C.UTF-8, xterm, BRAILLE",
        "'', '', en_US.utf8, xterm, BRAILLE",
        "'', '', en_US.UTF-8, linux, CONSOLE",
        "'', '', C, xterm, ASCII",
        "'', '', '', xterm, ASCII",
        "C, de_DE.UTF-8, de_DE.UTF-8, xterm, ASCII",
        "'', POSIX, de_DE.UTF-8, xterm, ASCII",
        "'', de_DE.UTF-8, C, xterm, BRAILLE",
        "C.UTF-8, C, C, xterm, BRAILLE",
    })
    void theLocaleAndTheTerminalDecide(String all, String ctype, String lang, String term, Glyphs glyphs) {
        Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", all, "LC_CTYPE", ctype));
        environment.put("LANG", lang);
        environment.put("TERM", term);
        assertEquals(glyphs, GlyphChoice.of(environment));
        environment.values().removeIf(String::isEmpty);
        assertEquals(glyphs, GlyphChoice.of(environment));
    }

    @Test
    void nothingButAsciiGoesToAnAsciiTerminal() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char fit = GlyphChoice.fit((char) c, Glyphs.ASCII);
            assertTrue(fit >= ' ' && fit <= '~', "U+" + Integer.toHexString(c));
        }
    }

    @Test
    void noControlCharacterGoesToAnyTerminal() {
        for (Glyphs glyphs : Glyphs.values()) {
            for (int c = 0; c <= Character.MAX_VALUE; c++) {
                char fit = GlyphChoice.fit((char) c, glyphs);
                assertTrue(!Character.isISOControl(fit) && !Character.isSurrogate(fit), "U+" + Integer.toHexString(c));
            }
        }
    }

    @Test
    void whatFillsTwoColumnsOrNoneIsNotSent() {
        assertEquals("?????", fit("⌚\u0301⚡\u202e\u4dc0", Glyphs.BRAILLE));
        assertEquals("日 ｘ".replace(' ', Text.TAIL), fit("日 ｘ".replace(' ', Text.TAIL), Glyphs.BRAILLE));
        assertEquals("? ", fit("日" + Text.TAIL, Glyphs.CONSOLE));
    }

    @ParameterizedTest
    @CsvSource({"µ,u", "·,.", "×,x", "│,|", "─,-", "┌,+", "█,#", "▁,_", "→,>", "⣿,:", "é,?", "日,?"})
    void whatAsciiLacksHasALikeness(char glyph, char likeness) {
        assertEquals(likeness, GlyphChoice.fit(glyph, Glyphs.ASCII));
    }

    @Test
    void whatATerminalHasStaysAsItIs() {
        assertEquals("µ·█│⣿", fit("µ·█│⣿", Glyphs.BRAILLE));
        assertEquals("µ·█│:", fit("µ·█│⣿", Glyphs.BLOCK));
        assertEquals("µ·█│:-.*x>#", fit("µ·█│⣿–…●✗▸▉", Glyphs.CONSOLE));
    }

    private static String fit(String text, Glyphs glyphs) {
        StringBuilder fit = new StringBuilder();
        for (int i = 0; i < text.length(); i++) fit.append(GlyphChoice.fit(text.charAt(i), glyphs));
        return fit.toString();
    }
}
