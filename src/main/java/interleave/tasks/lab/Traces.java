package interleave.tasks.lab;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The count of stack traces that were looked at where an error arrived, and of those that name who asked. Safe from any
 * thread.
 */
final class Traces {
    /** The method that asks the question which fails, in both forms. */
    static final String ASKER = "ask";

    private final LongAdder seen = new LongAdder();
    private final LongAdder naming = new LongAdder();

    void look(Throwable error, Class<?> asker) {
        seen.increment();
        for (StackTraceElement each : error.getStackTrace())
            if (each.getMethodName().equals(ASKER) && each.getClassName().equals(asker.getName())) {
                naming.increment();
                return;
            }
    }

    Map<String, Double> extra() {
        return Map.of("traces_seen", (double) seen.sum(), "traces_naming_asker", (double) naming.sum());
    }
}
