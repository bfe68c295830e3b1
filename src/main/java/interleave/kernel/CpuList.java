package interleave.kernel;

import java.util.SortedSet;
import java.util.TreeSet;

/** The kernel's way to write a set of CPUs: {@code 0-3,8,10-11}. */
public final class CpuList {
    private CpuList() {}

    /** Its CPUs, in order. */
    public static SortedSet<Integer> parse(String list) {
        SortedSet<Integer> cpus = new TreeSet<>();
        for (String part : list.strip().split(",")) {
            if (part.isEmpty()) continue;
            int dash = part.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
            for (int cpu = first; cpu <= last; cpu++) cpus.add(cpu);
        }
        return cpus;
    }
}
