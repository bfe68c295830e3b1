package interleave.lab.claims;

import interleave.lab.Place;
import interleave.run.ExtraMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.spec.Knob;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

final class TooManyThreadsHurt extends Written {
    static final String FEW = "1-per-core";
    static final String MANY = "64-per-core";
    static final RunMetric LATE = TimeMetrics.RESPONSE.at(Percentile.P99);
    static final String WAIT = ExtraMetrics.RUN_QUEUE_WAIT_US_PER_TASK.name();

    private static final int MOST = 64;
    private static final double LESS = 0.9;
    private static final double LATER = 1.5;

    TooManyThreadsHurt() {
        super(
                "too-many-threads-hurt",
                "Too many threads hurt",
                "64 tasks of arithmetic for each CPU in flight, on a pool of one thread for each and of 64 (in full: 4"
                        + " and 16 as well): throughput, the wait for a CPU, and the response time of which 99 of 100"
                        + " are below",
                "Confirmed if 64 threads for each CPU have less than 0.9 of the throughput; depends if they keep it"
                        + " and their p99 is more than 1.5 times as long: then it hurts who waits, and not the work;"
                        + " refuted if neither",
                "The same tasks are in flight on both sides, so that only the threads differ. Their memory is another"
                        + " claim's");
    }

    private static Setting at(int perCore, Conditions conditions) {
        int threads = perCore * conditions.cores();
        Setting setting = Setting.compared(
                perCore + "-per-core",
                Runs.closed("burst/pool", MOST * conditions.cores()).with(Knob.POOL, threads),
                Place.FREE);
        return perCore == 1 || perCore == MOST ? setting : setting.told();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return IntStream.of(1, 4, 16, MOST)
                .filter(perCore -> !conditions.quick() || perCore == 1 || perCore == MOST)
                .mapToObj(perCore -> at(perCore, conditions))
                .toList();
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio work = evidence.ratio(MANY, FEW, WorkMetrics.TASKS_PER_S);
        Ratio late = evidence.ratio(MANY, FEW, LATE);
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (work.below(LESS)) verdict = Verdict.CONFIRMED;
        else if (work.above(LESS) && late.above(LATER)) verdict = Verdict.DEPENDS;
        else if (work.above(LESS) && late.below(LATER)) verdict = Verdict.REFUTED;
        return Ruling.of(
                        verdict,
                        "with 64 threads for each CPU instead of one: throughput " + work.words() + ", p99 "
                                + late.words() + "; a task waits for a CPU for "
                                + Words.number(evidence.median(MANY, WAIT)) + " us instead of "
                                + Words.number(evidence.median(FEW, WAIT)))
                .with("throughput_ratio", work)
                .with("p99_ratio", late)
                .with(WAIT + "_few", evidence.median(FEW, WAIT))
                .with(WAIT + "_many", evidence.median(MANY, WAIT));
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name(), LATE.name(), WAIT);
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
