package interleave.execution;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The OS threads that carry this JVM's virtual threads. The JDK brings up a further one by a virtual thread that does
 * nothing, on the queue of the thread that asks. Where that queue holds something already, as that of the thread that
 * started the tasks does while no carrier comes free, nobody is woken: so a thread that has started nothing asks. Seen
 * with JDK 25.0.3: from 1 to 3 by the same thread no further carrier for as long as tasks compute, by another one at
 * once.
 */
final class CarrierPool {
    /** Two threads can share a queue of the scheduler: then another one asks. */
    private static final int TRIES = 16;

    private static final long UP_NANOS = 5_000_000;
    private static final long DOWN_NANOS = 300_000_000;
    private static final long JOIN_MILLIS = 500;

    private CarrierPool() {}

    static int size() {
        return scheduler().getParallelism();
    }

    /**
     * A remark for people once fewer were asked for: the JDK lets a carrier go when it finds nothing to do, and with
     * JDK 25.0.3 that never was, while tasks that compute followed each other. Empty if so few carry.
     */
    static Optional<String> tooMany(int wanted) {
        long deadline = System.nanoTime() + DOWN_NANOS;
        while (mounted() > wanted && System.nanoTime() < deadline) LockSupport.parkNanos(UP_NANOS);
        int mounted = mounted();
        return mounted <= wanted
                ? Optional.empty()
                : Optional.of(mounted + " virtual threads stay mounted at once, though carriers are to be " + wanted
                        + ": the JDK lets one go when it finds nothing to do");
    }

    private static int mounted() {
        return scheduler().getMountedVirtualThreadCount();
    }

    /**
     * More carry at once. Those that are too many go on with what they carry until it parks or ends. One thread at a
     * time.
     */
    static void resize(int wanted) throws InterruptedException {
        VirtualThreadSchedulerMXBean scheduler = scheduler();
        for (int i = 0; i < TRIES; i++) {
            Thread asking = Thread.ofPlatform().name("carriers").start(() -> scheduler.setParallelism(wanted));
            asking.join(JOIN_MILLIS);
            LockSupport.parkNanos(UP_NANOS);
            if (scheduler.getPoolSize() >= wanted || scheduler.getQueuedVirtualThreadCount() <= 1) return;
        }
    }

    private static VirtualThreadSchedulerMXBean scheduler() {
        return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    }
}
