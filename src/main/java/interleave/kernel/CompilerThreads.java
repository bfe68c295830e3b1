package interleave.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The CPU time that a JVM's compilers have taken: of its threads that HotSpot calls C1 and C2, by the first number of
 * each one's {@code schedstat}. They are begun with the JVM, so that only its first threads are looked at.
 */
public final class CompilerThreads {
    /** The kernel lists threads in the order of their birth; the compilers are the 8th to the 12th here. */
    private static final int FIRST = 48;

    private static final int LONGEST = 128;

    private final Path proc;
    private final byte[] buffer = new byte[LONGEST];

    public CompilerThreads(Path proc) {
        this.proc = proc;
    }

    /** In nanoseconds; empty where the process is gone, may not be looked at, or has no compiler. One thread. */
    public OptionalLong nanos(long pid) {
        long sum = 0;
        int seen = 0;
        boolean any = false;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(proc.resolve(String.valueOf(pid)).resolve("task"))) {
            for (Path thread : threads) {
                if (++seen > FIRST) break;
                if (!compiler(KernelText.orNothing(thread.resolve("comm")))) continue;
                any = true;
                sum += ran(thread.resolve("schedstat"));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return OptionalLong.empty();
        }
        return any ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private static boolean compiler(String name) {
        return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
    }

    private long ran(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Cursor(file.toString(), buffer, Math.max(0, in.read(buffer))).number();
        }
    }
}
