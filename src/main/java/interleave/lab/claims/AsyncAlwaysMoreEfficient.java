package interleave.lab.claims;

import interleave.run.CostMetrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class AsyncAlwaysMoreEfficient extends Written {
    static final String CACHED_LOOP = "file-cached-event-loop";
    static final String CACHED_POOL = "file-cached-pool";

    private static final int IN_FLIGHT = 256;
    private static final double CHEAPER = 1.1;

    AsyncAlwaysMoreEfficient() {
        super(
                "async-always-more-efficient",
                "Asynchrony is always more efficient",
                "CPU time per task in a pool over that on an event loop, of three tasks: a request to a service, a read"
                        + " of a file from the page cache, the blur of a tile",
                "Confirmed if the pool takes more than 1.1 times the loop's CPU time for all three; refuted for none of"
                        + " them; depends on the task if for some",
                "Three tasks stand for many; Java's asynchronous file channel is a pool of threads beneath");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>(List.of(
                AsyncIoIsCheap.at(AsyncIoIsCheap.LOOP, conditions),
                AsyncIoIsCheap.at(AsyncIoIsCheap.POOL, conditions),
                cached(CACHED_LOOP, "event-loop", conditions),
                cached(CACHED_POOL, "pool", conditions)));
        settings.add(AsyncDoesNotSpeedUp.loop(conditions));
        settings.add(ThreadsUseCores.image(ThreadsUseCores.IMAGE_ALL, conditions));
        return settings;
    }

    private static Setting cached(String key, String model, Conditions conditions) {
        return Setting.compared(key, Runs.closed("file-cached/" + model, IN_FLIGHT), conditions.place());
    }

    @Override
    public Set<String> undecided(Evidence evidence) {
        Map<String, String> pairs = Map.of(
                AsyncIoIsCheap.POOL,
                AsyncIoIsCheap.LOOP,
                CACHED_POOL,
                CACHED_LOOP,
                ThreadsUseCores.IMAGE_ALL,
                AsyncDoesNotSpeedUp.LOOP);
        Set<String> sides = new HashSet<>();
        pairs.forEach((pool, loop) -> {
            if (!ratio(evidence, pool, loop).decidedBy(CHEAPER)) sides.addAll(List.of(pool, loop));
        });
        return sides;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Sides sides = new Sides(CHEAPER, CHEAPER);
        sides.put("http", ratio(evidence, AsyncIoIsCheap.POOL, AsyncIoIsCheap.LOOP));
        sides.put("file-cached", ratio(evidence, CACHED_POOL, CACHED_LOOP));
        sides.put("image", ratio(evidence, ThreadsUseCores.IMAGE_ALL, AsyncDoesNotSpeedUp.LOOP));
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (sides.allAbove()) verdict = Verdict.CONFIRMED;
        else if (sides.allBelow()) verdict = Verdict.REFUTED;
        else if (!sides.above().isEmpty() && !sides.below().isEmpty()) verdict = Verdict.DEPENDS;
        return sides.in(
                Ruling.of(verdict, "CPU time per task in a pool over that on the loop: " + sides.words()), "_ratio");
    }

    private static Ratio ratio(Evidence evidence, String pool, String loop) {
        return evidence.ratio(pool, loop, CostMetrics.CPU_US_PER_TASK);
    }

    @Override
    public List<String> charts() {
        return List.of(CostMetrics.CPU_US_PER_TASK.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
