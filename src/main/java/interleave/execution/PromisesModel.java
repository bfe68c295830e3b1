package interleave.execution;

import interleave.metric.Knob;
import interleave.task.Setup;
import interleave.task.Task;
import interleave.task.TaskInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A promise for each task of an asynchronous client, and what follows from it as a chain of stages. What computes does
 * so on an executor of its own, since the JVM's common pool has a thread per core but one: on two cores it would compute on
 * one alone. Failures arrive at {@code exceptionally}.
 */
final class PromisesModel implements Model {
    private final Pool pool;
    private final Computing computing;
    private final Loops loops;

    PromisesModel(TaskInfo task, Setup setup, int loopNumber, int poolSize) {
        pool = new Pool("promise", poolSize);
        computing = new Computing(pool);
        loops = new Loops(task, setup, computing, loopNumber);
    }

    @Override
    public List<? extends Task> tasks() {
        return loops.tasks();
    }

    @Override
    public void run(Slot slot) {
        new Chain(loops, slot).go();
    }

    @Override
    public void tune(Knob knob, long value) {
        if (knob == Knob.LOOPS) loops.resize((int) value);
        if (knob == Knob.POOL) pool.resize((int) value);
    }

    @Override
    public Map<String, Double> extra() {
        return loops.extra();
    }

    @Override
    public void closeTasks() {
        loops.closeTasks();
    }

    @Override
    public void close() {
        computing.close();
        pool.close();
        loops.close();
    }

    /** What a client with promises gives to its callers. */
    private static final class Promise extends CompletableFuture<Void> implements Task.Completion {
        static Promise of(Task.Async task) {
            Promise promise = new Promise();
            try {
                task.start(promise);
            } catch (Throwable e) {
                promise.failed(e);
            }
            return promise;
        }

        @Override
        public void completed() {
            complete(null);
        }

        @Override
        public void failed(Throwable why) {
            completeExceptionally(why);
        }
    }

    private static final class Chain extends LoopChain {
        private final Slot slot;
        private Promise promise;

        Chain(Loops loops, Slot slot) {
            super(loops, loops.nextChain());
            this.slot = slot;
        }

        @Override
        protected Slot slot() {
            return slot;
        }

        @Override
        protected void begin(Task.Async task) {
            promise = Promise.of(task);
            promise.thenApply(done -> slot.completed())
                    .exceptionally(why -> slot.failed(cause(why)))
                    .thenAccept(this::ended);
        }

        private static Throwable cause(Throwable why) {
            return why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
        }

        @Override
        protected void cancelPending() {
            promise.cancel(true);
        }
    }
}
