package interleave.lab.claims;

import interleave.lab.Place;
import interleave.run.WorkMetrics;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class AsyncDoesNotSpeedUp extends Written {
    static final String ONE = ThreadsUseCores.IMAGE_ONE;
    static final String LOOP = "image-event-loop";

    private static final double FASTER = 1.2;

    AsyncDoesNotSpeedUp() {
        super(
                "async-does-not-speed-up",
                "Asynchrony alone does not speed up computing",
                "The blur of a tile by one thread, and as many tasks in flight as there are CPUs on one event loop:"
                        + " tasks per second over one thread's",
                "Confirmed if the loop has less than 1.2 times the throughput of one thread, refuted if more",
                "One loop: with several it is several threads that compute");
    }

    static Setting loop(Conditions conditions) {
        return Setting.compared(LOOP, Runs.closed("image/event-loop", conditions.cores()), Place.FREE);
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.cores() < 2 ? ONE_CPU : Optional.empty();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(ThreadsUseCores.image(ONE, conditions), loop(conditions));
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio ratio = evidence.ratio(LOOP, ONE, WorkMetrics.TASKS_PER_S);
        Verdict verdict =
                ratio.below(FASTER) ? Verdict.CONFIRMED : ratio.above(FASTER) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
        return Ruling.of(
                        verdict,
                        conditions.cores() + " blurs in flight on one event loop: " + ratio.words()
                                + " of what one thread does")
                .with("speed_up", ratio);
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
