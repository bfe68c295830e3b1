package interleave.tasks.shared;

import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Waiters;
import interleave.task.WrongResult;
import interleave.task.Xorshift;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Moves 1 between two accounts, each of which has a lock: now and then the second lock is taken first, and waits for
 * the first while somebody who holds that one waits for the second. That is drawn by lot; but a machine that does few
 * tasks in a second must show a deadlock in it too, so that what was not drawn for long enough is due. A {@link
 * DeadlockWatch} breaks it up by interrupting one party, which gives up its lock and tries again.
 */
final class Deadlock implements Task.Blocking {
    /** One task in so many, on average, takes the locks in the opposite order. */
    static final int SELDOM = 8192;

    private static final long SUM = 1_000_000;

    /** Of {@link Xorshift}, some forty microseconds: deadlocks would fill the time if tasks were shorter. */
    private static final int STEPS = 20_000;

    private static final long RESULT = -1279282897007177398L;
    private static final long LOOK_UP_MILLIS = 1;
    /** Of who took the locks in the opposite order, until another task stands in its way: alone it goes on. */
    private static final int MOST_LOOK_UPS = 20;

    private static final long FIRST_DUE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long DUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long seed;
    private final NamedLock left = new NamedLock("left");
    private final NamedLock right = new NamedLock("right");
    private final AtomicLong tasks = new AtomicLong();
    private final AtomicLong dueNanos = new AtomicLong(System.nanoTime() + FIRST_DUE_NANOS);
    private final Waiters waiters = new Waiters();
    private final DeadlockWatch watch;
    private long leftAccount = SUM;
    private long rightAccount;

    Deadlock(TaskSetup setup) {
        seed = setup.seed();
        watch = new DeadlockWatch(left, right, setup.findings());
        watch.start();
    }

    @Override
    public void call() throws InterruptedException, WrongResult {
        boolean opposite = isOpposite(seed, tasks.getAndIncrement()) | isDue(System.nanoTime());
        int ticket = waiters.begin();
        try {
            while (!move(opposite)) opposite = false;
        } finally {
            waiters.end(ticket);
        }
        watch.progress();
    }

    /** Says so to one task of a second. */
    private boolean isDue(long now) {
        long due = dueNanos.get();
        return now - due >= 0 && dueNanos.compareAndSet(due, now + DUE_NANOS);
    }

    /** Drawn by lot, and the same for the same seed: which thread does which task is not. */
    static boolean isOpposite(long seed, long task) {
        long mixed = (seed + task) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
        return Long.remainderUnsigned(mixed ^ mixed >>> 32, SELDOM) == 0;
    }

    /** @return false if the watch made this task give up the lock it held */
    private boolean move(boolean opposite) throws InterruptedException, WrongResult {
        ReentrantLock first = opposite ? right : left;
        first.lockInterruptibly();
        try {
            if (opposite) lookUp();
            if (!second(opposite ? left : right)) return false;
        } finally {
            first.unlock();
        }
        return true;
    }

    /**
     * A slow step between two locks makes their order matter: others take the other lock meanwhile, and want this one.
     */
    private void lookUp() throws InterruptedException {
        for (int i = 0; i < MOST_LOOK_UPS && !blocksSomebody(); i++) Thread.sleep(LOOK_UP_MILLIS);
    }

    private boolean blocksSomebody() {
        Thread other = left.holder();
        return other != null && right.hasQueuedThread(other);
    }

    private boolean second(ReentrantLock second) throws InterruptedException, WrongResult {
        try {
            second.lockInterruptibly();
        } catch (InterruptedException e) {
            if (watch.brokeUp(Thread.currentThread())) return false;
            throw e;
        }
        try {
            transfer();
        } finally {
            second.unlock();
        }
        return true;
    }

    /** Verified by what no transfer changes. */
    private void transfer() throws WrongResult {
        if (Xorshift.computed(STEPS) != RESULT) throw new WrongResult("the arithmetic of a transfer is wrong");
        leftAccount--;
        rightAccount++;
        if (leftAccount + rightAccount != SUM)
            throw new WrongResult("the accounts hold " + (leftAccount + rightAccount) + " instead of " + SUM);
    }

    @Override
    public Map<String, Double> extra() {
        return Map.of("deadlocks", (double) watch.found());
    }

    @Override
    public void close() {
        waiters.close();
        watch.close();
    }
}
