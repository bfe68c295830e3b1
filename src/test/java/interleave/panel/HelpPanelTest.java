package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.ExtraMetrics;
import interleave.run.RunMetric;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.screen.Size;
import interleave.state.Event;
import interleave.state.State;
import interleave.state.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The help at every size: all of it can be reached, and it has the words that the screen uses. */
class HelpPanelTest {
    private static final List<String> WORDS = List.of(
            "lost updates",
            "deadlocks",
            "loop lag",
            "run-queue wait",
            "response",
            "service",
            "carriers",
            "silent",
            "sw/task",
            "iowait");

    @Test
    void eachOfItsLinesIsReachedAtAnySize() {
        for (Size size : List.of(new Size(40, 12), new Size(80, 24), new Size(120, 40), new Size(200, 50))) {
            StringBuilder seen = new StringBuilder();
            State state = pressed(Scenes.named("three-runs", size), new Char('?'));
            int end = pressed(state, Named.END).help().orElseThrow();
            for (int i = 0; i <= end; i++) {
                seen.append(Picture.draw(state));
                state = pressed(state, Named.DOWN);
            }
            for (String word : WORDS) assertTrue(seen.toString().contains(word), word + " at " + size);
            int last = state.help().orElseThrow();
            assertEquals(end, last);
            if (last > 0) assertEquals(last - 1, pressed(state, Named.UP).help().orElseThrow());
        }
    }

    @Test
    void nothingOfItIsCutOnTheSmallestScreen() {
        State state = pressed(Scenes.named("three-runs", new Size(40, 12)), new Char('?'));
        int end = pressed(state, Named.END).help().orElseThrow();
        for (int i = 0; i <= end; i++) {
            String drawn = Picture.draw(state).toString();
            assertFalse(drawn.contains("\u2026"), drawn);
            state = pressed(state, Named.DOWN);
        }
    }

    @Test
    void everyFigureOfATaskIsExplainedBeyondItsName() {
        List<Glossary.Entry> entries = Glossary.sections().stream()
                .flatMap(section -> section.entries().stream())
                .toList();
        for (RunMetric extra : ExtraMetrics.KNOWN)
            assertTrue(
                    entries.stream()
                            .anyMatch(entry -> entry.word()
                                            .equals(extra.metric().title())
                                    && !entry.words().equals(extra.metric().title())),
                    extra.name());
    }

    private static State pressed(State state, interleave.screen.Key key) {
        return Picture.settled(Update.on(state, new Event.Pressed(key)).state());
    }
}
