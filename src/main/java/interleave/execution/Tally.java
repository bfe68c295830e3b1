package interleave.execution;

import interleave.metric.Buckets;
import interleave.task.WrongResult;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts tasks and their times for as long as a run lives. Nothing is ever reset: an interval is the difference of two
 * {@link Counts}, so that any number of readers can look. Writers add to one of several stripes, so that threads
 * seldom meet; none of them waits, and none allocates.
 */
public final class Tally {
    private static final int STRIPES = 8;

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final CountDownLatch first = new CountDownLatch(1);
    private final FirstFailure firstFailure = new FirstFailure();

    public Tally() {
        for (int i = 0; i < STRIPES; i++) stripes[i] = new Stripe(first, firstFailure);
    }

    /** Where the {@code number}-th writer adds. Writers may share a stripe. */
    public Stripe stripe(int number) {
        return stripes[number & STRIPES - 1];
    }

    /** Falls when the first task completes. */
    public CountDownLatch first() {
        return first;
    }

    /** The reason for the first failure or wrong result that was not made on purpose; empty if there was none. */
    public Optional<String> firstFailure() {
        return firstFailure.words();
    }

    public Counts counts() {
        // Ends are read before starts: no task is ever seen to have ended without having started.
        long completed = sum(Stripe.COMPLETED);
        long wrong = sum(Stripe.WRONG);
        long failed = sum(Stripe.FAILED);
        long cancelled = sum(Stripe.CANCELLED);
        return new Counts(sum(Stripe.STARTED), completed, failed, completed - wrong, cancelled);
    }

    /** Completed tasks by their time from real start to end, in {@link Buckets}. */
    long[] service() {
        return times(Stripe.SERVICE);
    }

    /** Completed tasks by their time from planned start to end, in {@link Buckets}. */
    long[] response() {
        return times(Stripe.RESPONSE);
    }

    /** Tasks of an open load by their time from planned to real start, in {@link Buckets}. */
    long[] late() {
        return times(Stripe.LATE);
    }

    private long sum(int place) {
        long sum = 0;
        for (Stripe stripe : stripes) sum += stripe.cells.get(place);
        return sum;
    }

    private long[] times(int from) {
        long[] times = new long[Buckets.COUNT];
        for (Stripe stripe : stripes)
            for (int i = 0; i < times.length; i++) times[i] += stripe.cells.getPlain(from + i);
        return times;
    }

    /** Totals since the start. Completed tasks are verified unless their result was wrong. */
    public record Counts(long started, long completed, long failed, long verified, long cancelled) {
        /** Where no task is waited for any more: those that did not end were cancelled. */
        Counts atTheEnd() {
            return new Counts(started, completed, failed, verified, started - completed - failed);
        }
    }

    /** One array, so that stripes share no cache line but at their ends. */
    public static final class Stripe {
        private static final int STARTED = 8;
        private static final int COMPLETED = 9;
        private static final int WRONG = 10;
        private static final int FAILED = 11;
        private static final int CANCELLED = 12;
        private static final int SERVICE = 16;
        private static final int RESPONSE = SERVICE + Buckets.COUNT;
        private static final int LATE = RESPONSE + Buckets.COUNT;

        private final AtomicLongArray cells = new AtomicLongArray(LATE + Buckets.COUNT + SERVICE);
        private final CountDownLatch first;
        private final FirstFailure firstFailure;

        private Stripe(CountDownLatch first, FirstFailure firstFailure) {
            this.first = first;
            this.firstFailure = firstFailure;
        }

        public void started() {
            cells.getAndIncrement(STARTED);
        }

        public void completed(long serviceNanos, long responseNanos) {
            cells.getAndIncrement(SERVICE + Buckets.index(serviceNanos));
            cells.getAndIncrement(RESPONSE + Buckets.index(responseNanos));
            if (cells.getAndIncrement(COMPLETED) == 0) first.countDown();
        }

        /** Of a completed task: its result was not what it must be. */
        void wrong(WrongResult why) {
            firstFailure.saw(why);
            cells.getAndIncrement(WRONG);
        }

        void failed(Throwable why) {
            firstFailure.saw(why);
            failed();
        }

        /** Of one that was made to fail, or of which nobody knows why. */
        public void failed() {
            cells.getAndIncrement(FAILED);
        }

        /** Of a task that was cut off at the end of the run. */
        public void cancelled() {
            cells.getAndIncrement(CANCELLED);
        }

        /** Of a task of an open load, as it begins. */
        void late(long nanos) {
            cells.getAndIncrement(LATE + Buckets.index(nanos));
        }
    }
}
