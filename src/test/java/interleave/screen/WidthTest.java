package interleave.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {
    @ParameterizedTest
    @CsvSource({
        "0041, 1",
        "00e9, 1",
        "0301, 0",
        "0378, -1",
        "0009, -1",
        "009b, -1",
        "00ad, 1",
        "1100, 2",
        "1160, 0",
        "200b, 0",
        "200d, 0",
        "202e, 0",
        "2028, -1",
        "26a1, 2",
        "2630, 2",
        "2500, 1",
        "4e00, 2",
        "4dc0, 2",
        "a960, 2",
        "ac00, 2",
        "d7b0, 0",
        "d800, -1",
        "e000, -1",
        "fe0f, 0",
        "ff21, 2",
        "ff71, 1",
        "ffff, -1",
        "1f600, 2",
        "1fadf, 2",
        "20000, 2",
        "e0020, 0",
        "10ffff, -1"
    })
    void columnsAsWcwidthCountsThem(String codePoint, int columns) {
        assertEquals(columns, Width.of(Integer.parseInt(codePoint, 16)));
    }

    @Test
    void noWideCharacterIsTakenForANarrowOne() {
        int[] ranges = WideRanges.ALL.codePoints().toArray();
        for (int i = 0; i < ranges.length; i += 2)
            for (int c = ranges[i]; c <= ranges[i + 1]; c++) assertFalse(Width.narrow(c), Integer.toHexString(c));
    }

    /** A sequence that terminals draw in different ways is one sign: as a reader takes it. */
    @ParameterizedTest
    @CsvSource({
        "'web-01', 'web-01'",
        "'caf\u00e9', 'caf\u00e9'",
        "'cafe\u0301', 'caf\u00e9'",
        "'x\u030c\u0323y', 'x?y'",
        "'a\u26a1b', 'a?b'",
        "'\ud83d\ude00', '?'",
        "'\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb!', '?!'",
        "'\u65e5\u672c', '\u65e5\u672c'",
        "'\u202eevil\u202c', '?evil?'",
        "'a\u200b\ufeffb', 'a?b'",
        "'\u05d0\u05d1', '??'",
        "'\u0378\ue000\ud800', '???'",
        "'a\u3000b\u2003c', 'a b c'",
        "'\u0421\u0435\u0440\u0432\u0435\u0440', '\u0421\u0435\u0440\u0432\u0435\u0440'",
        "'\u0391\u03b8\u03ae\u03bd\u03b1', '\u0391\u03b8\u03ae\u03bd\u03b1'",
    })
    void foreignTextIsMadeSafe(String text, String safe) {
        assertEquals(safe, Text.clean(text));
    }

    @Test
    void controlCharactersNeverGetThrough() {
        assertEquals("a?[2Jb?c?d?", Text.clean("a\u001b[2Jb\nc\u009bd\u007f"));
    }

    @Test
    void aWideCharacterTakesTwoCells() {
        assertEquals("\u65e5" + Text.TAIL + "a", Text.cells("\u65e5a"));
        assertEquals(6, Text.cells("\u65e5\u672c\uff21").length());
    }

    @Test
    void noWideCharacterIsCutInTwo() {
        String text = Text.cells("\u65e5\u672c\u8a9e");
        assertEquals("\u65e5" + Text.TAIL + "~", Text.fit(text, 4, '~'));
        assertEquals("\u65e5" + Text.TAIL + "~", Text.fit(text, 3, '~'));
        assertEquals("~\u8a9e" + Text.TAIL, Text.tail(text, 4, '~'));
        assertEquals(List.of("\u65e5" + Text.TAIL, "\u672c" + Text.TAIL, "\u8a9e" + Text.TAIL), Text.cut(text, 3));
        assertEquals("\u65e5" + Text.TAIL, Text.wrap(text, 3, 2, '~').getFirst());
    }

    @Test
    void whateverTextItIsItsCellsAreWholeAndSafe() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--)
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x110000 : 0x3400));
            whole(Text.cells(text.toString()));
            String fit = Text.fit(Text.cells(text.toString()), 1 + random.nextInt(9), '~');
            whole(fit);
            for (String line : Text.wrap(Text.cells(text.toString()), 2 + random.nextInt(9), 3, '~')) whole(line);
        }
    }

    private static void whole(String cells) {
        for (int i = 0; i < cells.length(); i++) {
            char c = cells.charAt(i);
            boolean headed = i > 0 && Text.wide(cells.charAt(i - 1));
            assertEquals(c == Text.TAIL, headed, cells);
            assertTrue(c == Text.TAIL || Text.drawable(c), cells);
            assertFalse(Character.isISOControl(c) || Character.isSurrogate(c));
        }
    }
}
