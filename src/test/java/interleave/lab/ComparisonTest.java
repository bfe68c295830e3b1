package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Rules RULES =
            new Rules(0.05, 0.01, Duration.ofMinutes(2), Duration.ofSeconds(6), Rules.USUAL, 1);

    private static Reading spread(List<Repetition> its) {
        return Comparison.of(
                        Quantity.TASKS_PER_S, 1, new Comparison.Sides(List.of(Doctored.of(400, 20)), its, true), RULES)
                .spread();
    }

    /** It was told as +-0.0 %, the best of all. */
    @Test
    void oneRepetitionHasNoSpread() {
        assertFalse(spread(List.of(Doctored.of(300, 20))).present());
        assertFalse(spread(List.of()).present());
        assertEquals(
                0, spread(List.of(Doctored.of(300, 20), Doctored.of(300, 20))).orElse(-1));
        assertTrue(spread(List.of(Doctored.of(300, 20), Doctored.of(310, 20))).orElse(-1) > 0);
    }
}
