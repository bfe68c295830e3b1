package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The time for which the machine has been up, asleep or not ({@code /proc/uptime}: CLOCK_BOOTTIME, in hundredths). One
 * thread.
 */
public final class Uptime {
    private static final long NANOS_OF_HUNDREDTH = 10_000_000;

    private final ProcFile file;

    public Uptime(Path proc) {
        file = new ProcFile(proc.resolve("uptime"));
    }

    public long read() throws IOException {
        return parse(file.read());
    }

    /** Empty where the kernel does not say. */
    public OptionalLong nanos() {
        try {
            return OptionalLong.of(read());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static long parse(Cursor text) throws IOException {
        return text.hundredths() * NANOS_OF_HUNDREDTH;
    }
}
