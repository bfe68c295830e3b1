package interleave.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.ThreadCpuTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkTest {
    private static final double NEAR = 0.2;

    private static double spentMicros(Work work) {
        return work.extra().getOrDefault("work_cpu_us", 0.0);
    }

    private static double microsOfATask(Work work, int tasks) throws WrongResult {
        double before = spentMicros(work);
        for (int i = 0; i < tasks; i++) work.perform();
        return (spentMicros(work) - before) / tasks;
    }

    /** Of several sets of tasks, the one in the middle: interrupts are part of a thread's CPU time. */
    private static double typical(Work work, int tasks) throws WrongResult {
        double[] each = new double[5];
        for (int i = 0; i < each.length; i++) each[i] = microsOfATask(work, tasks);
        java.util.Arrays.sort(each);
        return each[2];
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 200, 3000})
    void aTaskTakesTheCpuTimeThatWasAskedFor(int micros) throws WrongResult {
        Work work = new Work();
        work.set(micros);
        microsOfATask(work, 100_000 / micros);
        assertEquals(micros, typical(work, 60_000 / micros), NEAR * micros);
    }

    /** The kernel's account of the thread itself is another one than that of the measured tasks. */
    @Test
    void soSaysTheThreadsOwnAccount() throws WrongResult {
        Work work = new Work();
        work.set(500);
        microsOfATask(work, 300);
        ThreadCpuTime time = new ThreadCpuTime();
        long before = time.nanos();
        double told = microsOfATask(work, 200);
        assertEquals((time.nanos() - before) / 1e3 / 200, told, NEAR * told);
    }

    /** Wall time would count what others took of the CPU: with twice as many threads as CPUs, twice as much. */
    @Test
    void itHoldsWhileThreadsShareTheCpus() throws Exception {
        AtomicInteger left = new AtomicInteger(4 * Runtime.getRuntime().availableProcessors());
        List<Thread> crowd = new ArrayList<>();
        Work work = new Work();
        for (int i = left.get(); i > 0; i--)
            crowd.add(Thread.ofPlatform().start(() -> {
                while (left.get() > 0) Xorshift.computed(10_000);
            }));
        try {
            work.set(100);
            microsOfATask(work, 600);
            assertEquals(100, typical(work, 300), NEAR * 100);
        } finally {
            left.set(0);
            for (Thread each : crowd) each.join();
        }
    }

    @Test
    void nothingAskedForIsNothingDone() throws WrongResult {
        Work work = new Work();
        assertTrue(work.none());
        work.perform();
        assertEquals(Map.of(), work.extra());
        work.set(10);
        assertTrue(!work.none());
        work.set(0);
        assertTrue(work.none());
    }
}
