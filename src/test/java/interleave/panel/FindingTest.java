package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.state.Event;
import interleave.state.State;
import interleave.supervisor.RunEvent;
import interleave.supervisor.RunId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run finds out stands on the screen in words, and what it counts as a number. */
class FindingTest {
    private static final String WORDS =
            "deadlock/threads: deadlock: task #48213 holds left, task #48214 right, each wants the other's"
                    + " (ThreadMXBean saw it, no task ended for 51 ms); task #48214 is interrupted and tries again";

    private static String picture(int columns, int rows) {
        int place = WholeMatrix.place("deadlock/threads");
        Script script = Script.of(place, 9_000, 4.1, 95, 0.4, 0).with(Map.of("deadlocks", 0.001));
        State state = new ScriptedSession(new Size(columns, rows), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .start(script)
                .more(5)
                .on(new Event.Run(new RunEvent.Noted(new RunId(place), WORDS)))
                .state();
        return Panels.draw(state).toString();
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 40", "200, 50"})
    void aDeadlockIsNamedByItsThreadsAndLocks(int columns, int rows) {
        String picture = picture(columns, rows);
        assertTrue(picture.contains("deadlock: task #48213 holds left, task #48214 right"), picture);
    }
}
