package interleave.execution;

import interleave.task.Kind;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.List;

/**
 * An OS thread for each task, creation included. The one that ends begins the next. Nobody catches a task's failure: it
 * ends its thread, and arrives at the thread's handler of uncaught exceptions.
 */
public final class ThreadsModel implements Model {
    /**
     * Enough for any task here, and so small that the C library keeps some hundred used stacks for the next threads.
     */
    private static final long STACK_BYTES = 192 << 10;

    private final Task.Blocking task;
    private final boolean keepsThreads;
    private final ThreadScope scope = new ThreadScope();

    public ThreadsModel(TaskInfo task, TaskSetup setup) {
        this.task = task.blocking().apply(setup);
        this.keepsThreads = task.kind() == Kind.EXCHANGING;
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(TaskSlot slot) {
        Chain chain = new Chain(slot);
        scope.enter(chain);
        begin(chain);
    }

    private void begin(Chain chain) {
        Thread thread = new Thread(null, chain, "task", STACK_BYTES, false);
        thread.setUncaughtExceptionHandler(chain);
        scope.start(chain, thread);
    }

    @Override
    public void close() {
        scope.close();
    }

    private final class Chain extends ThreadScope.Chain implements Thread.UncaughtExceptionHandler {
        private final TaskSlot slot;

        Chain(TaskSlot slot) {
            this.slot = slot;
        }

        @Override
        public void run() {
            boolean another;
            do {
                if (!slot.begin()) {
                    scope.leave(this);
                    return;
                }
                Unchecked.call(task);
                another = slot.completed();
            } while (another && keepsThreads);
            follow(another);
        }

        @Override
        public void uncaughtException(Thread thread, Throwable why) {
            follow(slot.failed(why));
        }

        private void follow(boolean another) {
            if (!another) {
                scope.leave(this);
                return;
            }
            try {
                begin(this);
            } catch (Throwable e) {
                slot.lost(e);
            }
        }
    }
}
