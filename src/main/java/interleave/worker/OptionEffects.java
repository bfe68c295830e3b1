package interleave.worker;

import interleave.kernel.CpuSet;
import interleave.kernel.ProcessStat;
import interleave.spec.Knob;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.task.Unable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The options of a process as this one really has them. The programs that give it a niceness and CPUs go on where they
 * may not, and a result under other conditions than it names would be a wrong one: so each option is looked at where it
 * has to hold.
 *
 * @param nice as the kernel has it
 * @param cpus those that it may use
 * @param heapBytes the most that the heap may take
 */
record OptionEffects(int nice, List<Integer> cpus, long heapBytes) {
    private static final Path PROC = Path.of("/proc");

    /** The JVM rounds a heap up to whole regions of up to 32 MiB, and keeps part of a generation unused. */
    private static final long HEAP_SLACK = 32 << 20;

    private static final int MEBI = 1 << 20;

    static OptionEffects ofThisProcess() {
        return new OptionEffects(
                new ProcessStat(PROC).niceness(),
                List.copyOf(CpuSet.allowed(PROC)),
                Runtime.getRuntime().maxMemory());
    }

    /** @throws Unable where an option of its process was not had: says what was asked for, what there is, and why */
    void check(ProcessOptions asked) throws Unable {
        if (asked.nice().isPresent() && asked.nice().getAsInt() != nice)
            throw unable("niceness " + asked.nice().getAsInt() + " was asked for, and it has " + nice
                    + ": to lower it takes the right to (root, CAP_SYS_NICE, or ulimit -e)");
        if (!asked.cpus().isEmpty() && !new TreeSet<>(asked.cpus()).equals(new TreeSet<>(cpus)))
            throw unable("the CPUs " + CpuSet.text(asked.cpus()) + " were asked for, and it may use "
                    + CpuSet.text(cpus) + ": a cpuset or a container allows no others");
        if (asked.heapBytes().isPresent() && Math.abs(asked.heapBytes().getAsLong() - heapBytes) > HEAP_SLACK)
            throw unable("a heap of " + asked.heapBytes().getAsLong() / MEBI + " MiB was asked for, and it has one of "
                    + heapBytes / MEBI + " MiB: --jvm-options ask for another");
    }

    /** @throws Unable where its event loops have another transport than was asked for by name */
    static void check(RunSpec asked, String transport) throws Unable {
        Optional<Transport> had = Transport.of(transport);
        if (asked.transport().isPresent()
                && had.isPresent()
                && !asked.transport().equals(had))
            throw unable("the transport " + asked.transport().get().key + " was asked for, and it has " + transport);
    }

    /** @throws Unable where the scheduler of virtual threads has not as many carriers as it was told to */
    static void checkCarriers(RunSpec asked) throws Unable {
        Long carriers = asked.knobs().get(Knob.CARRIERS);
        if (carriers == null) return;
        int had = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                .getParallelism();
        if (had != carriers) throw unable(carriers + " carriers were asked for, and it has " + had);
    }

    private static Unable unable(String words) {
        return new Unable(words, null);
    }
}
