package interleave.panel;

import static interleave.run.SampleField.BEHIND_NANOS;
import static interleave.run.SampleField.CARRIERS;
import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.DROPPED;
import static interleave.run.SampleField.FAILED;
import static interleave.run.SampleField.GC_MILLIS;
import static interleave.run.SampleField.HEAP_BYTES;
import static interleave.run.SampleField.INVOLUNTARY;
import static interleave.run.SampleField.IN_FLIGHT;
import static interleave.run.SampleField.IN_FLIGHT_PEAK;
import static interleave.run.SampleField.MINOR_FAULTS;
import static interleave.run.SampleField.MOUNTED;
import static interleave.run.SampleField.NANOS;
import static interleave.run.SampleField.OFFERED;
import static interleave.run.SampleField.OS_THREADS;
import static interleave.run.SampleField.PARALLELISM;
import static interleave.run.SampleField.PLAN_CPU_US;
import static interleave.run.SampleField.PLAN_SWITCHES;
import static interleave.run.SampleField.QUEUED;
import static interleave.run.SampleField.RAISED;
import static interleave.run.SampleField.RANDOM_GAP_NANOS;
import static interleave.run.SampleField.RESIDENT_BYTES;
import static interleave.run.SampleField.RESIDENT_PEAK_BYTES;
import static interleave.run.SampleField.SEQUENCE;
import static interleave.run.SampleField.STARTED;
import static interleave.run.SampleField.SYSTEM_US;
import static interleave.run.SampleField.USER_US;
import static interleave.run.SampleField.VERIFIED;
import static interleave.run.SampleField.VIRTUAL_THREADS;
import static interleave.run.SampleField.VOLUNTARY;

import interleave.metric.Durations;
import interleave.run.Frame;
import interleave.run.RunSample;
import interleave.run.SampleField;
import interleave.run.TaskTime;
import interleave.spec.Arrival;
import interleave.spec.Load;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The frames of scripted runs: their counters grow by what the scripts say, with a repeatable wobble. */
final class ScriptedFrames {
    private static final int IN_FLIGHT_TASKS = 256;

    /** Tasks, switches, microseconds; failures raised and seen; planned starts. */
    private final Map<Integer, double[]> counters = new HashMap<>();

    private final Map<Double, Durations> histograms = new HashMap<>();

    Frame next(int number, int seed, Script script, int second, long nanos, ScriptedMachine machine) {
        double[] counter = counters.computeIfAbsent(number, n -> new double[6]);
        if (second > 0) grow(counter, script, seed, machine);
        long tasks = Math.round(counter[0]);
        long switches = Math.round(counter[1]);
        long micros = Math.round(counter[2]);
        RunSample.Builder sample = new RunSample.Builder();
        for (SampleField field : RunSample.FIELDS) if (field.always()) sample.put(field, 0);
        sample.put(SEQUENCE, second * 4L)
                .put(NANOS, nanos)
                .put(STARTED, tasks + IN_FLIGHT_TASKS)
                .put(COMPLETED, tasks)
                .put(FAILED, Math.round(counter[4]))
                .put(VERIFIED, tasks)
                .put(RAISED, Math.round(counter[3]))
                .put(IN_FLIGHT, IN_FLIGHT_TASKS)
                .put(IN_FLIGHT_PEAK, IN_FLIGHT_TASKS)
                .put(USER_US, micros * 2 / 3)
                .put(SYSTEM_US, micros / 3)
                .put(VOLUNTARY, switches * 9 / 10)
                .put(INVOLUNTARY, switches / 10)
                .put(MINOR_FAULTS, tasks / 50)
                .put(OS_THREADS, script.virtual() > 0 ? 27 : number == 2 ? 280 : 24)
                .put(RESIDENT_BYTES, 61_000_000 + seed * 4_000_000L)
                .put(RESIDENT_PEAK_BYTES, 90_000_000)
                .put(HEAP_BYTES, 14_000_000)
                .put(GC_MILLIS, 12);
        if (script.virtual() > 0) putCarriers(sample, script.virtual());
        Map<TaskTime, Durations> times = new EnumMap<>(TaskTime.class);
        times.put(TaskTime.SERVICE, histogram(script.millis()));
        times.put(TaskTime.RESPONSE, histogram(script.millis() * 1.02));
        if (script.load() instanceof Load.Open open) {
            putPlan(sample, counter);
            if (open.arrival() == Arrival.POISSON) sample.put(RANDOM_GAP_NANOS, Math.round(1e9 / open.ratePerSecond()));
            times.put(TaskTime.LATE, histogram(0.4));
            times.put(TaskTime.GAP, histogram(0.5));
        }
        return new Frame(sample.build(), times, extra(script, counter), Optional.empty());
    }

    private static void putCarriers(RunSample.Builder sample, long virtual) {
        sample.put(VIRTUAL_THREADS, virtual)
                .put(PARALLELISM, 2)
                .put(CARRIERS, 2)
                .put(MOUNTED, 2)
                .put(QUEUED, 18);
    }

    private static void grow(double[] counter, Script script, int seed, ScriptedMachine machine) {
        double more = script.tasks() * (0.94 + 0.06 * machine.wobble(20 + seed));
        counter[0] += more;
        counter[1] += more * script.perTask() * (0.97 + 0.03 * machine.wobble(30 + seed));
        counter[2] += more * script.micros() * (0.98 + 0.02 * machine.wobble(40 + seed));
        counter[3] += script.raised();
        counter[4] += script.seen();
        if (script.load() instanceof Load.Open open) counter[5] += open.ratePerSecond();
    }

    /** Starts that were planned and not done were dropped. */
    private static void putPlan(RunSample.Builder sample, double[] counter) {
        long offered = Math.round(counter[5]);
        sample.put(OFFERED, offered)
                .put(DROPPED, Math.max(0, offered - Math.round(counter[0]) - IN_FLIGHT_TASKS))
                .put(BEHIND_NANOS, 3_400_000)
                .put(PLAN_CPU_US, offered)
                .put(PLAN_SWITCHES, offered / 4 + offered / 50);
    }

    private static Map<String, Double> extra(Script script, double[] counter) {
        Map<String, Double> extra = new TreeMap<>();
        script.extra().forEach((name, each) -> extra.put(name, name.equals("loop_lag_ms") ? each : each * counter[0]));
        return extra;
    }

    private Durations histogram(double millis) {
        return histograms.computeIfAbsent(millis, ScriptedFrames::made);
    }

    private static Durations made(double millis) {
        long[] nanos = new long[2_000];
        for (int i = 0; i < nanos.length; i++) nanos[i] = (long) (millis * 1e6 * (1 + i * i * 1e-7));
        return Durations.of(nanos);
    }
}
