package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void theFirstIsNeverTooLate() {
        assertFalse(new TimeLimit(seconds(5), seconds(6), 2).isTooLate(seconds(60), 0));
    }

    @Test
    void ofFewTheNextMayBeTheLongest() {
        TimeLimit limit = new TimeLimit(seconds(20), seconds(6), 2);
        for (int done = 0; done < 8; done++) assertFalse(limit.isTooLate(seconds(2 * done), done));
        assertTrue(limit.isTooLate(seconds(15), 8));
    }

    @Test
    void ofManyTheLongestIsAmongThem() {
        TimeLimit limit = new TimeLimit(seconds(30), seconds(6), 2);
        for (int done = 0; done < 10; done++) limit.isTooLate(seconds(2 * done), done);
        assertFalse(limit.isTooLate(seconds(21), 10));
        assertTrue(limit.isTooLate(seconds(27), 11), "one took 6 s");
    }

    @Test
    void aBusyMachineMakesThemLonger() {
        TimeLimit limit = new TimeLimit(seconds(30), seconds(6), 2);
        assertFalse(limit.isTooLate(Duration.ZERO, 0));
        assertFalse(limit.isTooLate(seconds(9), 1));
        assertTrue(limit.isTooLate(seconds(22), 2), "the second one took 13 s");
    }

    @Test
    void allThatDifferComeFirst() {
        TimeLimit limit = new TimeLimit(seconds(60), seconds(20), 13);
        for (int done = 0; done < 12; done++) assertFalse(limit.isTooLate(seconds(3 * done), done));
        assertTrue(limit.isTooLate(seconds(41), 12));
    }
}
