package interleave.execution;

import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A promise for each task of an asynchronous client, and what follows from it as a chain of stages. What computes does
 * so on an executor of its own, since the JVM's common pool has a thread per core but one: on two cores it would
 * compute on one alone. Failures arrive at {@code exceptionally}.
 */
public final class PromisesModel extends LoopModel {
    public PromisesModel(TaskInfo task, TaskSetup setup, int loopNumber, int poolSize) throws Unable {
        super(task, setup, loopNumber, new Pool("promise", poolSize));
    }

    @Override
    LoopChain chain(Loops on, TaskSlot slot) {
        return new Chain(on, slot);
    }

    /** The promise that such a client gives to its callers. */
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
        private Promise promise;

        Chain(Loops loops, TaskSlot slot) {
            super(loops, slot);
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
