package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.state.Event;
import interleave.state.Matrix;
import interleave.state.State;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings of a run stand on the screen in words, and its counts as numbers. */
class FindingTest {
    private static final String WORDS =
            "deadlock/threads: deadlock: task #48213 holds left, task #48214 right, each wants the other's"
                    + " (ThreadMXBean saw it, no task ended for 51 ms); task #48214 is interrupted and tries again";

    /** On a usual screen, over which the session may be 80 columns wide, as well. */
    @ParameterizedTest
    @CsvSource({"80, 24, false", "80, 24, true", "100, 30, false", "120, 40, false", "120, 40, true", "200, 50, false"})
    void whatARunIsThereToShowIsANumberOnTheScreen(int columns, int rows, boolean matrix) {
        assertShows("lost updates +[1-9]", "counter-race/pool", Map.of("lost_updates", 0.1), columns, rows, matrix);
        assertShows("deadlocks +[1-9]", "deadlock/threads", Map.of("deadlocks", 0.001), columns, rows, matrix);
        assertShows(
                "loop lag +60.0 ms", "fetch-and-blur/event-loop", Map.of("loop_lag_ms", 60.0), columns, rows, matrix);
        String wait = "run-queue wait.* [0-9.]+ .s .*involuntary.* [0-9]";
        assertShows(wait, "burst/threads", Map.of("run_queue_wait_us", 1000.0), columns, rows, matrix);
    }

    private static void assertShows(
            String words, String workload, Map<String, Double> eachTask, int columns, int rows, boolean matrix) {
        int place = WholeMatrix.place(workload);
        Script script = Script.of(place, 9_000, 4.1, 95, 0.4, 0).with(eachTask);
        ScriptedSession session = new ScriptedSession(new Size(columns, rows), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .start(script)
                .more(5)
                .press(new Key.Char('m'));
        Matrix cells = session.state().setup().menu().matrix();
        while (cells.rowOf(session.state().selected()) < cells.rowOf(place)) session.press(Key.Named.DOWN);
        while (cells.columnOf(session.state().selected()) < cells.columnOf(place)) session.press(Key.Named.RIGHT);
        while (cells.columnOf(session.state().selected()) > cells.columnOf(place)) session.press(Key.Named.LEFT);
        if (!matrix) session.press(Key.Named.ESCAPE);
        String picture = Picture.draw(session.state()).toString();
        assertTrue(Pattern.compile("(?s)" + words).matcher(picture).find(), picture);
    }

    private static String picture(int columns, int rows) {
        int place = WholeMatrix.place("deadlock/threads");
        Script script = Script.of(place, 9_000, 4.1, 95, 0.4, 0).with(Map.of("deadlocks", 0.001));
        State state = new ScriptedSession(new Size(columns, rows), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .start(script)
                .more(5)
                .on(new Event.Run(new RunEvent.Noted(new RunId(place), WORDS)))
                .state();
        return Picture.draw(state).toString();
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "120, 40", "200, 50"})
    void aDeadlockIsNamedByItsThreadsAndLocks(int columns, int rows) {
        String picture = picture(columns, rows);
        assertTrue(picture.contains("deadlock: task #48213 holds left, task #48214 right"), picture);
    }

    /** The one beside it tells of one each second: its words would never give the headline its place back. */
    @Test
    void newsOfTheOneBesideDoNotTakeTheHeadlinesPlace() {
        int place = WholeMatrix.place("deadlock/threads");
        int beside = WholeMatrix.place("deadlock/virtual");
        Script script = Script.of(place, 900, 4.1, 95, 0.4, 0).with(Map.of("deadlocks", 0.002));
        State state = new ScriptedSession(new Size(80, 24), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .start(script)
                .start(Script.of(beside, 900, 4.1, 95, 0.4, 0).with(Map.of("deadlocks", 0.002)))
                .select(place)
                .more(5)
                .on(new Event.Run(new RunEvent.Noted(new RunId(beside), WORDS)))
                .state();
        String picture = Picture.draw(state).toString();
        assertTrue(
                Pattern.compile("deadlock/threads: [0-9.]+ deadlocks found")
                        .matcher(picture)
                        .find(),
                picture);
    }

    @Test
    void aDeadlockIsTheHeadlineWhileNoTaskEnds() {
        int place = WholeMatrix.place("deadlock/threads");
        Script script = Script.of(place, 900, 4.1, 95, 0.4, 0).with(Map.of("deadlocks", 0.002));
        State state = new ScriptedSession(new Size(120, 40), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .start(script)
                .more(5)
                .becomes(Script.of(place, 0, 4.1, 95, 0.4, 0).with(Map.of("deadlocks", 0.002)))
                .more(3)
                .state();
        String picture = Picture.draw(state).toString();
        assertTrue(
                Pattern.compile("deadlock/threads: [0-9.]+ deadlocks found")
                        .matcher(picture)
                        .find(),
                picture);
    }
}
