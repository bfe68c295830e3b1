package interleave.lab.claims;

import interleave.run.WorkMetrics;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ThreadsAlwaysFaster extends Written {
    private static final double FASTER = 1.1;

    ThreadsAlwaysFaster() {
        super(
                "threads-always-faster",
                "Multithreading always improves performance",
                "The blur of a tile by one thread and by one for each CPU; increments under one lock by one thread and"
                        + " by two for each CPU: tasks per second over one thread's",
                "Confirmed if both are more than 1.1 times as fast with threads, refuted if neither is, depends on the"
                        + " task if one is",
                "Two tasks at the ends of a scale: one that shares nothing, and one that shares all");
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.cores() < 2 ? ONE_CPU : Optional.empty();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(
                ThreadsUseCores.image(ThreadsUseCores.IMAGE_ONE, conditions),
                ThreadsUseCores.image(ThreadsUseCores.IMAGE_ALL, conditions),
                SynchronisationCosts.lockOne(),
                SynchronisationCosts.many(SynchronisationCosts.LOCK, "counter-lock", conditions));
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Sides sides = new Sides(FASTER, FASTER);
        sides.put(
                "image", evidence.ratio(ThreadsUseCores.IMAGE_ALL, ThreadsUseCores.IMAGE_ONE, WorkMetrics.TASKS_PER_S));
        sides.put(
                "counter-lock",
                evidence.ratio(SynchronisationCosts.LOCK, SynchronisationCosts.LOCK_ONE, WorkMetrics.TASKS_PER_S));
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (sides.allAbove()) verdict = Verdict.CONFIRMED;
        else if (sides.allBelow()) verdict = Verdict.REFUTED;
        else if (!sides.above().isEmpty() && !sides.below().isEmpty()) verdict = Verdict.DEPENDS;
        return sides.in(
                Ruling.of(verdict, "tasks per second with several threads over one's: " + sides.words()), "_speed_up");
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
