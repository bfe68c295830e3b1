package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Key.Char;
import interleave.screen.Size;
import interleave.spec.Knob;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsPanelTest {
    /** Steps differ by them: they are read whole before a further number has room. */
    @ParameterizedTest
    @CsvSource({"80, 24", "100, 30", "120, 40", "200, 50"})
    void theSettingsOfAStepAreReadWhole(int columns, int rows) {
        Script script = Script.of(WholeMatrix.place("http/pool"), 3_080, 1.07, 32, 20, 0);
        String picture = Picture.draw(new ScriptedSession(new Size(columns, rows), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                        .start(script)
                        .more(4)
                        .tuned(script, Knob.WORK, 200)
                        .more(4)
                        .press(new Char('v'))
                        .state())
                .toString();
        assertTrue(picture.contains("256, pool 64, work 200 \u00B5s"), picture);
    }
}
