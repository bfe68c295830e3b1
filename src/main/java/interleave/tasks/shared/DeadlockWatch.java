package interleave.tasks.shared;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Finds the deadlock of two parties over two locks and breaks it up. The JVM is asked when no task has ended for one
 * look, since asking stops all threads; it sees OS threads alone. Of virtual threads, nothing says that they wait in a
 * circle but that none gets on: after a time-out, the locks are asked who holds them and who waits. It looks from a
 * thread of its own.
 */
final class DeadlockWatch implements AutoCloseable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    static final long TIME_OUT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSE_MILLIS = 200;

    private final NamedLock left;
    private final NamedLock right;
    private final Consumer<String> findings;
    private final LongAdder ended = new LongAdder();
    private final Thread thread = Thread.ofPlatform().name("deadlock-watch").unstarted(this::watch);
    private volatile Thread victim;
    private volatile long found;
    private volatile boolean closed;
    private long endedBefore;
    private long stillSince;
    private long told;
    private long toldNanos;

    DeadlockWatch(NamedLock left, NamedLock right, Consumer<String> findings) {
        this.left = left;
        this.right = right;
        this.findings = findings;
    }

    void start() {
        thread.start();
    }

    /** A task ended, from any thread. */
    void progress() {
        ended.increment();
    }

    /** Deadlocks that were found so far. */
    long found() {
        return found;
    }

    /** True, once, if this thread was interrupted to break up a deadlock. */
    boolean brokeUp(Thread interrupted) {
        if (victim != interrupted) return false;
        victim = null;
        return true;
    }

    private void watch() {
        stillSince = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(LOOK_NANOS);
            look(System.nanoTime());
        }
    }

    /** Breaks up what there is; only its own thread looks. */
    void look(long now) {
        long endedNow = ended.sum();
        if (endedNow != endedBefore) {
            endedBefore = endedNow;
            stillSince = now;
            return;
        }
        Thread one = left.holder();
        Thread other = right.holder();
        if (one == null || other == null || !waitForEachOther(one, other)) return;
        if (one.isVirtual() || other.isVirtual()) {
            if (now - stillSince >= TIME_OUT_NANOS)
                breakUp(
                        one,
                        other,
                        "no task ended for " + millis(now - stillSince) + " ms; ThreadMXBean sees no virtual threads",
                        now);
        } else if (seenByTheJvm(one)) {
            breakUp(one, other, "ThreadMXBean saw it, no task ended for " + millis(now - stillSince) + " ms", now);
        }
    }

    private boolean waitForEachOther(Thread one, Thread other) {
        return right.hasQueuedThread(one)
                && left.hasQueuedThread(other)
                && left.holder() == one
                && right.holder() == other;
    }

    private static boolean seenByTheJvm(Thread party) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] deadlocked = threads.findDeadlockedThreads();
        if (deadlocked != null) for (long id : deadlocked) if (id == party.threadId()) return true;
        return false;
    }

    private void breakUp(Thread one, Thread other, String how, long now) {
        found++;
        victim = other;
        other.interrupt();
        // The next look is a new one.
        stillSince = now;
        if (told > 0 && now - toldNanos < TELL_NANOS) return;
        long untold = found - told - 1;
        told = found;
        toldNanos = now;
        findings.accept(words(one, other, how) + (untold == 0 ? "" : "; " + untold + " more since the last one told"));
    }

    /** Who and what first: a narrow screen has no room for the rest. */
    private String words(Thread one, Thread other, String how) {
        return "deadlock: " + name(one) + " holds " + left + ", " + name(other) + " " + right
                + ", each wants the other's (" + how + "); " + name(other) + " is interrupted and tries again";
    }

    private static String name(Thread thread) {
        String name = thread.getName().isEmpty() ? "virtual" : thread.getName();
        return name + " #" + thread.threadId();
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
