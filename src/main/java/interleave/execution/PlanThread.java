package interleave.execution;

import interleave.kernel.ShortSlice;
import interleave.kernel.TimerSlack;
import interleave.metric.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a plan on a thread of its own, to a few microseconds: it sleeps until shortly before the next start, and spins
 * for the rest, but for a run that has one CPU, where it would spin in the way of its own tasks.
 */
final class PlanThread implements PlanKeeper, Runnable {
    /** A sleeper that asks for no slack is woken within this time, but for a few: measured on a virtual machine. */
    private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    /** Its account is read no more often, since that costs as much as a short task. */
    private static final long ACCOUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Thread thread = Thread.ofPlatform().name("plan").unstarted(this);
    private final OpenPlan plan;
    private final Course course;
    private final Ticker ticker;
    private final ShortSlice slice;
    private final Optional<PlanKeeper> before;
    private volatile boolean ended;
    private long accountedNanos;

    /** @param before what kept the plan before, and may still be busy with its last start */
    PlanThread(OpenPlan plan, Course course, Ticker ticker, ShortSlice slice, Optional<PlanKeeper> before) {
        this.plan = plan;
        this.course = course;
        this.ticker = ticker;
        this.slice = slice;
        this.before = before;
    }

    @Override
    public void begin() {
        thread.start();
    }

    @Override
    public void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void end(Duration patience) throws InterruptedException {
        ended = true;
        wake();
        thread.join(patience);
    }

    @Override
    public boolean gone() {
        return !thread.isAlive();
    }

    @Override
    public void run() {
        try {
            if (before.isPresent()) before.get().end(Duration.ofDays(1));
            TimerSlack.none();
            slice.ask();
            plan.account();
            while (!over()) step();
        } catch (InterruptedException e) {
            // The run has ended.
        }
        plan.accountEnded();
    }

    private void step() {
        course.goOn();
        long ahead = course.nextNanos() - ticker.nanos();
        if (ahead > 0) await(ahead);
        long now = ticker.nanos();
        if (course.mayHavePaused(now)) course.leaveOutPause(now, course.askPaused(now));
        course.beginDue(now, plan::offer, this::over);
        if (now - accountedNanos < ACCOUNT_NANOS) return;
        plan.account();
        accountedNanos = now;
    }

    private void await(long nanos) {
        if (plan.onGrid(course.load())) LockSupport.parkNanos(plan, Math.max(nanos, OpenPlan.GRID_NANOS));
        else if (plan.hasOneCpu()) LockSupport.parkNanos(plan, nanos);
        else if (nanos > SPIN_NANOS) LockSupport.parkNanos(plan, nanos - SPIN_NANOS);
        else Thread.onSpinWait();
    }

    private boolean over() {
        return ended || plan.stopped();
    }
}
