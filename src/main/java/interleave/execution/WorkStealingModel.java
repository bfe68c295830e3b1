package interleave.execution;

import interleave.spec.Knob;
import interleave.task.Released;
import interleave.task.Task;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A {@link ForkJoinPool}: each thread has a queue of its own, and steals from others when that is empty. A slot's next
 * task is forked where the one before was done. A failure is the exception of a task that completed abnormally. Tasks
 * that wait block their thread: the pool does not make up for it.
 */
public final class WorkStealingModel implements Model {
    private static final int END_MILLIS = 300;
    /** The JDK's default. */
    private static final int KEEP_MINUTES = 1;

    private final Task.Blocking task;
    private final AtomicInteger made = new AtomicInteger();
    private final Queue<ForkJoinPool> opened = new ConcurrentLinkedQueue<>();
    private volatile ForkJoinPool pool;

    public WorkStealingModel(Task.Blocking task, int size) {
        this.task = task;
        this.pool = open(size);
    }

    /**
     * First in, first out: where tasks follow each other without end, the last would never let the first go on. It has
     * as many threads at most as it should: the wait for a queue tells the pool that it blocks
     * ({@link ForkJoinPool#managedBlock}), and one of a single thread was seen to grow to four.
     */
    private ForkJoinPool open(int size) {
        ForkJoinPool next = new ForkJoinPool(
                size, this::thread, null, true, size, size, 0, full -> true, KEEP_MINUTES, TimeUnit.MINUTES);
        opened.removeIf(ForkJoinPool::isTerminated);
        opened.add(next);
        return next;
    }

    private ForkJoinWorkerThread thread(ForkJoinPool of) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(of);
        thread.setName("stealing-" + made.getAndIncrement());
        return thread;
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(TaskSlot slot) {
        submit(new Chain(slot));
    }

    private void submit(Chain chain) {
        for (ForkJoinPool now = pool; ; now = pool) {
            try {
                now.execute(chain);
                return;
            } catch (RejectedExecutionException e) {
                // Closed; or another pool took over just now.
                if (now == pool) return;
            }
        }
    }

    /** A pool that shrinks keeps threads that have work, and these always have: so another takes over, task by task. */
    @Override
    public void tune(Knob knob, long value) {
        if (knob != Knob.POOL || value == pool.getParallelism()) return;
        ForkJoinPool before = pool;
        pool = open((int) value);
        before.shutdown();
        task.release();
    }

    @Override
    public void close() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
        opened.forEach(ForkJoinPool::shutdownNow);
        try {
            for (ForkJoinPool each : opened) each.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One task. */
    private static final class One extends ForkJoinTask<Void> {
        private static final long serialVersionUID = 1;

        private final transient Task.Blocking task;
        private final transient BooleanSupplier leaves;

        One(Task.Blocking task, BooleanSupplier leaves) {
            this.task = task;
            this.leaves = leaves;
        }

        @Override
        protected boolean exec() {
            Unchecked.call(task, leaves);
            return true;
        }

        @Override
        public Void getRawResult() {
            return null;
        }

        @Override
        protected void setRawResult(Void value) {}
    }

    /** Never completes, so that it can be forked again for each task that follows. */
    private final class Chain extends ForkJoinTask<Void> implements BooleanSupplier {
        private static final long serialVersionUID = 1;

        private final transient TaskSlot slot;
        /** True while a task waits for another thread to go on with it. */
        private transient boolean released;

        Chain(TaskSlot slot) {
            this.slot = slot;
        }

        @Override
        protected boolean exec() {
            if (!released && !slot.begin()) return false;
            One one = new One(task, this);
            one.quietlyInvoke();
            released = one.getException() instanceof Released;
            if (released || (one.isCompletedNormally() ? slot.completed() : slot.failed(one.getException()))) follow();
            return false;
        }

        /** True on a thread of a pool that another one has taken over from. */
        @Override
        public boolean getAsBoolean() {
            return getPool() != pool;
        }

        /** Threads that always have work of their own would never look at what comes from outside. */
        private void follow() {
            if (getAsBoolean()) {
                submit(this);
                return;
            }
            fork();
            ForkJoinTask<?> waiting = pollSubmission();
            if (waiting != null) waiting.fork();
        }

        @Override
        public Void getRawResult() {
            return null;
        }

        @Override
        protected void setRawResult(Void value) {}
    }
}
