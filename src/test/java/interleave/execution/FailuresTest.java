package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import interleave.catalogue.Tasks;
import interleave.task.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final int TASKS = 60_000;

    private static Fault[] draws(double rate, long seed) {
        Failures failures = new Failures(rate, seed);
        return Stream.generate(() -> new Fault[] {failures.draw()})
                .limit(TASKS)
                .map(one -> one[0])
                .toArray(Fault[]::new);
    }

    @Test
    void aShareFailsAndEveryKindAsOften() {
        Map<Fault, Integer> kinds = new EnumMap<>(Fault.class);
        for (Fault fault : draws(0.2, 7)) if (fault != null) kinds.merge(fault, 1, Integer::sum);
        assertEquals(6, kinds.size());
        kinds.forEach((fault, count) -> assertEquals(2_000, count, 200, fault.name()));
    }

    @Test
    void theSeedDecides() {
        Fault[] seven = draws(0.2, 7);
        org.junit.jupiter.api.Assertions.assertArrayEquals(seven, draws(0.2, 7));
        Fault[] eight = draws(0.2, 8);
        int both = 0;
        for (int i = 0; i < TASKS; i++) if (seven[i] != null && eight[i] != null) both++;
        assertEquals(TASKS * 0.04, both, 300);
    }

    @Test
    void allOrNone() {
        for (Fault fault : draws(1, 3)) assertEquals(true, fault != null);
        for (Fault fault : draws(0, 3)) assertEquals(null, fault);
    }

    @Test
    void whereNothingShallFailTheTaskIsItself() {
        assertSame(Tasks.ALL.getFirst(), new Failures(0, 1).in(Tasks.ALL.getFirst()));
    }
}
