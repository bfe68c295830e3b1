package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** {@code /proc/loadavg}, kept open and read anew each time (proc_loadavg(5)). One thread. */
public final class LoadAverage {
    /**
     * @param one load over a minute, damped, in hundredths
     * @param five over 5 minutes
     * @param fifteen over 15 minutes
     * @param threads kernel threads of the whole machine: the 4th field, behind the slash
     */
    public record Sample(long one, long five, long fifteen, long threads) {}

    private final ProcFile file;

    public LoadAverage(Path proc) {
        file = new ProcFile(proc.resolve("loadavg"));
    }

    public Sample read() throws IOException {
        return parse(file.read());
    }

    static Sample parse(Cursor text) throws IOException {
        long one = text.hundredths();
        long five = text.hundredths();
        long fifteen = text.hundredths();
        if (!text.seek("/")) throw text.malformed("it has no running/all field");
        return new Sample(one, five, fifteen, text.number());
    }
}
