package interleave.kernel;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sets of CPUs as people and the kernel write them: {@code 0,1} or {@code 0-3,8}. */
public final class CpuSet {
    private static final int MOST_DIGITS = 4;

    private CpuSet() {}

    /** In order; empty for what is no such list, as nothing at all is. */
    public static Optional<SortedSet<Integer>> parse(String text) {
        SortedSet<Integer> cpus = new TreeSet<>();
        for (String part : text.strip().split(",", -1)) {
            int dash = part.indexOf('-');
            int first = number(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : number(part.substring(dash + 1));
            if (first < 0 || last < first) return Optional.empty();
            for (int cpu = first; cpu <= last; cpu++) cpus.add(cpu);
        }
        return Optional.of(cpus);
    }

    /** Below 0 for what is no number of a CPU. */
    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) return -1;
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }

    /** As short as it can be written: {@code 0-3,8}. */
    public static String text(Collection<Integer> all) {
        SortedSet<Integer> cpus = new TreeSet<>(all);
        StringJoiner text = new StringJoiner(",");
        for (int cpu : cpus) {
            if (cpus.contains(cpu - 1)) continue;
            int last = cpu;
            while (cpus.contains(last + 1)) last++;
            text.add(last == cpu ? String.valueOf(cpu) : cpu + "-" + last);
        }
        return text.toString();
    }

    /** Those that this machine has, online or not; empty where the kernel does not tell. */
    public static SortedSet<Integer> present(Path sys) {
        return parse(KernelText.orNothing(sys.resolve("devices/system/cpu/present")))
                .orElseGet(TreeSet::new);
    }

    /** Those that this process may use and that are online: those a child can be bound to. */
    public static SortedSet<Integer> usable(Path proc, Path sys) {
        SortedSet<Integer> usable = allowed(proc);
        parse(KernelText.orNothing(sys.resolve("devices/system/cpu/online"))).ifPresent(usable::retainAll);
        return usable;
    }

    /**
     * Its mask: those that this process may use, online or not, so that none of them can be counted on; without {@code
     * /proc} as many as the JVM sees.
     */
    public static SortedSet<Integer> allowed(Path proc) {
        return new ProcessStatus(proc)
                .allowedCpus()
                .orElseGet(() -> IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
