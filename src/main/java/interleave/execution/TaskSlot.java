package interleave.execution;

import interleave.task.Task;
import interleave.task.Unable;
import interleave.task.WrongResult;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A place for one task in flight: times and counts the tasks that follow each other in it. It costs two looks at the
 * clock for each task: the end of one is the planned start of the next. One thread at a time.
 */
final class TaskSlot {
    /** After the second failure in a row; it doubles with each further one, up to half a second. */
    private static final long SHORTEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int REST_DOUBLINGS = 9;

    /** So many failures in a row are as bad as any number. */
    private static final int MOST_FAILURES = REST_DOUBLINGS + 2;

    private final StartPlan plan;
    private final SlotSite site;
    private final Tally.Stripe stripe;
    private long plannedNanos;
    private long startNanos;
    private boolean measuresLateness;
    private byte failuresInARow;
    private boolean restDue;

    TaskSlot(StartPlan plan, SlotSite site, Tally.Stripe stripe) {
        this.plan = plan;
        this.site = site;
        this.stripe = stripe;
    }

    void plan(long nanos) {
        plannedNanos = nanos;
    }

    /** When the task began that is under way, or ended last. */
    long startNanos() {
        return startNanos;
    }

    /** When the next task is to begin: where one follows another, when that one ended. */
    long plannedNanos() {
        return plannedNanos;
    }

    /** Counts how long after its plan a task begins as well: of a plan that does not wait, this says how it is kept. */
    void measureLateness() {
        measuresLateness = true;
    }

    /** Does one task in its blocking form. Says whether another follows. */
    boolean once(Task.Blocking task) {
        if (!begin()) return false;
        try {
            task.call();
        } catch (Throwable e) {
            return failed(e);
        }
        return completed();
    }

    /**
     * Begins a task; before that, waits out the rest that nobody has taken.
     *
     * @return whether the task may begin; if not, the run is over, and the slot is done with
     */
    boolean begin() {
        if (restDue) LockSupport.parkNanos(this, takeRest());
        if (site.flight().stopped()) {
            leave();
            return false;
        }
        stripe.started();
        startNanos = site.ticker().nanos();
        if (measuresLateness) {
            stripe.late(startNanos - plannedNanos);
            plan.began(startNanos);
        }
        return true;
    }

    /** A task of a plan that does not wait was promised: it is cancelled. In any other, none was. */
    private void leave() {
        if (measuresLateness) {
            stripe.started();
            stripe.cancelled();
        }
        plan.another(this, site.ticker().nanos());
    }

    boolean completed() {
        long end = site.ticker().nanos();
        stripe.completed(end - startNanos, end - plannedNanos);
        failuresInARow = 0;
        return plan.another(this, end);
    }

    boolean failed(Throwable why) {
        if (why instanceof WrongResult wrong) {
            stripe.wrong(wrong);
            return completed();
        }
        // A failure raised on purpose has failed, even where everything else is being cut off.
        boolean raised = why instanceof Raised;
        if (raised) stripe.failed();
        else if (site.flight().isCutOff()) stripe.cancelled();
        else stripe.failed(why);
        if (why instanceof Error || why instanceof Unable) site.broken().accept(why);
        boolean another = plan.anotherAfterFailure(this, site.ticker().nanos());
        if (another && !raised) backOff();
        return another;
    }

    /** Tasks that fail at once, one after the other, would only burn the CPU that others need. */
    private void backOff() {
        if (failuresInARow < MOST_FAILURES) failuresInARow++;
        if (failuresInARow == 1) return;
        restDue = true;
        plannedNanos += restNanos();
    }

    /**
     * The nanoseconds, told once, by which the next task is to be put off because those before it failed; 0 for none.
     */
    long takeRest() {
        if (!restDue) return 0;
        restDue = false;
        return restNanos();
    }

    private long restNanos() {
        return SHORTEST_REST_NANOS << failuresInARow - 2;
    }

    /** Of a task whose end nobody waits for any more. */
    void cancelled() {
        stripe.cancelled();
        plan.another(this, site.ticker().nanos());
    }

    /** The model could not begin what was planned. */
    void lost(Throwable why) {
        site.broken().accept(why);
    }
}
