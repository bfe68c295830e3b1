package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * For how long the thread that first asked has been ready to run and waited for a CPU ({@code
 * /proc/thread-self/schedstat}, 2nd field). Kept open. One thread.
 */
public final class RunQueueWait {
    private final ProcFile file;

    public RunQueueWait(Path proc) {
        file = new ProcFile(proc.resolve("thread-self/schedstat"));
    }

    /** Empty where the kernel does not count. */
    public OptionalLong nanos() {
        try {
            Cursor text = file.read();
            long onCpu = text.number();
            // Who reads has had a CPU: a kernel that does not count says 0 to all.
            return onCpu == 0 ? OptionalLong.empty() : OptionalLong.of(text.number());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
