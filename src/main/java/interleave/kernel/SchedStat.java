package interleave.kernel;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The scheduler's account of the calling OS thread: of a virtual thread, of its carrier. The file is opened each time,
 * since nobody says when a thread ends; that takes some ten microseconds. Safe from any thread.
 */
public final class SchedStat {
    private static final int LONGEST = 64;

    private final String file;
    private volatile boolean available = true;

    /** @param proc where the kernel tells of threads */
    public SchedStat(Path proc) {
        file = proc.resolve("thread-self/schedstat").toString();
    }

    /** False once the kernel could not say: a sum that lacks a part is none. */
    public boolean available() {
        return available;
    }

    /** For how long this thread has been ready to run and waited for a CPU since it began; 0 where it is not known. */
    public long waitedNanos() {
        byte[] bytes = new byte[LONGEST];
        try (FileInputStream in = new FileInputStream(file)) {
            return second(bytes, in.read(bytes));
        } catch (IOException | NumberFormatException e) {
            available = false;
            return 0;
        }
    }

    /** Of {@code cpu waited slices}. Who reads has had a slice: a kernel that does not count says 0 to all. */
    public static long second(byte[] bytes, int length) {
        String text = new String(bytes, 0, Math.max(0, length), java.nio.charset.StandardCharsets.US_ASCII);
        int space = text.indexOf(' ');
        int end = text.indexOf(' ', space + 1);
        if (space < 0 || end < 0 || text.startsWith("0 0 0"))
            throw new NumberFormatException("no account of a thread: " + text);
        return Long.parseLong(text, space + 1, end, 10);
    }
}
