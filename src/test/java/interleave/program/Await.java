package interleave.program;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something another process does, for which nothing can wake us: what polls in these tests. */
public final class Await {
    private static final long STEP_NANOS = 20_000_000;

    private Await() {}

    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, condition, () -> "");
    }

    /** Fails with {@code picture} once the limit has passed: what was seen instead. */
    public static void until(String what, Duration limit, BooleanSupplier condition, Supplier<String> picture) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) fail("not within " + limit + ": " + what + "\n" + picture.get());
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
