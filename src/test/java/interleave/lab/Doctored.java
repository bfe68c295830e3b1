package interleave.lab;

import interleave.lab.stats.Repeated;
import java.util.EnumMap;
import java.util.Map;

/** Repetitions with made-up numbers, for tests. */
public final class Doctored {
    public static final Noise LOUD = new Noise(2, 0.6, 0, 0, 0);

    private Doctored() {}

    /** One with so many tasks per second, and so much CPU time for each. */
    public static Repetition of(double tasksPerSecond, double cpuMicros) {
        return of(tasksPerSecond, cpuMicros, new Noise(2, 0.01, 0, 0, 0));
    }

    public static Repetition of(double tasksPerSecond, double cpuMicros, Noise noise) {
        Map<Quantity, Repeated> values = new EnumMap<>(Quantity.class);
        values.put(Quantity.TASKS_PER_S, Repeated.whole(tasksPerSecond));
        values.put(Quantity.CPU_US_PER_TASK, Repeated.whole(cpuMicros));
        values.put(Quantity.RESPONSE_P99, Repeated.whole(1e5 / tasksPerSecond));
        return new Repetition(values, noise);
    }
}
