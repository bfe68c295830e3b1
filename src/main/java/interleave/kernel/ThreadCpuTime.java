package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * {@code clock_gettime(CLOCK_THREAD_CPUTIME_ID)}: the CPU time of the calling OS thread; of a virtual thread, its
 * carrier's. {@code getrusage} tells it too, but in the middle of a time slice only up to the last clock tick. One
 * thread at a time, whichever it is.
 */
public final class ThreadCpuTime {
    /** Of linux/time.h. */
    private static final long CLOCK_THREAD_CPUTIME_ID = 3;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int TIMESPEC_BYTES = 16;
    private static final MethodHandle CLOCK_GETTIME = CFunction.named("clock_gettime");

    private final MemorySegment timespec = Arena.ofAuto().allocate(TIMESPEC_BYTES, Long.BYTES);

    /** Since the thread began. */
    public long nanos() {
        int status;
        try {
            status = (int) (long) CLOCK_GETTIME.invokeExact(CLOCK_THREAD_CPUTIME_ID, timespec.address(), 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime could not be called", e);
        }
        if (status != 0) throw new IllegalStateException("clock_gettime failed");
        return timespec.get(JAVA_LONG, 0) * NANOS_PER_SECOND + timespec.get(JAVA_LONG, Long.BYTES);
    }
}
