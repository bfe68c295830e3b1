package interleave.execution;

import interleave.metric.Ticker;
import interleave.task.Task;
import interleave.task.Unable;
import interleave.task.WrongResult;
import java.util.function.Consumer;

/**
 * A place for one task in flight: times and counts the tasks that follow each other in it. It costs two looks at the
 * clock for each task: the end of one is the planned start of the next. One thread at a time.
 */
final class Slot {
    private final Plan plan;
    private final Tally.Stripe stripe;
    private final Ticker ticker;
    private final Consumer<Throwable> broken;
    private long plannedNanos;
    private long startNanos;

    /** @param broken told of what makes further tasks pointless */
    Slot(Plan plan, Tally.Stripe stripe, Ticker ticker, Consumer<Throwable> broken) {
        this.plan = plan;
        this.stripe = stripe;
        this.ticker = ticker;
        this.broken = broken;
    }

    void plan(long nanos) {
        plannedNanos = nanos;
    }

    /** Does one task in its blocking form. Says whether another follows. */
    boolean once(Task.Blocking task) {
        begin();
        try {
            task.call();
        } catch (Throwable e) {
            return failed(e);
        }
        return completed();
    }

    void begin() {
        stripe.started();
        startNanos = ticker.nanos();
    }

    boolean completed() {
        long end = ticker.nanos();
        stripe.completed(end - startNanos, end - plannedNanos);
        return plan.another(this, end);
    }

    boolean failed(Throwable why) {
        if (why instanceof WrongResult) {
            stripe.wrong();
            return completed();
        }
        stripe.failed();
        if (why instanceof Error || why instanceof Unable) broken.accept(why);
        return plan.another(this, ticker.nanos());
    }

    /** The model could not begin what was planned. */
    void lost(Throwable why) {
        broken.accept(why);
    }
}
