package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A refusal or failure is told to its end, where that says what would be right. */
class NoticeTest {
    private static final String WHY = "256 connections need 320 open files, and 128 are allowed: raise ulimit -n";

    @Test
    void aLongOneGoesOnBeneathAndTheKeysAreStillThere() {
        List<String> lines = lines(new Size(80, 24));
        assertTrue(lines.get(21).startsWith("  http/pool failed: 256 connections need"), lines::toString);
        assertTrue(lines.get(22).strip().endsWith("raise ulimit -n"), lines::toString);
        assertTrue(lines.get(23).contains("q quit"), lines::toString);
    }

    @Test
    void oneThatFitsLeavesTheKeysAlone() {
        List<String> lines = lines(new Size(120, 40));
        assertTrue(lines.get(37).strip().endsWith("raise ulimit -n"), lines::toString);
        assertTrue(lines.get(38).contains("1-9 run"), lines::toString);
        assertTrue(lines.get(39).contains("q quit"), lines::toString);
    }

    /** There is one a second of them: the headline and the keys would never have their place again. */
    @Test
    void ofDeadlocksOfARunThatIsNotSelectedTheFirstAloneIsANotice() {
        ScriptedSession session = new ScriptedSession(new Size(120, 40), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .more(3)
                .start(Scenes.script("deadlock/threads", 900, 2.4, 90))
                .more(2)
                .said("deadlock: task-7 holds left");
        assertTrue(session.state().notice().isPresent());
        session.more(8).said("deadlock: task-9 holds right");
        assertTrue(session.state().notice().isEmpty());
    }

    private static List<String> lines(Size size) {
        ScriptedSession session = new ScriptedSession(size, 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .more(3)
                .failed(3, WHY)
                .press(Key.Named.UP)
                .failed(3, WHY);
        return Picture.draw(session.state()).toString().lines().toList();
    }
}
