package interleave.lab.claims;

import interleave.lab.Place;
import interleave.run.ExtraMetrics;
import interleave.run.WorkMetrics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class BothCombine extends Written {
    static final String LOOP = "event-loop";
    static final String HYBRID = "hybrid";
    static final String POOL = "pool";
    static final String VIRTUAL = "virtual";
    static final String LAG = ExtraMetrics.LOOP_LAG;

    private static final int IN_FLIGHT = 64;
    private static final double FASTER = 1.2;
    private static final double SHORTER = 0.5;
    private static final double AS_GOOD = 0.9;

    BothCombine() {
        super(
                "both-combine",
                "Asynchrony and threads can be combined",
                "A request, then the blur of a tile, 64 in flight: on a loop alone, on a loop with threads that compute"
                        + " (hybrid), in a pool, on virtual threads. Tasks per second, and how long everyone waits for"
                        + " the loop",
                "The combination is good if it has more than 1.2 times the loop's throughput and less than half of its"
                        + " lag. Confirmed if it is, and has 0.9 of the pool's and the virtual threads' throughput;"
                        + " depends if it is, and one of them does better; refuted if it has neither",
                "All may use all CPUs, since the claim is about cores: the service runs beside them");
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.cores() < 2 ? ONE_CPU : Optional.empty();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return Stream.of(LOOP, HYBRID, POOL, VIRTUAL)
                .map(model -> Setting.compared(model, Runs.closed("fetch-and-blur/" + model, IN_FLIGHT), Place.FREE))
                .toList();
    }

    @Override
    public Set<String> undecided(Evidence evidence) {
        Set<String> sides = new HashSet<>();
        boolean better = evidence.ratio(HYBRID, LOOP, WorkMetrics.TASKS_PER_S).decidedBy(FASTER)
                && evidence.ratio(HYBRID, LOOP, LAG).decidedBy(SHORTER);
        if (!better) sides.addAll(List.of(HYBRID, LOOP));
        for (String model : List.of(POOL, VIRTUAL))
            if (!evidence.ratio(HYBRID, model, WorkMetrics.TASKS_PER_S).decidedBy(AS_GOOD))
                sides.addAll(List.of(HYBRID, model));
        return sides;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio work = evidence.ratio(HYBRID, LOOP, WorkMetrics.TASKS_PER_S);
        Ratio lag = evidence.ratio(HYBRID, LOOP, LAG);
        Sides others = new Sides(AS_GOOD, AS_GOOD);
        for (String model : List.of(POOL, VIRTUAL))
            others.put(model, evidence.ratio(HYBRID, model, WorkMetrics.TASKS_PER_S));
        boolean good = work.above(FASTER) && lag.below(SHORTER);
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (good && others.allAbove()) verdict = Verdict.CONFIRMED;
        else if (good && !others.below().isEmpty()) verdict = Verdict.DEPENDS;
        else if (work.below(FASTER) && lag.above(SHORTER)) verdict = Verdict.REFUTED;
        Ruling ruling = Ruling.of(
                        verdict,
                        "the hybrid has " + work.words() + " of the loop's throughput and " + lag.words()
                                + " of its lag; over the others: " + others.words())
                .with("throughput_over_loop", work)
                .with("lag_over_loop", lag);
        return others.in(ruling, "_throughput_ratio");
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name(), LAG);
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
