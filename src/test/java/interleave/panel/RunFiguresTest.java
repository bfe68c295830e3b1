package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.spec.Arrival;
import interleave.spec.Load;
import org.junit.jupiter.api.Test;

class RunFiguresTest {
    private static String under(Arrival arrival) {
        ScriptedSession session = new ScriptedSession(new Size(120, 42), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .more(3)
                .start(Script.of(WholeMatrix.place("http/event-loop"), 2_000, 0.1, 20, 20, 0)
                        .under(new Load.Open(2_000, arrival)))
                .more(3);
        return Picture.draw(session.state()).toString();
    }

    /** All scripted gaps are alike: 63 % of exponential ones would be shorter. */
    @Test
    void startsAtRandomTellHowFarTheirGapsAreOff() {
        String random = under(Arrival.POISSON);
        assertTrue(random.lines().anyMatch(line -> line.matches(".*gaps off plan, % +6\\d .*")), random);
        String constant = under(Arrival.CONSTANT);
        assertTrue(constant.contains("dropped in interval") && !constant.contains("gaps off plan"), constant);
        assertFalse(random.contains("dropped in interval"), "there is room for one of them");
    }
}
