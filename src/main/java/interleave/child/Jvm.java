package interleave.child;

import interleave.run.Frame.Carriers;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import jdk.management.VirtualThreadSchedulerMXBean;

/** The numbers that only this JVM knows of itself. */
final class Jvm {
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private Optional<VirtualThreadSchedulerMXBean> scheduler = Optional.empty();

    static long heapUsedBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    long gcMillis() {
        long sum = 0;
        for (GarbageCollectorMXBean collector : collectors) sum += Math.max(0, collector.getCollectionTime());
        return sum;
    }

    /**
     * Asking makes the JVM start its virtual-thread scheduler: ask only where there are virtual threads.
     *
     * @param alive virtual threads that there are
     */
    Optional<Carriers> carriers(long alive) {
        if (scheduler.isEmpty())
            scheduler = Optional.of(ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class));
        return scheduler.filter(bean -> bean.getPoolSize() >= 0).map(bean -> carriers(bean, alive));
    }

    private static Carriers carriers(VirtualThreadSchedulerMXBean bean, long alive) {
        int mounted = Math.max(0, bean.getMountedVirtualThreadCount());
        return new Carriers(
                bean.getParallelism(),
                bean.getPoolSize(),
                mounted,
                queued(Math.max(0, bean.getQueuedVirtualThreadCount()), mounted, alive));
    }

    /**
     * Those that wait for a carrier. The JDK counts in what it queues itself at a change of parallelism, and which
     * stays there as long as all carriers compute: but no more can wait than are alive and not mounted.
     */
    static long queued(long counted, int mounted, long alive) {
        return Math.min(counted, Math.max(0, alive - mounted));
    }
}
