package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void theFirstIsNeverTooLate() {
        assertFalse(new TimeBudget(seconds(5), seconds(6), 2).isTooLate(seconds(60), 0));
    }

    @Test
    void ofFewTheNextMayBeTheLongest() {
        TimeBudget budget = new TimeBudget(seconds(20), seconds(6), 2);
        for (int done = 0; done < 8; done++) assertFalse(budget.isTooLate(seconds(2 * done), done));
        assertTrue(budget.isTooLate(seconds(15), 8));
    }

    @Test
    void ofManyTheLongestIsAmongThem() {
        TimeBudget budget = new TimeBudget(seconds(30), seconds(6), 2);
        for (int done = 0; done < 10; done++) budget.isTooLate(seconds(2 * done), done);
        assertFalse(budget.isTooLate(seconds(21), 10));
        assertTrue(budget.isTooLate(seconds(27), 11), "one took 6 s");
    }

    @Test
    void aBusyMachineMakesThemLonger() {
        TimeBudget budget = new TimeBudget(seconds(30), seconds(6), 2);
        assertFalse(budget.isTooLate(Duration.ZERO, 0));
        assertFalse(budget.isTooLate(seconds(9), 1));
        assertTrue(budget.isTooLate(seconds(22), 2), "the second one took 13 s");
    }

    @Test
    void allThatDifferComeFirst() {
        TimeBudget budget = new TimeBudget(seconds(60), seconds(20), 13);
        for (int done = 0; done < 12; done++) assertFalse(budget.isTooLate(seconds(3 * done), done));
        assertTrue(budget.isTooLate(seconds(41), 12));
    }
}
