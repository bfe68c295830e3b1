package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.state.State;
import org.junit.jupiter.api.Test;

class MatrixPanelTest {
    private static final Size SIZE = new Size(80, 24);

    @Test
    void theMostTasksPerSecondOfARowAreMarked() {
        String http = row(
                session(run("http/virtual", 11_000, 12), run("http/pool", 12_500, 15))
                        .state(),
                "http");
        assertEquals(1, http.chars().filter(c -> c == '*').count(), http);
        assertTrue(http.matches(".*11\\..k\\*.*"), http);
    }

    @Test
    void theLeastCpuPerTaskIsMarkedApart() {
        State state = session(run("http/virtual", 11_000, 12), run("http/pool", 12_500, 15))
                .state();
        Best best = Best.of(state.scene(), state.setup().menu().matrix(), 0);
        assertEquals(
                new Best(
                        WholeMatrix.place("http/pool"),
                        WholeMatrix.place("http/virtual"),
                        WholeMatrix.place("http/virtual"),
                        best.p99()),
                best);
    }

    @Test
    void oneAloneIsNoBest() {
        String http = row(session(run("http/virtual", 11_000, 12)).state(), "http");
        assertFalse(http.contains("*"), http);
    }

    @Test
    void whatIsNotVerifiedIsNoBestAndSaysSo() {
        ScriptedSession session = session(
                run("http/virtual", 11_000, 12), run("http/pool", 12_500, 15).failing(900, 1));
        String http = row(session.state(), "http");
        assertTrue(http.contains("!") && !http.contains("*"), http);
        String picture = Picture.draw(select(session, "http/pool").state()).toString();
        assertTrue(picture.contains("NOT VERIFIED: 3600 raised, 4 seen"), picture);
    }

    /** Along its row, which has to be the selected one's. */
    private static ScriptedSession select(ScriptedSession session, String workload) {
        for (int i = 0; i < 8; i++) session.press(Key.Named.LEFT);
        for (int i = 0; i < 8; i++)
            if (session.state().selected() != WholeMatrix.place(workload)) session.press(Key.Named.RIGHT);
        return session;
    }

    @Test
    void theReasonOfACellThatMakesNoSenseIsSaid() {
        ScriptedSession session = new ScriptedSession(SIZE, 2, Glyphs.BRAILLE, WholeMatrix.MENU).more(3);
        session.press(new Key.Char('m'));
        for (int i = 0; i < 9; i++) session.press(Key.Named.DOWN);
        String picture = Picture.draw(session.press(Key.Named.LEFT).state()).toString();
        assertTrue(picture.contains("counter-race/single"), picture);
        assertTrue(picture.contains("one thread races with nobody"), picture);
    }

    @Test
    void aRunningCellShowsItsThreeNumbersWithTheBestOfEachLine() {
        String picture = Picture.draw(session(run("http/virtual", 11_000, 12), run("http/pool", 12_500, 15))
                        .state())
                .toString();
        String[] lines = picture.split("\n");
        int http = 0;
        while (!lines[http].contains("http ")) http++;
        assertTrue(lines[http].matches(".*10\\..k .*11\\..k\\*.*"), picture);
        assertTrue(lines[http + 1].matches(" +sw/task +0\\.\\d{3}\\* +0\\.\\d{3}"), picture);
        assertTrue(lines[http + 2].matches(" +\u00B5s/task +11\\.\\d\\* +14\\.\\d"), picture);
    }

    /** Rows differ in height, and there are more than fit: the selected one is seen whole wherever it is. */
    @Test
    void theSelectedRowIsSeenWhole() {
        for (Size size : new Size[] {SIZE, new Size(40, 12), new Size(120, 40), new Size(60, 14)})
            for (int open = 0; open < 14; open++) {
                ScriptedSession session = new ScriptedSession(size, 2, Glyphs.BRAILLE, WholeMatrix.MENU).more(3);
                for (int row = 0; row < open; row++)
                    session.start(
                            run(session.state().setup().menu().matrix().tasks().get(row) + "/threads", 1_000, 10));
                session.more(2).press(new Key.Char('m'));
                for (int row = 0; row < 14; row++, session.press(Key.Named.DOWN))
                    seenWhole(session.state(), row < open);
            }
    }

    private static void seenWhole(State state, boolean open) {
        Size size = state.size();
        for (Arrangement.Placed placed : Arrangement.of(size, state).all()) {
            if (placed.panel() != Panels.MATRIX) continue;
            int frame = placed.framed() ? 2 : 0;
            int rows = placed.place().rows() - frame;
            MatrixLayout layout = MatrixLayout.of(placed.place().columns() - 2 * frame, rows, state);
            int seen = state.setup().menu().matrix().rowOf(state.selected()) - layout.firstRow();
            assertTrue(seen >= 0 && seen < layout.rows(), size + " " + seen);
            assertEquals(open ? MatrixLayout.WHOLE : 1, layout.heights()[seen]);
            assertTrue(layout.tops()[seen] + layout.heights()[seen] <= rows);
        }
    }

    private static Script run(String workload, double tasks, double micros) {
        return Script.of(WholeMatrix.place(workload), tasks, 0.1, micros, 20, 0);
    }

    private static ScriptedSession session(Script... scripts) {
        ScriptedSession session = new ScriptedSession(SIZE, 2, Glyphs.BRAILLE, WholeMatrix.MENU).more(3);
        for (Script script : scripts) session.start(script);
        return session.more(4).press(new Key.Char('m'));
    }

    private static String row(State state, String task) {
        String picture = Picture.draw(state).toString();
        return picture.lines()
                .filter(line -> line.strip().startsWith(task + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(picture));
    }

    /** 380 starts per second against 256 in flight say nothing of which is better. */
    @Test
    void theBestIsAmongRunsOfOneLoad() {
        assertEquals(-1, best("other-loads").tasks());
        assertEquals(WholeMatrix.place("http/virtual"), best("small-pool").tasks());
    }

    private static Best best(String scene) {
        State state = Scenes.named(scene, new Size(120, 40));
        return Best.of(state.shown(), state.setup().menu().matrix(), 0);
    }
}
