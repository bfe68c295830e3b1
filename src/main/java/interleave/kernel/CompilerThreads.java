package interleave.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The CPU time that a JVM's compilers have taken: of its threads that HotSpot calls C1 and C2, by the first number of
 * each one's {@code schedstat}. They are begun with the JVM, so that only its first threads are looked at.
 */
public final class CompilerThreads {
    /** The kernel lists threads in the order of their birth; the compilers are the 8th to the 12th here. */
    private static final int FIRST = 48;

    private static final int LONGEST = 128;

    /** The search takes some 0.3 ms, a look at those that are known 0.03. */
    private static final int CALLS_TO_A_SEARCH = 4;

    private final Path proc;
    private final byte[] buffer = new byte[LONGEST];
    private List<Path> own = List.of();
    private int calls;

    public CompilerThreads(Path proc) {
        this.proc = proc;
    }

    /** In nanoseconds; empty where the process is gone, may not be looked at, or has no compiler. One thread. */
    public OptionalLong nanos(long pid) {
        return nanos(of(String.valueOf(pid)));
    }

    /**
     * The same of this very process, often: threads are looked for at every fourth time, and one that was begun since
     * comes with all that it has run. One thread.
     */
    public OptionalLong ofThisProcess() {
        if (calls++ % CALLS_TO_A_SEARCH == 0) own = of("self");
        return nanos(own);
    }

    /** The files that tell how long they ran. */
    private List<Path> of(String process) {
        List<Path> files = new ArrayList<>();
        int seen = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(proc.resolve(process).resolve("task"))) {
            for (Path thread : threads) {
                if (++seen > FIRST) break;
                if (compiler(KernelText.orNothing(thread.resolve("comm")))) files.add(thread.resolve("schedstat"));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return files;
    }

    private OptionalLong nanos(List<Path> files) {
        long sum = 0;
        try {
            for (Path file : files) sum += ran(file);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        return files.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum);
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
