package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Size;
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

    private static void assertLines(String scene, String mounted, String queued) {
        String picture = Panels.draw(Scenes.named(scene, SIZE)).toString();
        assertTrue(picture.contains(line("mounted", mounted)), picture);
        assertTrue(picture.contains(line("queued", queued)), picture);
    }

    private static String line(String label, String number) {
        return label + " ".repeat(27 - label.length() - number.length()) + number + " \u2502";
    }
}
