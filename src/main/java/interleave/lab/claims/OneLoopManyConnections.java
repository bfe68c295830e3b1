package interleave.lab.claims;

import interleave.metric.Reading;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

final class OneLoopManyConnections extends Written {
    static final String FEW = "10";
    static final String SOME = "1000";
    static final String MANY = "10000";
    static final RunMetric MIDDLE = TimeMetrics.RESPONSE.at(Percentile.P50);

    private static final String IN_BETWEEN = "100";
    private static final Duration LATENCY = Duration.ofSeconds(1);
    private static final double KEPT = 1.5;
    private static final double MORE_THREADS = 2;

    OneLoopManyConnections() {
        super(
                "one-loop-many-connections",
                "One event loop serves many I/O-bound tasks",
                "10, 1,000 and 10,000 requests in flight (in full: 100 as well), each on a connection of its own, to a"
                        + " service that answers after a second: http/event-loop with one loop. The middle response"
                        + " time, and the OS threads",
                "Confirmed if at 10,000 half of the requests take at most 1.5 times the second, and there are at most 2"
                        + " OS threads more than with 10; refuted if that does not even hold at 1,000; else it depends"
                        + " on how many they are. One repetition shows it, since nothing is compared",
                "10,000 such requests are 10,000 a second, which is less than one loop can do; that the tasks wait for"
                        + " a second is part of what I/O-bound means");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return Stream.of(FEW, IN_BETWEEN, SOME, MANY)
                .filter(number -> !conditions.quick() || !number.equals(IN_BETWEEN))
                .map(number -> Setting.counted(
                        number,
                        Runs.waiting(Runs.closed("http/event-loop", Integer.parseInt(number)), LATENCY),
                        conditions.place()))
                .toList();
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Reading some = evidence.median(SOME, MIDDLE);
        Reading many = evidence.median(MANY, MIDDLE);
        Reading threads = evidence.median(MANY, StateMetrics.OS_THREADS_PEAK);
        Reading before = evidence.median(FEW, StateMetrics.OS_THREADS_PEAK);
        Verdict verdict = Verdict.INCONCLUSIVE;
        Reading atSome = evidence.median(SOME, StateMetrics.OS_THREADS_PEAK);
        if (some.present() && many.present() && threads.present() && before.present() && atSome.present()) {
            double most = before.orElse(0) + MORE_THREADS;
            if (!kept(some) || atSome.orElse(0) > most) verdict = Verdict.REFUTED;
            else verdict = kept(many) && threads.orElse(0) <= most ? Verdict.CONFIRMED : Verdict.DEPENDS;
        }
        return Ruling.of(
                        verdict,
                        "half of the answers that take a second are there after " + Words.milliseconds(some)
                                + " with 1,000 in flight and " + Words.milliseconds(many) + " with 10,000; OS threads "
                                + Words.number(before) + " with 10 and " + Words.number(threads) + " with 10,000")
                .with("response_p50_ms_1000", some)
                .with("response_p50_ms_10000", many)
                .with("os_threads_10", before)
                .with("os_threads_10000", threads);
    }

    private static boolean kept(Reading millis) {
        return millis.orElse(0) <= KEPT * LATENCY.toMillis();
    }

    @Override
    public List<String> charts() {
        return List.of(MIDDLE.name(), StateMetrics.OS_THREADS_PEAK.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
