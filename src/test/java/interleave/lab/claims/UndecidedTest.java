package interleave.lab.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.run.CostMetrics;
import interleave.run.WorkMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sides that open claims hang on, and their repetitions. */
class UndecidedTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Conditions FULL = new Conditions(2, Place.APART, true, false, Optional.empty());

    /** A comparison that is decided costs no more time: that goes to the pair that the rule hangs on. */
    @Test
    void onlyTheSidesThatDecideGetMore() {
        Campaign campaign = new Campaign(List.of(new AsyncIoIsCheap()), FULL, LONG, each -> SECOND, 1);
        Map<String, Integer> counts = new HashMap<>();
        for (Optional<Campaign.Next> next = campaign.next(SECOND); next.isPresent(); next = campaign.next(SECOND)) {
            String key = next.get().setting().key();
            int before = counts.merge(key, 1, Integer::sum);
            double pool = before % 4 < 2 ? 55 : 65;
            double cpu = key.equals("threads") ? 100 : key.equals("pool") ? pool : 50;
            campaign.add(next.get(), new Sample(Map.of(CostMetrics.CPU_US_PER_TASK.name(), cpu), Noise.NONE));
        }
        assertEquals(Verdict.INCONCLUSIVE, campaign.findings().getFirst().verdict());
        assertEquals(45, counts.get("pool"), counts.toString());
        assertEquals(45, counts.get("event-loop"), counts.toString());
        assertEquals(5, counts.get("threads"), counts.toString());
        assertEquals(5, counts.get("virtual"), counts.toString());
        assertEquals(3, counts.get("hybrid"), counts.toString());
    }

    /** The two others that name the sides they hang on. */
    @Test
    void whatIsUndecidedIsNamed() {
        BothCombine both = new BothCombine();
        assertEquals(
                Set.of("hybrid", "pool"),
                both.undecided(evidence(
                        Map.of("event-loop", 100.0, "hybrid", 150.0, "virtual", 100.0), "pool", 150.0, 180.0)));
        AsyncAlwaysMoreEfficient always = new AsyncAlwaysMoreEfficient();
        assertEquals(
                Set.of("pool", "event-loop"),
                always.undecided(evidence(
                        Map.of(
                                "event-loop",
                                50.0,
                                AsyncAlwaysMoreEfficient.CACHED_LOOP,
                                50.0,
                                AsyncAlwaysMoreEfficient.CACHED_POOL,
                                40.0,
                                ThreadsUseCores.IMAGE_ALL,
                                50.0,
                                AsyncDoesNotSpeedUp.LOOP,
                                50.0),
                        "pool",
                        50.0,
                        60.0)));
    }

    /** Of each side five repetitions that agree, and of one of them five that do not. */
    private static Evidence evidence(Map<String, Double> agreeing, String open, double least, double most) {
        Map<String, List<Sample>> samples = new HashMap<>();
        agreeing.forEach((key, value) -> samples.put(key, Collections.nCopies(5, sample(key, value))));
        List<Sample> spread = new ArrayList<>();
        for (int i = 0; i < 5; i++) spread.add(sample(open, i < 2 ? least : i > 2 ? most : (least + most) / 2));
        samples.put(open, spread);
        return new Evidence(samples);
    }

    private static Sample sample(String key, double value) {
        return new Sample(
                Map.of(
                        WorkMetrics.TASKS_PER_S.name(),
                        value,
                        CostMetrics.CPU_US_PER_TASK.name(),
                        value,
                        BothCombine.LAG,
                        key.equals(BothCombine.LOOP) ? 20.0 : 1.0),
                Noise.NONE);
    }
}
