package interleave.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A slice of CPU time shorter than that of others, by sched_setattr(2): a thread that asks for it is let on a CPU
 * sooner when it wakes, and loses it sooner. Anybody may ask. Linux before 6.12 takes no notice. Making one of these
 * takes some milliseconds, so that asking takes none.
 */
public final class ShortSlice {
    /** The least that the kernel takes. */
    private static final long NANOS = 100_000;

    private static final long ATTRIBUTES_BYTES = 56;
    private static final long OF_NICE = 16;
    private static final long OF_RUNTIME = 24;

    private final MethodHandle getpriority = CFunction.named("getpriority");
    private final MethodHandle syscall = CFunction.ofSix("syscall");

    /** For the calling thread; its niceness stays. @return false if the kernel refuses */
    public boolean ask() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, Long.BYTES);
            attributes.set(ValueLayout.JAVA_INT, 0, (int) ATTRIBUTES_BYTES);
            long nice = (long) getpriority.invokeExact(0L, 0L, 0L);
            attributes.set(ValueLayout.JAVA_INT, OF_NICE, (int) nice);
            attributes.set(ValueLayout.JAVA_LONG, OF_RUNTIME, NANOS);
            long refused = (long) syscall.invokeExact(number(), 0L, attributes.address(), 0L, 0L, 0L);
            return (int) refused == 0;
        } catch (Throwable e) {
            return false;
        }
    }

    /** Of the system call, which the C library has no function for before glibc 2.41. */
    private static long number() {
        return System.getProperty("os.arch").equals("aarch64") ? 274 : 314;
    }
}
