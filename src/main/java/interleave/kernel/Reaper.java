package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code wait4(2)}: how a child of this process ended, and all that it used, with what those of its own children did
 * that it waited for. It takes every child's end, also from {@link Process}. One thread.
 */
public final class Reaper {
    private static final int SIGNAL = 0x7f;
    private static final long ANY = -1;

    /**
     * The end of a child.
     *
     * @param status with which it exited; empty if a signal ended it
     * @param signal 0 if it exited
     */
    public record End(int pid, OptionalInt status, int signal, Rusage.Used used) {}

    private final MethodHandle wait4 = CFunction.ofSix("wait4");
    private final MemorySegment status = Arena.ofAuto().allocate(JAVA_INT);
    private final MemorySegment usage = Arena.ofAuto().allocate(Rusage.STRUCT_BYTES, Long.BYTES);

    /** The next child that ends; empty if there is no child. */
    public Optional<End> next() {
        int pid = call();
        return pid > 0 ? Optional.of(end(pid)) : Optional.empty();
    }

    private int call() {
        try {
            return (int) (long) wait4.invokeExact(ANY, status.address(), 0L, usage.address(), 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("wait4 could not be called", e);
        }
    }

    /** By the macros of {@code sys/wait.h}. */
    private End end(int pid) {
        int said = status.get(JAVA_INT, 0);
        int signal = said & SIGNAL;
        OptionalInt exit = signal == 0 ? OptionalInt.of(said >> 8 & 0xff) : OptionalInt.empty();
        return new End(pid, exit, signal, Rusage.used(usage));
    }
}
