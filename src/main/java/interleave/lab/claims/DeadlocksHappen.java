package interleave.lab.claims;

import interleave.lab.Place;
import interleave.metric.Reading;
import interleave.run.WorkMetrics;
import java.util.List;
import java.util.Set;

final class DeadlocksHappen extends Written {
    static final String POOL = "pool";
    static final String FOUND = "whole_run_deadlocks";

    DeadlocksHappen() {
        super(
                "deadlocks-happen",
                "Deadlocks happen, and can be found",
                "Transfers under two locks, which one task in 8,192, or one in a second, takes in the opposite order,"
                        + " by two threads for each CPU: circles of waiting threads that a watch found and broke up",
                "Confirmed if some were found and tasks went on to the end; refuted if tasks came to a stand: then one"
                        + " was not found; inconclusive if there was none. A count: one repetition shows it",
                "The order of the locks is wrong on purpose. A watch that finds a circle is ours: a program without one"
                        + " stands still for ever");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(Setting.counted(
                POOL,
                Runs.crowd("deadlock/pool", SynchronisationCosts.threads(conditions)),
                Place.FREE,
                Experiment.Pace.BRIEF));
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Reading found = evidence.sum(POOL, FOUND);
        Reading tasks = evidence.least(POOL, WorkMetrics.TASKS);
        int runs = evidence.of(POOL).size();
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (tasks.present() && tasks.orElse(0) == 0) verdict = Verdict.REFUTED;
        else if (tasks.present() && found.orElse(0) > 0) verdict = Verdict.CONFIRMED;
        return Ruling.of(
                        verdict,
                        Words.number(found) + " deadlocks in " + (runs == 1 ? "a run" : runs + " runs")
                                + " were found and broken up; each did " + Words.number(tasks)
                                + " transfers or more in the time measured")
                .with("deadlocks", found)
                .with("tasks", tasks);
    }

    @Override
    public List<String> charts() {
        return List.of(FOUND);
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE);
    }
}
