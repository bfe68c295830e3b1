package interleave.child;

import interleave.run.Frame.Carriers;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import jdk.management.VirtualThreadSchedulerMXBean;

/** What only this JVM knows of itself. */
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

    /** Asking makes the JVM start its virtual-thread scheduler: ask only where there are virtual threads. */
    Optional<Carriers> carriers() {
        if (scheduler.isEmpty())
            scheduler = Optional.of(ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class));
        return scheduler
                .filter(bean -> bean.getPoolSize() >= 0)
                .map(bean -> new Carriers(
                        bean.getParallelism(),
                        bean.getPoolSize(),
                        Math.max(0, bean.getMountedVirtualThreadCount()),
                        Math.max(0, bean.getQueuedVirtualThreadCount())));
    }
}
