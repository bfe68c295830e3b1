package interleave.kernel;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The limit of {@code ulimit -t}: how much CPU time one process, with all its threads, may take. Children inherit it.
 */
public final class CpuTimeLimit {
    private CpuTimeLimit() {}

    /**
     * Whoever reaches it gets SIGXCPU, or SIGKILL where the hard limit is as low (setrlimit(2)). Empty: there is none.
     */
    public static OptionalLong seconds(Path proc) {
        return ResourceLimits.soft(KernelText.orNothing(proc.resolve("self/limits")), ResourceLimits.CPU_TIME);
    }
}
