package interleave.spec;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The conditions under which a run's process is started.
 *
 * @param jvm further options of its JVM, one each
 * @param heapBytes the most that its heap may take; empty: the JVM's choice
 * @param cpus the only CPUs that it may use, by number; empty: all
 * @param nice its niceness; empty: as that of this process
 */
public record ProcessOptions(List<String> jvm, OptionalLong heapBytes, List<Integer> cpus, OptionalInt nice) {
    public static final ProcessOptions NONE =
            new ProcessOptions(List.of(), OptionalLong.empty(), List.of(), OptionalInt.empty());

    public ProcessOptions {
        jvm = List.copyOf(jvm);
        cpus = List.copyOf(cpus);
    }
}
