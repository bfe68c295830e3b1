package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** The nice value of this process, which its children begin with. */
public final class Niceness {
    /** Counted from the state, which follows the name: {@code man proc_pid_stat}. */
    private static final int FIELD = 16;

    private Niceness() {}

    /** 0 where there is no {@code /proc}. */
    public static int ofThisProcess() {
        try {
            return parse(KernelText.of(Path.of("/proc/self/stat")));
        } catch (IOException e) {
            return 0;
        }
    }

    static int parse(String stat) {
        String afterName = stat.substring(stat.lastIndexOf(')') + 2);
        return Integer.parseInt(afterName.split(" ")[FIELD]);
    }
}
