package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Ink;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final Set<Ink> RUNS = EnumSet.range(Ink.RUN_1, Ink.RUN_8);

    @ParameterizedTest
    @CsvSource({
        "'', '', '', ANSI_16",
        "'', '', xterm, ANSI_16",
        "'', '', xterm-256color, INDEXED_256",
        "'', truecolor, xterm, RGB_24BIT",
        "'', 24bit, screen-256color, INDEXED_256",
        "'', truecolor, screen, ANSI_16",
        "'', truecolor, screen.xterm-256color, INDEXED_256",
        "'', truecolor, tmux-256color, RGB_24BIT",
        "'', yes, linux, ANSI_16",
        "'', truecolor, linux, ANSI_16",
        "'', truecolor, linux-16color, ANSI_16",
        "'', '', xterm-direct, RGB_24BIT",
        "1, truecolor, xterm-256color, NONE",
        "'', '', vt100, NONE",
        "'', '', vt220-8bit, NONE",
        "'', '', xterm-mono, NONE",
        "'', '', linux-m, NONE",
        "'', '', screen, ANSI_16",
        "'', truecolor, vt100, NONE",
        "'', truecolor, vt420, NONE",
        "'', truecolor, vt525, ANSI_16",
    })
    void depthIsWhatTheEnvironmentSays(String noColor, String colorTerm, String term, ColorDepth depth) {
        assertEquals(depth, ColorDepth.of(Map.of("NO_COLOR", noColor, "COLORTERM", colorTerm, "TERM", term)));
    }

    /** The window of tmux and that of GNU screen may have one name; which it is, a variable of each tells. */
    @ParameterizedTest
    @CsvSource({"TMUX, '', RGB_24BIT", "STY, '', INDEXED_256", "TMUX, STY, INDEXED_256"})
    void gnuScreenHasNot24BitsBecauseTheTerminalAroundItHas(String one, String other, ColorDepth depth) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TERM", "screen-256color");
        environment.put("COLORTERM", "truecolor");
        environment.put(one, "x");
        if (!other.isEmpty()) environment.put(other, "x");
        assertEquals(depth, ColorDepth.of(environment));
    }

    @ParameterizedTest
    @EnumSource(ColorDepth.class)
    void loudInksDifferAtEveryDepth(ColorDepth depth) {
        Palette palette = new Palette(depth);
        List<Style> loud = Stream.of(Ink.PLAIN, Ink.STRONG, Ink.NOTICE, Ink.BAD)
                .map(palette::style)
                .distinct()
                .toList();
        assertEquals(4, loud.size());
        assertNotEquals(palette.style(Ink.USER), palette.style(Ink.SYSTEM));
    }

    @ParameterizedTest
    @EnumSource(value = ColorDepth.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void runsHaveColorsOfTheirOwn(ColorDepth depth) {
        Palette palette = new Palette(depth);
        assertEquals(
                8, RUNS.stream().map(palette::style).collect(Collectors.toSet()).size());
    }

    /** Lines below each other are one apart, the same model of the next task is three: bright is no difference. */
    @Test
    void ofSixteenColorsNeighboursAreNoTwoShadesOfOne() {
        Palette palette = new Palette(ColorDepth.ANSI_16);
        List<Ink> runs = RUNS.stream().sorted().toList();
        for (int run = 0; run < runs.size(); run++) {
            Ink ink = runs.get(run);
            assertNotEquals(shade(palette, ink), shade(palette, runs.get((run + 1) % runs.size())), ink::name);
            assertNotEquals(shade(palette, ink), shade(palette, runs.get((run + 3) % runs.size())), ink::name);
        }
    }

    /** The last figure of a colour's number, which bright and dark have alike. */
    private static char shade(Palette palette, Ink ink) {
        String number = palette.style(ink).foreground().parameters();
        return number.charAt(number.length() - 1);
    }

    @Test
    void noDepthGetsColorsThatItDoesNotKnow() {
        for (Ink ink : Ink.values()) {
            assertEquals(Hue.DEFAULT, new Palette(ColorDepth.NONE).style(ink).foreground());
            assertEquals(
                    2,
                    new Palette(ColorDepth.ANSI_16)
                            .style(ink)
                            .foreground()
                            .parameters()
                            .length());
            String indexed =
                    new Palette(ColorDepth.INDEXED_256).style(ink).foreground().parameters();
            assertTrue(indexed.length() == 2 || indexed.startsWith("38;5;"), indexed);
        }
    }

    @ParameterizedTest
    @EnumSource(ColorDepth.class)
    void textKeepsTheTerminalsOwnForeground(ColorDepth depth) {
        assertEquals(Hue.DEFAULT, new Palette(depth).style(Ink.PLAIN).foreground());
    }
}
