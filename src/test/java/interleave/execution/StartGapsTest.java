package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.Durations;
import org.junit.jupiter.api.Test;

class StartGapsTest {
    private final StartGaps gaps = new StartGaps();

    @Test
    void eachStartCountsByTheOneBeforeIt() {
        for (long nanos : new long[] {-40, 0, 100, 100, 90}) gaps.began(nanos);
        assertEquals(Durations.of(40, 100, 0, 0), Durations.counted(gaps.counts()));
    }

    @Test
    void theFirstOfARowHasNone() {
        gaps.began(5);
        gaps.restart();
        gaps.began(7_000_000);
        assertEquals(Durations.NONE, Durations.counted(gaps.counts()));
    }
}
