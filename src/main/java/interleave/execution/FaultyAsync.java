package interleave.execution;

import interleave.task.Fault;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.Unable;
import interleave.task.Wrapping;
import java.io.EOFException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** A task in its asynchronous form, some of which fail. */
final class FaultyAsync extends Wrapping<Task.Async> implements Task.Async {
    private final Failures failures;
    private final NettyLoop loop;
    private final LongSupplier waitNanos;

    /** @param waitNanos how long the task waits for something; 0 if it does not */
    FaultyAsync(Task.Async task, Failures failures, NettyLoop loop, LongSupplier waitNanos) {
        super(task);
        this.failures = failures;
        this.loop = loop;
        this.waitNanos = waitNanos;
    }

    @Override
    public void start(Completion done) {
        Fault fault = failures.draw();
        if (fault == null) task.start(done);
        else failBy(fault, done);
    }

    @Override
    public void retire() {
        task.retire();
    }

    private void failBy(Fault fault, Completion done) {
        long wait = waitNanos.getAsLong();
        switch (fault) {
            case BEFORE -> throw Unchecked.<RuntimeException>of(failures.raise(fault, null));
            case DURING -> later(wait / 2, fault, null, done);
            case AFTER -> task.start(new Afterwards(fault, done));
            case CANCELLED -> later(wait / 2, fault, new CancellationException(fault.words), done);
            case TIME_OUT -> byTheWorld(wait, fault, new TimeoutException(fault.words), done);
            case PEER_CLOSES -> byTheWorld(wait, fault, new EOFException(fault.words), done);
        }
    }

    private void later(long nanos, Fault fault, Throwable cause, Completion done) {
        loop.events().schedule(() -> done.failed(failures.raise(fault, cause)), nanos, TimeUnit.NANOSECONDS);
    }

    private void byTheWorld(long nanos, Fault fault, Throwable otherwise, Completion done) {
        if (!task.fail(fault, new ByTheWorld(fault, done))) later(nanos, fault, otherwise, done);
    }

    /** A completion that fails although the work was done. */
    private final class Afterwards implements Completion {
        private final Fault fault;
        private final Completion done;

        Afterwards(Fault fault, Completion done) {
            this.fault = fault;
            this.done = done;
        }

        @Override
        public void completed() {
            done.failed(failures.raise(fault, null));
        }

        @Override
        public void failed(Throwable why) {
            done.failed(why);
        }
    }

    /** A completion for a failure that the task had done to itself. */
    private final class ByTheWorld implements Completion {
        private final Fault fault;
        private final Completion done;

        ByTheWorld(Fault fault, Completion done) {
            this.fault = fault;
            this.done = done;
        }

        @Override
        public void completed() {
            done.completed();
        }

        @Override
        public void failed(Throwable why) {
            done.failed(why instanceof Unable || why instanceof Error ? why : failures.raise(fault, why));
        }
    }
}
