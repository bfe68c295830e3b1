package interleave.lab.claims;

import interleave.lab.Place;
import interleave.run.WorkMetrics;
import interleave.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class ThreadsUseCores extends Written {
    static final String IMAGE_ONE = "image-1-thread";
    static final String IMAGE_ALL = "image-all-cores";
    static final String HASH_ONE = "hash-1-thread";
    static final String HASH_ALL = "hash-all-cores";

    private static final double EFFICIENT = 0.7;
    private static final double NONE = 1.2;

    ThreadsUseCores() {
        super(
                "threads-use-cores",
                "Threads use several cores",
                "The blur of a tile and SHA-256 of 64 KiB, by one thread and by a pool with a thread for each CPU (in"
                        + " full: two for each as well): tasks per second over one thread's",
                "Confirmed if both come to more than 0.7 of the number of CPUs: CPUs may be two threads of one core,"
                    + " which share it; refuted if neither comes to 1.2; depends on the task if one comes to 0.7 and"
                    + " one not to 1.2",
                "A machine whose clock falls when all cores work has less than its cores promise");
    }

    static Setting image(String key, Conditions conditions) {
        RunSpec run =
                key.equals(IMAGE_ONE) ? Runs.closed("image/single", 1) : Runs.crowd("image/pool", conditions.cores());
        return Setting.compared(key, run, Place.FREE);
    }

    private static Setting twice(String task, Conditions conditions) {
        RunSpec run = Runs.crowd(task + "/pool", 2 * conditions.cores());
        return Setting.compared(task + "-twice", run, Place.FREE).told();
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.cores() < 2 ? ONE_CPU : Optional.empty();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>(List.of(
                image(IMAGE_ONE, conditions),
                image(IMAGE_ALL, conditions),
                Setting.compared(HASH_ONE, Runs.closed("hash/single", 1), Place.FREE),
                Setting.compared(HASH_ALL, Runs.crowd("hash/pool", conditions.cores()), Place.FREE)));
        if (!conditions.quick()) {
            settings.add(twice("image", conditions));
            settings.add(twice("hash", conditions));
        }
        return settings;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        double enough = EFFICIENT * conditions.cores();
        Sides sides = new Sides(Math.min(NONE, enough), enough);
        sides.put("image", evidence.ratio(IMAGE_ALL, IMAGE_ONE, WorkMetrics.TASKS_PER_S));
        sides.put("hash", evidence.ratio(HASH_ALL, HASH_ONE, WorkMetrics.TASKS_PER_S));
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (sides.allAbove()) verdict = Verdict.CONFIRMED;
        else if (sides.allBelow()) verdict = Verdict.REFUTED;
        else if (!sides.above().isEmpty() && !sides.below().isEmpty()) verdict = Verdict.DEPENDS;
        return sides.in(
                Ruling.of(verdict, "with a thread for each of " + conditions.cores() + " CPUs: " + sides.words()),
                "_speed_up");
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
