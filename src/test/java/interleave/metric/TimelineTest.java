package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slots of a second; a history as text: a digit for a reading, a point for a gap, oldest first. */
class TimelineTest {
    private static final long SECOND = 1_000_000_000;

    private Timeline time = Timeline.inStepsOf(SECOND);
    private History history = History.ofCapacity(20);

    private TimelineTest sample(double seconds, double interval, double value) {
        time = time.plus((long) (seconds * SECOND), (long) (interval * SECOND));
        history = history.plus(Reading.of(value), time.slot(), time.covered());
        return this;
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        for (int age = history.size() - 1; age >= 0; age--)
            text.append(history.has(age) ? "" + Math.round(history.at(age)) : ".");
        return text.toString();
    }

    @Test
    void aSampleASecondIsASlotASecond() {
        for (int i = 0; i < 5; i++) sample(100 + i, 1, i);
        assertEquals("01234", shown());
    }

    @Test
    void missingSamplesAreAGapOfTheirTime() {
        sample(0, 1, 1).sample(1, 1, 2).sample(9, 1, 3).sample(10, 1, 4);
        assertEquals("12.......34", shown());
        sample(12, 1, 5);
        assertEquals("12.......34.5", shown());
    }

    @Test
    void afterAnHourOfSilenceNothingOfBeforeIsLeft() {
        sample(0, 1, 1).sample(1, 1, 2).sample(3_600, 1, 3);
        assertEquals(".".repeat(19) + "3", shown());
        assertEquals(3_601, history.total());
    }

    @Test
    void aSlowerPaceKeepsTheScale() {
        sample(0, 1, 1).sample(1, 1, 2).sample(6, 5, 3).sample(11, 5, 4);
        assertEquals("123333344444", shown());
    }

    @Test
    void ofAFasterPaceASlotHasTheMean() {
        sample(0, 1, 1).sample(1, 1, 2);
        for (int i = 1; i <= 8; i++) sample(1 + i * 0.25, 0.25, i);
        assertEquals("1268", shown());
        assertEquals(3, time.place());
    }

    @Test
    void fromASlowPaceToAFastOneIsNoGap() {
        sample(0, 10, 1).sample(10, 10, 2).sample(16, 1, 3).sample(17, 1, 4);
        assertEquals("122222222223333334", shown());
    }

    @Test
    void atASlowPaceAGapIsToldFromAnInterval() {
        sample(0, 5, 1).sample(5, 5, 2).sample(17, 5, 3);
        assertEquals("122222.......33333", shown());
    }

    /** Wherever in a slot they fall, samples that come a little early or late make neither gaps nor doubles. */
    @Test
    void jitterIsNotSeen() {
        Random random = new Random(3);
        for (double phase = 0; phase < 1; phase += 0.05) {
            time = Timeline.inStepsOf(SECOND);
            history = History.ofCapacity(20);
            sample(0, 1, 0);
            for (int i = 1; i < 200; i++) {
                long before = time.slot();
                sample(phase + i + random.nextDouble(-0.1, 0.1), 1, i % 10);
                if (i > 1) assertEquals(before + 1, time.slot(), "phase " + phase + ", sample " + i);
            }
            assertEquals(-1, shown().indexOf('.'));
        }
    }

    /** However samples fall, a slot is never further from the time than its own length. */
    @Test
    void slotsKeepToTheTime() {
        Random random = new Random(5);
        double now = 0;
        sample(now, 1, 1);
        for (int i = 0; i < 10_000; i++) {
            now += random.nextDouble() * (random.nextInt(10) == 0 ? 30 : 1.2);
            sample(now, 1, 1);
            assertEquals(now, time.slot(), 0.76, "sample " + i);
        }
    }

    @Test
    void aMissingReadingIsAGapUntilAnotherFallsIntoItsSlot() {
        history = history.plus(Reading.WARMING_UP, 0, 1);
        assertEquals(".", shown());
        history =
                history.plus(Reading.of(4), 0, 1).plus(Reading.WARMING_UP, 0, 1).plus(Reading.of(6), 0, 1);
        assertEquals("5", shown());
    }

    @Test
    void whatIsOlderThanTheNewestSlotIsLeftOut() {
        history = history.plus(Reading.of(1), -1, 1);
        assertEquals(0, history.total());
        history = history.plus(Reading.of(1), 3, 9).plus(Reading.of(2), 1, 1);
        assertEquals("1111", shown());
    }
}
