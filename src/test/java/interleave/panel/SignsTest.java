package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Size;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sign that a panel draws is one of the glyphs at hand: none is written out where it is drawn. */
class SignsTest {
    private static final Set<Integer> CONSOLE = Set.copyOf(
            "\u2500\u2502\u250C\u2510\u2514\u2518\u2591\u2592\u2588\u00B7\u00B5\u25B6\u00B0\u2022\u2191\u2193\u25A0\u2190\u2192\u25B2\u2666\u25BC\u00BB"
                    .chars()
                    .boxed()
                    .toList());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warming-up",
                "idle",
                "three-runs",
                "failed-run",
                "cores-16",
                "cores-64",
                "cores-256",
                "probe-failed",
                "help",
                "paused",
                "matrix",
                "many-runs",
                "open-load",
                "processes"
            })
    void nothingElseIsDrawn(String scene) {
        for (Size size : new Size[] {new Size(40, 12), new Size(80, 24), new Size(120, 40), new Size(200, 50)}) {
            assertEquals(Set.of(), others(Picture.draw(Scenes.named(scene, size, Glyphs.ASCII)), Set.of()));
            assertEquals(Set.of(), others(Picture.draw(Scenes.named(scene, size, Glyphs.CONSOLE)), CONSOLE));
        }
    }

    private static Set<String> others(Grid grid, Set<Integer> known) {
        Set<String> others = new TreeSet<>();
        for (int row = 0; row < grid.size().rows(); row++)
            for (int column = 0; column < grid.size().columns(); column++) {
                char glyph = grid.at(column, row).glyph();
                if ((glyph < ' ' || glyph > '~') && !known.contains((int) glyph))
                    others.add("U+" + Integer.toHexString(glyph));
            }
        return others;
    }
}
