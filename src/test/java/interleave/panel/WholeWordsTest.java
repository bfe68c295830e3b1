package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.screen.Symbols;
import interleave.state.State;
import interleave.state.WorkloadCell;
import org.junit.jupiter.api.Test;

/** On 80 columns nothing that is said of a run, a workload, a thread or a claim ends in an ellipsis. */
class WholeWordsTest {
    private static final Size USUAL = new Size(80, 24);

    @Test
    void theSettingsOfWhatIsSelectedAreWhole() {
        assertTrue(line(Scenes.named("three-runs", USUAL), "load 256 in flight").contains("latency 20.0 ms"));
    }

    @Test
    void whatIsToldElsewhereIsLeftOutOfTheSettingsFirst() {
        State state = Scenes.named("three-runs", USUAL);
        WorkloadCell threads = state.shown().slots().get(2);
        Symbols symbols = Symbols.of(Glyphs.BRAILLE);
        String whole = RunWords.settings(state, threads, symbols, 200);
        assertEquals("load 256 in flight  stops in 58 min  latency 20.0 ms  CPUs free", whole);
        assertEquals("load 256 in flight  latency 20.0 ms  CPUs free", RunWords.settings(state, threads, symbols, 62));
        assertEquals("load 256  latency 20.0 ms  CPUs free", RunWords.settings(state, threads, symbols, 45));
        assertEquals("load 256  latency 20.0 ms", RunWords.settings(state, threads, symbols, 30));
    }

    /** A pair's microseconds stood there without a word of which they are. */
    @Test
    void aPairsNumbersAreNamed() {
        String headline = line(Scenes.named("three-runs", USUAL), "; event-loop ");
        assertTrue(headline.matches(" *(a task: )?threads [0-9.]+ .s (of )?CPU, [0-9.]+ sw.*"), headline);
    }

    @Test
    void whatAWorkloadShowsIsReadWhole() {
        assertFalse(Picture.draw(Scenes.named("idle", USUAL)).toString().contains("\u2026"));
    }

    @Test
    void theNumberOfAProcessIsNotCut() {
        assertTrue(Picture.draw(Scenes.named("threads-machine", new Size(120, 40)))
                .toString()
                .contains("\u2026 4002"));
    }

    /** In the panel of claims, whose lowest line is the last of what the chosen one is limited by. */
    @Test
    void aClaimIsReadWhole() {
        State state = Scenes.named("claims-tested", USUAL);
        String picture = Picture.draw(state).toString();
        assertTrue(picture.contains("Limits: "), picture);
        assertFalse(picture.contains("\u2026"), picture);
    }

    private static String line(State state, String words) {
        return Picture.draw(state)
                .toString()
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElse("");
    }
}
