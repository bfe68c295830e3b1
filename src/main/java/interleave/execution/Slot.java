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
    private final Flight flight;
    private final Tally.Stripe stripe;
    private final Ticker ticker;
    private final Consumer<Throwable> broken;
    private long plannedNanos;
    private long startNanos;
    private boolean measuresLateness;

    /** @param broken told of what makes further tasks pointless */
    Slot(Plan plan, Flight flight, Tally.Stripe stripe, Ticker ticker, Consumer<Throwable> broken) {
        this.plan = plan;
        this.flight = flight;
        this.stripe = stripe;
        this.ticker = ticker;
        this.broken = broken;
    }

    void plan(long nanos) {
        plannedNanos = nanos;
    }

    /** Counts how long after its plan a task begins as well: of a plan that does not wait, this says how it is kept. */
    void measureLateness() {
        measuresLateness = true;
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
        if (measuresLateness) stripe.late(startNanos - plannedNanos);
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
        if (flight.isCutOff()) stripe.cancelled();
        else stripe.failed();
        if (why instanceof Error || why instanceof Unable) broken.accept(why);
        return plan.another(this, ticker.nanos());
    }

    /** The model could not begin what was planned. */
    void lost(Throwable why) {
        broken.accept(why);
    }
}
