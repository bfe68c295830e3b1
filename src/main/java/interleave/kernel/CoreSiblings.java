package interleave.kernel;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which CPUs are hardware threads of the same core: {@code /sys/devices/system/cpu/cpuN/topology}. */
public final class CoreSiblings {
    private CoreSiblings() {}

    /** The given CPUs by core, in order; each a core of its own where the kernel does not tell. */
    public static List<SortedSet<Integer>> cores(Collection<Integer> cpus, Path sys) {
        Map<Integer, SortedSet<Integer>> byFirst = new LinkedHashMap<>();
        for (int cpu : new TreeSet<>(cpus))
            byFirst.computeIfAbsent(first(cpu, sys), first -> new TreeSet<>()).add(cpu);
        return List.copyOf(byFirst.values());
    }

    private static int first(int cpu, Path sys) {
        Path list = sys.resolve("devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list");
        Optional<SortedSet<Integer>> siblings = CpuSet.parse(KernelText.orNothing(list));
        return siblings.map(SortedSet::first).orElse(cpu);
    }
}
