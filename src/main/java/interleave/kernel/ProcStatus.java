package interleave.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * {@code /proc/self/status}, kept open and read anew each time.
 *
 * @param threads kernel threads of this process ({@code Threads})
 * @param residentBytes {@code VmRSS}
 * @param residentPeakBytes {@code VmHWM}, which unlike ru_maxrss starts anew at exec
 */
public record ProcStatus(int threads, long residentBytes, long residentPeakBytes) {
    private static final int LONGEST = 8192;

    /** One thread at a time. */
    public static final class Reader {
        private final FileChannel file;
        private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST);

        public Reader(Path proc) {
            try {
                file = FileChannel.open(proc.resolve("self/status"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public ProcStatus read() {
            try {
                buffer.clear();
                int length = file.read(buffer, 0);
                return parse(new String(buffer.array(), 0, Math.max(0, length), US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ProcStatus parse(String text) {
        return new ProcStatus(
                (int) number(text, "\nThreads:"), number(text, "\nVmRSS:") * 1024, number(text, "\nVmHWM:") * 1024);
    }

    private static long number(String text, String name) {
        int at = text.indexOf(name);
        if (at < 0) throw new IllegalStateException("/proc/self/status has no line" + name.replace('\n', ' '));
        int end = text.indexOf('\n', at + 1);
        String value = text.substring(at + name.length(), end < 0 ? text.length() : end);
        return Long.parseLong(value.replace("kB", "").strip());
    }
}
