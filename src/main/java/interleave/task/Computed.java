package interleave.task;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The asynchronous form of a task that has nothing to wait for: it is done where the place computes. */
public final class Computed implements Task.Async {
    private final Task.Blocking task;
    private final Place place;
    private final boolean owner;

    /** @param owner whether it speaks for the task and ends it: one alone does */
    public Computed(Task.Blocking task, Place place, boolean owner) {
        this.task = task;
        this.place = place;
        this.owner = owner;
    }

    /** All event loops of a run do the one task: what its tasks have in common is the same wherever they are begun. */
    static TaskInfo.AsyncForm shared(Task.Blocking task) {
        AtomicBoolean owned = new AtomicBoolean();
        // The first loop is there as long as the run.
        return place -> new Computed(task, place, !owned.getAndSet(true));
    }

    @Override
    public void start(Completion done) {
        if (place.computing() == Place.ON_THE_LOOP) tell(done, compute());
        else place.computing().execute(() -> computeElsewhere(done));
    }

    private void computeElsewhere(Completion done) {
        Throwable failure = compute();
        place.loop().events().execute(() -> tell(done, failure));
    }

    /** @return why it failed; null if it did not */
    private Throwable compute() {
        try {
            task.call();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static void tell(Completion done, Throwable failure) {
        if (failure == null) done.completed();
        else done.failed(failure);
    }

    @Override
    public Map<String, Double> extra() {
        return owner ? task.extra() : Map.of();
    }

    @Override
    public void close() {
        if (owner) task.close();
    }
}
