package interleave.tasks.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.ThreadWait;
import interleave.task.WrongResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstTest {
    private static final Path PROC = Path.of("/proc");

    @TempDir
    private Path proc;

    /** A step is linear over bits: a matrix, whose power by squaring takes all steps in twenty. */
    @Test
    void theResultIsTheOneThatAlgebraFinds() {
        long[] step = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) step[bit] = step(1L << bit);
        long x = 1;
        for (int steps = Burst.STEPS; steps > 0; steps >>>= 1) {
            if ((steps & 1) == 1) x = times(step, x);
            step = squared(step);
        }
        assertEquals(Burst.RESULT, x);
    }

    private static long step(long x) {
        long a = x ^ x << 13;
        long b = a ^ a >>> 7;
        return b ^ b << 17;
    }

    private static long times(long[] columns, long x) {
        long result = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) if ((x >>> bit & 1) == 1) result ^= columns[bit];
        return result;
    }

    private static long[] squared(long[] columns) {
        long[] result = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) result[bit] = times(columns, columns[bit]);
        return result;
    }

    @Test
    void aCrowdWaitsForACpu() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        Burst burst = new Burst(new ThreadWait(PROC));
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 8 * cores; i++) crowd.add(Thread.ofPlatform().start(() -> call(burst, 20)));
        for (Thread thread : crowd) thread.join();
        assertTrue(
                burst.extra().get("run_queue_wait_us") > 10_000, burst.extra().toString());
    }

    private static void call(Burst burst, int times) {
        try {
            for (int i = 0; i < times; i++) burst.call();
        } catch (WrongResult e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatTheKernelDoesNotCountIsNoFigure() throws Exception {
        Burst burst = new Burst(new ThreadWait(proc));
        burst.call();
        assertEquals(Map.of(), burst.extra());
    }

    @Test
    void theWaitOfAThreadIsTheSecondNumberFromItsBeginning() throws Exception {
        Files.createDirectory(proc.resolve("thread-self"));
        Burst burst = new Burst(new ThreadWait(proc));
        Path file = proc.resolve("thread-self/schedstat");
        Files.writeString(file, "0 3000 1\n");
        burst.call();
        assertEquals(Map.of("run_queue_wait_us", 3.0), burst.extra());
        Files.writeString(file, "1700000 7500 2\n");
        burst.call();
        assertEquals(Map.of("run_queue_wait_us", 7.5), burst.extra());
        Thread other = Thread.ofPlatform().start(() -> call(burst, 1));
        other.join();
        assertEquals(Map.of("run_queue_wait_us", 15.0), burst.extra());
    }

    /** Its carrier waited before, too, for others. */
    @Test
    void ofAVirtualThreadOnlyTheTaskCounts() throws Exception {
        Files.createDirectory(proc.resolve("thread-self"));
        Files.writeString(proc.resolve("thread-self/schedstat"), "1700000 7500 2\n");
        Burst burst = new Burst(new ThreadWait(proc));
        Thread.ofVirtual().start(() -> call(burst, 1)).join();
        assertEquals(Map.of("run_queue_wait_us", 0.0), burst.extra());
    }

    /** And one that counts has no file without three numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"0 0 0\n", "", "0", "1 2", "1 2 x\n"})
    void aKernelThatDoesNotCountSaysZeros(String text) throws Exception {
        Files.createDirectories(proc.resolve("thread-self"));
        Files.writeString(proc.resolve("thread-self/schedstat"), text);
        Burst burst = new Burst(new ThreadWait(proc));
        call(burst, 1);
        assertEquals(Map.of(), burst.extra());
    }
}
