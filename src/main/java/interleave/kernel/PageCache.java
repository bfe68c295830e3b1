package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** The pages of files that the kernel keeps in memory. Safe from any thread. */
public final class PageCache {
    private static final int POSIX_FADV_DONTNEED = 4;

    private final MethodHandle advise;

    @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
    public PageCache() {
        advise = Linker.nativeLinker()
                .downcallHandle(
                        CLibrary.symbol("posix_fadvise"),
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
    }

    /**
     * Has the kernel forget pages of a file that are on its disk as well: the next read of them waits for the disk.
     * Without effect where the file is in memory alone, and on pages that have yet to be written or that somebody reads
     * just now. See posix_fadvise(2).
     *
     * @param descriptor of the file, open in this process
     */
    public void forget(int descriptor, long offset, long bytes) {
        try {
            int ignored = (int) advise.invokeExact(descriptor, offset, bytes, POSIX_FADV_DONTNEED);
        } catch (Throwable e) {
            throw new IllegalStateException("posix_fadvise could not be called", e);
        }
    }
}
