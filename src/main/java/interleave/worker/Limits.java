package interleave.worker;

import interleave.execution.Workloads;
import interleave.metric.Knob;
import interleave.metric.Load;
import interleave.metric.RunSpec;
import interleave.metric.WorkloadInfo;
import interleave.task.TaskInfo;
import interleave.task.Tasks;
import interleave.task.Unable;
import java.util.Locale;
import java.util.Optional;

/**
 * What a load asks of the system, held against what the system allows, before the load is begun: else it would be found
 * out half way. Of an open load nobody knows beforehand how many tasks will be in flight.
 */
record Limits(Allowed allowed) {
    /** Files that a worker has open besides: libraries, pipes, the loop's own. 24 were seen. */
    private static final int FILES_BESIDES = 64;

    /** Threads of the JVM, its collectors and compilers, of the loop and the frames. 21 were seen on two cores. */
    private static final int THREADS_BESIDES = 64;

    /** A stack, and its guard pages. */
    private static final int MAPS_OF_A_THREAD = 2;

    /** Libraries, archives, heap and code. 230 were seen. */
    private static final int MAPS_BESIDES = 1000;

    /** @throws Unable where the load cannot be done here: says what it takes, what is there, and what helps */
    void check(RunSpec run, Load load) throws Unable {
        if (!(load instanceof Load.Closed(int asked))) return;
        int concurrency = run.workload().model().equals("single") ? 1 : asked;
        Optional<WorkloadInfo> known = info(run);
        Optional<TaskInfo> task = Tasks.named(run.workload().task());
        if (known.isEmpty() || task.isEmpty()) return;
        // Where there are event loops, the pool computes, and they hold the connections.
        boolean pooled =
                known.get().knobs().contains(Knob.POOL) && !known.get().knobs().contains(Knob.LOOPS);
        if (run.workload().task().equals("serve")) checkFiles(concurrency);
        else if (task.get().needsService())
            checkFiles(pooled ? Math.min(concurrency, pool(run, task.get())) : concurrency);
        if (run.workload().model().equals("threads")) checkThreads(concurrency);
        if (pooled) checkThreads(pool(run, task.get()));
    }

    private static Optional<WorkloadInfo> info(RunSpec run) {
        return Workloads.all(Runtime.getRuntime().availableProcessors()).stream()
                .filter(info -> info.workload().equals(run.workload()))
                .findFirst();
    }

    private static int pool(RunSpec run, TaskInfo task) {
        Long size = run.knobs().get(Knob.POOL);
        return size == null ? task.kind().pool(Runtime.getRuntime().availableProcessors()) : size.intValue();
    }

    private void checkFiles(int connections) throws Unable {
        long needed = (long) connections + FILES_BESIDES;
        if (needed > allowed.files())
            throw unable(
                    "%,d connections need %,d open files, and %,d are allowed: raise ulimit -n",
                    connections, needed, allowed.files());
    }

    private void checkThreads(int threads) throws Unable {
        long needed = (long) threads + THREADS_BESIDES;
        for (Allowed.OfThreads limit : allowed.threads())
            if (needed > limit.left())
                throw unable(
                        "%,d threads need room for %,d, and there is room for %,d (%s): %s",
                        threads, needed, limit.left(), limit.name(), limit.cure());
        long maps = (long) MAPS_OF_A_THREAD * threads + MAPS_BESIDES;
        if (maps > allowed.maps())
            throw unable(
                    "%,d threads need %,d memory mappings, and %,d are allowed: raise the sysctl vm.max_map_count",
                    threads, maps, allowed.maps());
    }

    private static Unable unable(String words, Object... numbers) {
        return new Unable(String.format(Locale.ROOT, words, numbers), null);
    }
}
