package interleave.task;

/**
 * Tasks that compute for a given CPU time after what they wait for has come: as a request's answer is made use of. Only
 * what it waits by holds on to anything.
 */
public final class Worked {
    private Worked() {}

    /** On the thread that has waited. */
    public static Task.Blocking blocking(Task.Blocking waits, TaskSetup setup) {
        return new Blocking(waits, setup.work());
    }

    /** Where the place computes: on the event loop itself, everybody waits for it. */
    public static TaskInfo.AsyncForm async(TaskSetup setup, TaskInfo.AsyncForm waits) {
        Task.Blocking work = new Only(setup.work());
        return place -> new Async(waits.open(place), setup.work(), new Computed(work, place, false));
    }

    private static final class Blocking extends Wrapping<Task.Blocking> implements Task.Blocking {
        private final Work work;

        Blocking(Task.Blocking task, Work work) {
            super(task);
            this.work = work;
        }

        @Override
        public void call() throws Exception {
            task.call();
            work.perform();
        }

        @Override
        public boolean fail(Fault fault) throws Exception {
            return task.fail(fault);
        }
    }

    private static final class Async extends Wrapping<Task.Async> implements Task.Async {
        private final Work work;
        private final Task.Async computes;

        Async(Task.Async task, Work work, Task.Async computes) {
            super(task);
            this.work = work;
            this.computes = computes;
        }

        /** The end of a task that has nothing to compute is told as if this were not here. */
        @Override
        public void start(Completion done) {
            task.start(work.none() ? done : new Then(computes, done));
        }

        @Override
        public boolean fail(Fault fault, Completion done) {
            return task.fail(fault, done);
        }

        @Override
        public void retire() {
            task.retire();
        }
    }

    private record Then(Task.Async next, Task.Completion done) implements Task.Completion {
        @Override
        public void completed() {
            next.start(done);
        }

        @Override
        public void failed(Throwable why) {
            done.failed(why);
        }
    }

    private record Only(Work work) implements Task.Blocking {
        @Override
        public void call() throws WrongResult {
            work.perform();
        }

        @Override
        public void close() {}
    }
}
