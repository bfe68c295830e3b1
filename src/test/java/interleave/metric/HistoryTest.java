package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {
    /** Whatever comes, and however far apart, is what a plain list of slots would hold. */
    @Test
    void holdsTheNewestSlotsAsAPlainListDoes() {
        for (int seed = 0; seed < 40; seed++) follows(new Random(seed));
    }

    private static void follows(Random random) {
        int capacity = 1 + random.nextInt(300);
        History history = History.ofCapacity(capacity);
        List<Float> slots = new ArrayList<>();
        for (int step = 0; step < 700; step++) {
            long slot = slots.size() + (random.nextInt(60) == 0 ? random.nextInt(2 * capacity) : 0);
            int covered = 1 + random.nextInt(3);
            boolean gap = random.nextInt(10) == 0;
            float value = random.nextInt(1000);
            while (slots.size() <= slot) slots.add(Float.NaN);
            if (!gap)
                for (long each = Math.max(history.total(), slot + 1 - covered); each <= slot; each++)
                    slots.set((int) each, value);
            history = history.plus(gap ? Reading.WARMING_UP : Reading.of(value), slot, covered);
            same(slots, history, capacity);
        }
    }

    private static void same(List<Float> slots, History history, int capacity) {
        assertEquals(slots.size(), history.total());
        assertEquals(Math.min(capacity, slots.size()), history.size());
        for (int age = 0; age < history.size(); age++) {
            float expected = slots.get(slots.size() - 1 - age);
            assertEquals(!Float.isNaN(expected), history.has(age), "age " + age);
            assertEquals(expected, history.orNaN(age), "age " + age);
        }
        assertEquals(Double.NaN, history.orNaN(history.size()));
        assertEquals(Double.NaN, history.orNaN(-1));
    }

    @Test
    void severalReadingsOfASlotAreTheirMean() {
        History history = History.ofCapacity(4).plus(Reading.of(1)).plus(Reading.of(6), 0, 1);
        assertEquals(3.5, history.plus(Reading.WARMING_UP, 0, 1).at(0));
        assertEquals(1, history.total());
    }
}
