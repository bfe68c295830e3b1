package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** {@code /proc/loadavg}, kept open and read anew each time (proc_loadavg(5)). One thread. */
public final class LoadAverage {
    private final ProcFile file;

    public LoadAverage(Path proc) {
        file = new ProcFile(proc.resolve("loadavg"));
    }

    /** Kernel threads of the whole machine: the 4th field, behind the slash. */
    public long threads() throws IOException {
        return threads(file.read());
    }

    static long threads(Cursor text) throws IOException {
        if (!text.seek("/")) throw text.malformed("it has no running/all field");
        return text.number();
    }
}
