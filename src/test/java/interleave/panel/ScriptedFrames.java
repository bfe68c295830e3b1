package interleave.panel;

import interleave.metric.Durations;
import interleave.run.Frame;
import interleave.spec.Load;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The frames of scripted runs: their counters grow by what the scripts say, with a repeatable wobble. */
final class ScriptedFrames {
    private static final int IN_FLIGHT = 256;

    /** Tasks, switches, microseconds; failures raised and seen; planned starts. */
    private final Map<Integer, double[]> counters = new HashMap<>();

    private final Map<Double, Durations> histograms = new HashMap<>();

    Frame next(int number, int seed, Script script, int second, long nanos, ScriptedMachine machine) {
        double[] counter = counters.computeIfAbsent(number, n -> new double[6]);
        if (second > 0) grow(counter, script, seed, machine);
        long tasks = Math.round(counter[0]);
        long switches = Math.round(counter[1]);
        long micros = Math.round(counter[2]);
        boolean virtual = script.virtual() > 0;
        return new Frame(
                second * 4L,
                nanos,
                0,
                tasks + IN_FLIGHT,
                tasks,
                Math.round(counter[4]),
                tasks,
                0,
                Math.round(counter[3]),
                IN_FLIGHT,
                IN_FLIGHT,
                new Frame.Usage(micros * 2 / 3, micros / 3, switches * 9 / 10, switches / 10, tasks / 50, 0),
                new Frame.Threads(virtual ? 27 : number == 2 ? 280 : 24, 281, script.virtual(), script.virtual()),
                plan(script, counter),
                virtual ? Optional.of(new Frame.Carriers(2, 2, 2, 18)) : Optional.empty(),
                new Frame.Memory(61_000_000 + seed * 4_000_000L, 90_000_000, 14_000_000, OptionalLong.of(12)),
                histogram(script.millis()),
                histogram(script.millis() * 1.02),
                extra(script, counter),
                Optional.empty());
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

    /** What was planned and not done was dropped. */
    private Optional<Frame.PlanProgress> plan(Script script, double[] counter) {
        if (!(script.load() instanceof Load.Open)) return Optional.empty();
        long offered = Math.round(counter[5]);
        long dropped = Math.max(0, offered - Math.round(counter[0]) - IN_FLIGHT);
        Frame.Usage own = new Frame.Usage(offered / 2, offered / 2, offered / 4, offered / 50);
        return Optional.of(new Frame.PlanProgress(offered, dropped, 3_400_000, own, histogram(0.4)));
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
