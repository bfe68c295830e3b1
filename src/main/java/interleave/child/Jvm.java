package interleave.child;

import static interleave.run.SampleField.CARRIERS;
import static interleave.run.SampleField.COMPILER_NANOS;
import static interleave.run.SampleField.MOUNTED;
import static interleave.run.SampleField.PARALLELISM;
import static interleave.run.SampleField.QUEUED;
import static interleave.run.SampleField.VIRTUAL_THREADS;

import interleave.kernel.CompilerThreads;
import interleave.run.RunSample;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jdk.management.VirtualThreadSchedulerMXBean;

/** The numbers that only this JVM knows of itself. */
final class Jvm {
    /** The property that has frames tell the CPU time of the compilers; {@code Launch} sets it. */
    private static final String COMPILERS = "interleave.compilers";

    private final Optional<CompilerThreads> compilers =
            Boolean.getBoolean(COMPILERS) ? Optional.of(new CompilerThreads(Path.of("/proc"))) : Optional.empty();
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
     * To be called in the instant in which the CPU time of the process is read: compilers are the busiest just after a
     * frame, when the code that sends frames is compiled.
     */
    void putCompilers(RunSample.Builder sample) {
        if (compilers.isPresent())
            compilers.get().ofThisProcess().ifPresent(nanos -> sample.put(COMPILER_NANOS, nanos));
    }

    /**
     * Asking makes the JVM start its virtual-thread scheduler: ask only where there are virtual threads.
     *
     * @param alive virtual threads that there are
     */
    void putCarriers(RunSample.Builder sample, long alive) {
        if (scheduler.isEmpty())
            scheduler = Optional.of(ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class));
        VirtualThreadSchedulerMXBean bean = scheduler.get();
        int pool = bean.getPoolSize();
        if (pool < 0) return;
        int mounted = Math.max(0, bean.getMountedVirtualThreadCount());
        sample.put(VIRTUAL_THREADS, alive)
                .put(PARALLELISM, bean.getParallelism())
                .put(CARRIERS, pool)
                .put(MOUNTED, mounted)
                .put(QUEUED, queued(Math.max(0, bean.getQueuedVirtualThreadCount()), mounted, alive));
    }

    /**
     * Those that wait for a carrier. The JDK counts in what it queues itself at a change of parallelism, and which
     * stays there as long as all carriers compute: but no more can wait than are alive and not mounted.
     */
    static long queued(long counted, int mounted, long alive) {
        return Math.min(counted, Math.max(0, alive - mounted));
    }
}
