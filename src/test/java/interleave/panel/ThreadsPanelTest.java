package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.state.State;
import org.junit.jupiter.api.Test;

class ThreadsPanelTest {
    private static final Size SIZE = new Size(120, 40);

    @Test
    void whereNothingCarriesVirtualThreadsNoneIsMountedNorQueued() {
        assertLines("idle", "\u2013", "\u2013");
    }

    @Test
    void thoseOfAllRunsAreAddedUp() {
        assertLines("three-runs", "2 of 2", "18");
    }

    @Test
    void ofARunThatSaysNothingNothingIsKnown() {
        ScriptedSession session = new ScriptedSession(SIZE, 2, Glyphs.BRAILLE, WholeMatrix.MENU).more(3);
        int slot = WholeMatrix.place("http/virtual");
        session.start(Script.of(slot, 1000, 1, 10, 20, 256)).more(3);
        assertLines(session.state(), "2 of 2", "18");
        session.silent(slot).more(3);
        assertLines(session.state(), "\u2013", "\u2013");
        String picture = Picture.draw(session.state()).toString();
        assertTrue(picture.contains(line("virtual", "\u2013")), picture);
    }

    /** 16 that are held in a read past the page cache are mounted, and the JDK does not say so. */
    @Test
    void whatMountedLeavesOutIsInThePool() {
        assertEquals("0 of 2, pool 17", ThreadsPanel.mounted(0, 2, 17));
        assertEquals("4 of 1, pool 4", ThreadsPanel.mounted(4, 1, 4));
        assertEquals("1 of 2", ThreadsPanel.mounted(1, 2, 1));
    }

    private static void assertLines(String scene, String mounted, String queued) {
        assertLines(Scenes.named(scene, SIZE), mounted, queued);
    }

    private static void assertLines(State state, String mounted, String queued) {
        String picture = Picture.draw(state).toString();
        assertTrue(picture.contains(line("mounted", mounted)), picture);
        assertTrue(picture.contains(line("queued", queued)), picture);
    }

    private static String line(String label, String number) {
        return label + " ".repeat(27 - label.length() - number.length()) + number + " \u2502";
    }
}
