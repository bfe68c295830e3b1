package interleave.tasks.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.WrongResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CounterTest {
    private static final int TASKS = 300;

    private static CounterTask counter(String name) {
        return switch (name) {
            case "race" -> new CounterRace();
            case "lock" -> new CounterLock();
            case "atomic" -> new CounterAtomic();
            default -> new CounterAdder();
        };
    }

    private static void twoThreads(CounterTask counter) throws Exception {
        Callable<Void> work = () -> {
            for (int i = 0; i < TASKS; i++) counter.call();
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> ends = new ArrayList<>(threads.invokeAll(List.of(work, work)));
            for (Future<Void> end : ends) end.get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "atomic", "adder"})
    void theCuresLoseNone(String name) throws Exception {
        CounterTask counter = counter(name);
        twoThreads(counter);
        assertEquals(2L * TASKS * CounterTask.INCREMENTS, counter.value());
        assertEquals(0.0, counter.extra().get("lost_updates"));
    }

    @Test
    void theRaceLosesSome() throws Exception {
        CounterTask counter = counter("race");
        for (int i = 0; i < 10 && counter.lost() == 0; i++) twoThreads(counter);
        assertTrue(counter.lost() > 0);
    }

    @Test
    void whatIsLostIsExactWhenNothingIsUnderWay() throws Exception {
        CounterTask counter = counter("race");
        twoThreads(counter);
        assertEquals(2L * TASKS * CounterTask.INCREMENTS, counter.value() + counter.lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "lock", "atomic", "adder"})
    void oneThreadLosesNone(String name) throws Exception {
        CounterTask counter = counter(name);
        for (int i = 0; i < TASKS; i++) counter.call();
        assertEquals((long) TASKS * CounterTask.INCREMENTS, counter.value());
        assertEquals(0, counter.lost());
    }

    @Test
    void aTaskWhoseIncrementsAreNotThereIsWrong() throws Exception {
        Forgetful counter = new Forgetful();
        counter.call();
        WrongResult why = assertThrows(WrongResult.class, counter::verify);
        assertTrue(why.getMessage().startsWith("1 "), why.getMessage());
    }

    /** Those of a task under way are not lost: they are in the counter before they are among those done. */
    @Test
    void incrementsUnderWayAreNotLost() {
        Forgetful counter = new Forgetful();
        counter.increment(100);
        assertEquals(0, counter.lost());
    }

    private static final class Forgetful extends CounterTask {
        private long value;

        @Override
        void increment(int times) {
            value += times - 1;
        }

        @Override
        long value() {
            return value;
        }
    }
}
