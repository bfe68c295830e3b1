package interleave.program;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Waits for something another process does, for which nothing can wake us: what polls in these tests. Limits are of
 * {@link FairClock}'s time; whatever the machine does meanwhile, they end after five times as long in which we could
 * look.
 */
public final class Await {
    private static final long STEP_NANOS = 20_000_000;

    private Await() {}

    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, condition, () -> "");
    }

    /** Fails with {@code picture} once the limit has passed: what was seen instead. */
    public static void until(String what, Duration limit, BooleanSupplier condition, Supplier<String> picture) {
        until(what, limit, () -> 0, condition, picture);
    }

    /** @param own ticks of CPU time that the program itself has had: those are no excuse */
    static void until(
            String what, Duration limit, LongSupplier own, BooleanSupplier condition, Supplier<String> picture) {
        double seconds = limit.toMillis() / 1e3;
        FairClock clock = new FairClock(own);
        boolean isLast = false;
        while (!condition.getAsBoolean()) {
            if (isLast) fail("not within " + limit + ": " + what + "\n" + picture.get());
            LockSupport.parkNanos(STEP_NANOS);
            // Decided before the last look, which then sees all that happened within the limit.
            isLast = clock.seconds() > seconds || clock.looked() > FairClock.AT_MOST * seconds;
        }
    }
}
