package interleave.lab.claims;

import interleave.metric.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class RacesLoseUpdates extends Written {
    static final String RACE = "race";
    static final String LOCK = "lock";
    static final String LOST = "whole_run_lost_updates";

    static final String DONE = "whole_run_completed";

    private static final int UPDATES = 20_000;

    RacesLoseUpdates() {
        super(
                "races-lose-updates",
                "Races lose updates, and locks cure it",
                "20,000 increments of one shared number by two threads for each CPU, without protection and under a"
                        + " lock: increments that were done and are not in the number",
                "Confirmed if some are lost without the lock and none with it; refuted if some are lost with it;"
                        + " inconclusive if none is lost at all, since a race may go well by luck. A count: one"
                        + " repetition shows it",
                "The number that is lost depends on the machine and the moment: that any are is the fault");
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.cores() < 2 ? ONE_CPU : Optional.empty();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(
                counted(RACE, SynchronisationCosts.many(RACE, "counter-race", conditions)),
                counted(LOCK, SynchronisationCosts.many(LOCK, "counter-lock", conditions)));
    }

    static Setting counted(String key, Setting compared) {
        return new Setting(key, compared.experiment(), Setting.Part.COUNTED);
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Reading race = evidence.sum(RACE, LOST);
        Reading lock = evidence.sum(LOCK, LOST);
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (lock.orElse(0) > 0) verdict = Verdict.REFUTED;
        else if (race.orElse(0) > 0 && lock.present()) verdict = Verdict.CONFIRMED;
        Reading updates = evidence.sum(RACE, DONE).map(tasks -> tasks * UPDATES);
        return Ruling.of(
                        verdict,
                        "without a lock " + Words.number(race) + " of " + Words.number(updates)
                                + " increments were lost; under the lock "
                                + Words.number(lock))
                .with("lost_updates_race", race)
                .with("lost_updates_lock", lock);
    }

    @Override
    public List<String> charts() {
        return List.of(LOST);
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
