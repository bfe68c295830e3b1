package interleave.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class Await {
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Await() {}

    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SOON_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) Thread.onSpinWait();
        assertTrue(condition.getAsBoolean(), "in time");
    }
}
