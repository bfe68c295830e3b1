package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.LargeText;
import interleave.screen.Size;
import interleave.state.Event;
import interleave.state.Menu;
import interleave.state.State;
import interleave.state.Update;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headline's number can be read from two metres, where there is room for that. */
class LargeDigitsTest {
    private static final String ONE = "██████  ██████";

    @Test
    void aHighScreenHasThemAndALowOneKeepsItsNumbers() {
        assertEquals(VerdictPanel.LARGE + 1, rows("three-runs", new Size(120, 40)));
        assertEquals(VerdictPanel.LARGE + 1, rows("three-runs", new Size(200, 50)));
        assertEquals(1, rows("three-runs", new Size(80, 24)));
        assertEquals(1, rows("three-runs", new Size(100, 30)));
    }

    /** A lesson's two runs have lines of their own beneath the seven that always stand there. */
    @Test
    void aLessonHasThemToo() {
        State lesson = new ScriptedSession(new Size(120, 41), 2, Glyphs.BRAILLE, Menu.of(Workloads.all(2)))
                .more(3)
                .start(Scenes.script("counter-race/threads", 1_500, 2.1, 410))
                .more(2)
                .start(Scenes.script("counter-lock/threads", 240, 3.4, 3_300))
                .more(4)
                .state();
        assertEquals(VerdictPanel.LARGE, rows(lesson));
    }

    @Test
    void withoutARunThereIsNoRoomKeptForThem() {
        assertEquals(1, rows("idle", new Size(120, 40)));
    }

    @Test
    void aLongTableKeepsItsLines() {
        assertEquals(1, rows("many-runs", new Size(120, 40)));
    }

    @Test
    void aKeySwitchesThemOffAndOnAgain() {
        State large = Scenes.named("three-runs", new Size(120, 40));
        State small = pressed(large);
        assertTrue(Picture.draw(large).toString().contains(ONE));
        assertEquals(1, rows(small));
        assertTrue(small.notice().orElseThrow().words().contains("D brings them back"));
        assertEquals(VerdictPanel.LARGE + 1, rows(pressed(small)));
    }

    /** The whole of the run's numbers stands beside them: nothing but graphs gets lower. */
    @Test
    void noNumberOfTheRunIsLostForThem() {
        State large = Scenes.named("three-runs", new Size(120, 40));
        for (String words : List.of("heap used", "tasks per CPU second", "voluntary switches/s", "service", "p99.9"))
            assertTrue(Picture.draw(large).toString().contains(words), words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three-runs",
                "race",
                "deadlock",
                "blocked-loop",
                "too-many-threads",
                "speed-up",
                "price-of-a-switch",
                "contention",
                "small-pool",
                "alone-over",
                "other-loads",
                "open-load"
            })
    void everyHeadlineWithARunHasANumberThatCanBeDrawn(String scene) {
        Headline headline = Headlines.of(Scenes.named(scene, new Size(120, 40)), "\u00B5");
        assertTrue(LargeText.columns(headline.figure()) > 0, headline.figure());
        assertTrue(LargeText.columns(headline.figure()) <= 58, headline.figure());
        assertTrue(!headline.caption().isEmpty(), headline.figure());
    }

    private static State pressed(State state) {
        return Update.on(state, new Event.Pressed(new Key.Char('D'))).state();
    }

    private static int rows(String scene, Size size) {
        return rows(Scenes.named(scene, size));
    }

    private static int rows(State state) {
        return Arrangement.of(state.size(), state).rows(VerdictPanel.NAME);
    }
}
