package interleave.lab.claims;

import interleave.lab.Place;
import interleave.run.WorkMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class SynchronisationCosts extends Written {
    static final String RACE = "race-many-threads";
    static final String LOCK = "lock-many-threads";
    static final String LOCK_ONE = "lock-1-thread";

    private static final int PER_CORE = 2;
    private static final double COSTS = 1.5;
    private static final double FREE = 1.1;

    SynchronisationCosts() {
        super(
                "synchronisation-costs",
                "Synchronisation costs",
                "20,000 increments of one shared number by two threads for each CPU: without protection, and under a"
                        + " lock; and under the lock by one thread (in full: atomic and in cells as well). Tasks per"
                        + " second",
                "Confirmed if the unprotected one is more than 1.5 times as fast as the one under a lock, refuted if"
                    + " less than 1.1 times: 1.5, since one process of these does up to 1.6 times what another does",
                "Increments and nothing else: the worst case of contention. What a program does between two locks makes"
                        + " its part of the cost smaller");
    }

    static int threads(Conditions conditions) {
        return PER_CORE * conditions.cores();
    }

    static Setting many(String key, String task, Conditions conditions) {
        return Setting.compared(key, Runs.crowd(task + "/pool", threads(conditions)), Place.FREE);
    }

    static Setting lockOne() {
        return Setting.compared(LOCK_ONE, Runs.crowd("counter-lock/pool", 1), Place.FREE);
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>(
                List.of(many(RACE, "counter-race", conditions), many(LOCK, "counter-lock", conditions), lockOne()));
        if (!conditions.quick()) {
            settings.add(
                    many("atomic-many-threads", "counter-atomic", conditions).told());
            settings.add(many("adder-many-threads", "counter-adder", conditions).told());
        }
        return settings;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio cost = evidence.ratio(RACE, LOCK, WorkMetrics.TASKS_PER_S);
        Ratio scaling = evidence.ratio(LOCK, LOCK_ONE, WorkMetrics.TASKS_PER_S);
        Verdict verdict =
                cost.above(COSTS) ? Verdict.CONFIRMED : cost.below(FREE) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
        return Ruling.of(
                        verdict,
                        "with " + threads(conditions) + " threads the increments are " + cost.words()
                                + " as fast without the lock; under it " + threads(conditions) + " threads do "
                                + scaling.words() + " of what one does")
                .with("unprotected_over_lock", cost)
                .with("lock_many_over_one", scaling);
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE);
    }
}
