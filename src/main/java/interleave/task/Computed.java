package interleave.task;

import java.util.Map;

/** The asynchronous form of a task that has nothing to wait for: it is done where the place computes. */
final class Computed implements Task.Async {
    private final Task.Blocking task;
    private final Place place;

    Computed(Task.Blocking task, Place place) {
        this.task = task;
        this.place = place;
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
        return task.extra();
    }

    @Override
    public void close() {
        task.close();
    }
}
