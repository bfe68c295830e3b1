package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.state.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text that stands below the prompt after the monitor has quit. */
class SummaryAtQuitTest {
    @Test
    void aRaceSaysHowMuchItLostAndThatItsResultIsWrong() {
        List<String> lines = lines("counter-race/threads", 0.5);
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(1).startsWith("counter-race/threads "), lines::toString);
        assertTrue(lines.get(1).contains(" yes "), lines::toString);
        String lost = "  lost [0-9.]+k? of [0-9.]+[MG] updates: its result is wrong \\(verified is each task alone\\)";
        assertTrue(lines.get(2).matches(lost), lines::toString);
        assertTrue(lines.get(2).length() <= 80, lines::toString);
    }

    @Test
    void aCounterThatCannotLoseAnUpdateSaysNothing() {
        assertEquals(3, lines("counter-lock/threads", 0).size());
    }

    /** The settings of a step are told whatever the terminal's width, and no line is broken by its edge. */
    @Test
    void stepsFitTheTerminalWithTheirSettings() {
        State state = Scenes.named("steps", new Size(80, 24));
        for (int columns : List.of(60, 80, 120, 160)) {
            List<String> lines = Summary.lines(state.scene(), Glyphs.BRAILLE, columns);
            String all = String.join("\n", lines);
            assertTrue(all.contains("256 in flight, pool size 64"), all);
            assertTrue(all.contains("256 in flight, pool size 512"), all);
            for (String line : lines) if (columns >= 80) assertTrue(line.length() <= columns, columns + ": " + line);
        }
    }

    /** @param lost updates for each task */
    private static List<String> lines(String workload, double lost) {
        Script script =
                Script.of(WholeMatrix.place(workload), 9_000, 4.1, 95, 0.4, 0).with(Map.of("lost_updates", lost));
        ScriptedSession session =
                new ScriptedSession(new Size(80, 24), 2, Glyphs.BRAILLE, WholeMatrix.MENU).start(script);
        return Summary.lines(session.more(5).state().scene(), Glyphs.BRAILLE, 160);
    }
}
