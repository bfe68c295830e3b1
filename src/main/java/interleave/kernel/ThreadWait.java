package interleave.kernel;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The time for which the calling OS thread has waited for a CPU: of a virtual thread, its carrier. The file is opened
 * each time, since nobody says when a thread ends; that takes some ten microseconds. Safe from any thread.
 */
public final class ThreadWait {
    private static final int LONGEST = 64;

    private final String file;
    private volatile boolean available = true;

    /** @param proc where the kernel tells of threads */
    public ThreadWait(Path proc) {
        file = proc.resolve("thread-self/schedstat").toString();
    }

    /** False once the kernel could not say: a sum that lacks a part is none. */
    public boolean available() {
        return available;
    }

    /** For how long this thread has been ready to run and waited for a CPU since it began; 0 where it is not known. */
    public long nanos() {
        byte[] bytes = new byte[LONGEST];
        try (FileInputStream in = new FileInputStream(file)) {
            return waited(SchedStat.parse(new Cursor(file, bytes, Math.max(0, in.read(bytes)))));
        } catch (IOException e) {
            available = false;
            return 0;
        }
    }

    /** Who reads has had a slice: a kernel that does not count says 0 to all. */
    private static long waited(SchedStat account) throws IOException {
        if (account.equals(SchedStat.NOTHING)) throw new IOException("the kernel keeps no account of threads");
        return account.waitedNanos();
    }
}
