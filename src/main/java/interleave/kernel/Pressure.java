package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** Pressure stall information of one resource: the line {@code some} of {@code /proc/pressure/RESOURCE}. One thread. */
public final class Pressure {
    /**
     * @param avg10 the kernel's own mean, damped over 10 s, in hundredths of a percent
     * @param totalMicros time stalled since boot
     */
    public record Sample(long avg10, long totalMicros) {}

    private final ProcFile file;

    public Pressure(Path proc, String resource) {
        file = new ProcFile(proc.resolve("pressure").resolve(resource));
    }

    public Sample read() throws IOException {
        return parse(file.read());
    }

    static Sample parse(Cursor text) throws IOException {
        if (!text.seekLine("some avg10=")) throw text.malformed("it has no line some");
        long avg10 = text.hundredths();
        if (!text.seek("total=")) throw text.malformed("it has no total");
        return new Sample(avg10, text.number());
    }
}
