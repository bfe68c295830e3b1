package interleave.execution;

import interleave.kernel.TimerSlack;
import interleave.metric.Ticker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a plan on the event loop that its tasks begin on. On one CPU a thread of its own costs two switches for each
 * time that it wakes, and takes the CPU from the loop: 15 % of its samples at 75,000/s. A start that is due when a
 * task completes goes on in that one's slot; a timer begins the others. Only for tasks that keep no loop busy: else the
 * plan would be as late as the loop, and nobody would know what was offered. Its state belongs to the loop.
 */
final class PlanOnLoop implements PlanKeeper {
    /** Answers that come one after the other follow each other for so long: then others have their turn. */
    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final OpenPlan plan;
    private final Course course;
    private final Ticker ticker;
    private final PlanLoop loop;
    private volatile boolean ended;
    private boolean asking;
    /** The timer that counts; any before it comes in vain. */
    private int timers;

    private boolean armed;
    private long timerNanos;
    private long turnNanos;
    private long begunNanos;

    PlanOnLoop(OpenPlan plan, Course course, Ticker ticker, PlanLoop loop) {
        this.plan = plan;
        this.course = course;
        this.ticker = ticker;
        this.loop = loop;
    }

    @Override
    public void begin() {
        loop.execute(() -> {
            TimerSlack.none();
            look();
        });
    }

    @Override
    public void wake() {
        loop.execute(this::look);
    }

    @Override
    public void end(Duration patience) throws InterruptedException {
        ended = true;
        CountDownLatch idle = new CountDownLatch(1);
        loop.execute(idle::countDown);
        idle.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Nothing begins on the loop once that is over. */
    @Override
    public boolean gone() {
        return ended;
    }

    private void timer(int number) {
        if (number != timers) return;
        armed = false;
        look();
    }

    private void look() {
        if (asking || over()) return;
        course.goOn();
        long now = ticker.nanos();
        if (course.mayHavePaused(now)) {
            ask(now);
            return;
        }
        course.beginDue(now, plan::offer, this::over);
        arm(now);
    }

    /** An answer takes longer than a loop may be stuck. */
    private void ask(long now) {
        asking = true;
        Thread.ofPlatform().name("plan-pause").start(() -> {
            long paused = course.askPaused(now);
            loop.execute(() -> {
                asking = false;
                course.leaveOutPause(now, paused);
                look();
            });
        });
    }

    /** Sees to it that a timer comes for the next start, and no two for one. */
    private void arm(long now) {
        long ahead = course.nextNanos() - now;
        if (plan.onGrid(course.load())) ahead = Math.max(ahead, OpenPlan.GRID_NANOS);
        if (armed && now + ahead >= timerNanos) return;
        armed = true;
        timerNanos = now + Math.max(0, ahead);
        int number = ++timers;
        if (ahead > 0) loop.executeLater(() -> timer(number), ahead);
        else loop.execute(() -> timer(number));
    }

    @Override
    public void began(long startNanos) {
        begunNanos = startNanos;
    }

    @Override
    public boolean follows(TaskSlot slot, long endNanos) {
        if (!loop.isHere() || asking || over()) return false;
        // Others began after it: it waited for an answer. What was begun last may end within its start.
        if (slot.startNanos() != begunNanos) turnNanos = endNanos;
        if (endNanos - turnNanos >= TURN_NANOS || !course.isDue(endNanos)) return false;
        slot.plan(course.take());
        plan.offeredAnother();
        return true;
    }

    private boolean over() {
        return ended || plan.stopped();
    }
}
