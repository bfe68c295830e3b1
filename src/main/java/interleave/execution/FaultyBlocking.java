package interleave.execution;

import interleave.task.Fault;
import interleave.task.Task;
import interleave.task.Unable;
import interleave.task.Wrapping;
import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A task in its blocking form, some of which fail. */
final class FaultyBlocking extends Wrapping<Task.Blocking> implements Task.Blocking {
    private final Failures failures;
    private final LongSupplier waitNanos;

    /** @param waitNanos how long the task waits for something; 0 if it does not */
    FaultyBlocking(Task.Blocking task, Failures failures, LongSupplier waitNanos) {
        super(task);
        this.failures = failures;
        this.waitNanos = waitNanos;
    }

    @Override
    public void call() throws Exception {
        call(() -> false);
    }

    @Override
    public void call(BooleanSupplier leaves) throws Exception {
        Fault fault = failures.draw();
        if (fault == null) task.call(leaves);
        else failBy(fault, leaves);
    }

    @Override
    public void release() {
        task.release();
    }

    private void failBy(Fault fault, BooleanSupplier leaves) throws Exception {
        switch (fault) {
            case BEFORE -> throw failures.raise(fault, null);
            case DURING -> {
                await(waitNanos.getAsLong() / 2);
                throw failures.raise(fault, null);
            }
            case AFTER -> {
                task.call(leaves);
                throw failures.raise(fault, null);
            }
            case CANCELLED -> cancel();
            case TIME_OUT -> byTheWorld(fault, new TimeoutException(fault.words));
            case PEER_CLOSES -> byTheWorld(fault, new EOFException(fault.words));
        }
    }

    private void cancel() throws Raised {
        Thread.currentThread().interrupt();
        try {
            await(Math.max(1, waitNanos.getAsLong()));
        } catch (InterruptedException e) {
            throw failures.raise(Fault.CANCELLED, e);
        }
    }

    /** The task knows best how it is done to it; where it does not, it waits and is told. */
    private void byTheWorld(Fault fault, Exception otherwise) throws Exception {
        boolean done;
        try {
            done = task.fail(fault);
        } catch (Unable e) {
            throw e;
        } catch (Exception e) {
            throw failures.raise(fault, e);
        }
        if (done) return;
        await(waitNanos.getAsLong());
        throw failures.raise(fault, otherwise);
    }

    private static void await(long nanos) throws InterruptedException {
        if (nanos > 0) Thread.sleep(Duration.ofNanos(nanos));
    }
}
