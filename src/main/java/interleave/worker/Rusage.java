package interleave.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import interleave.wire.Frame.Usage;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * {@code getrusage(RUSAGE_SELF)}: the kernel's account of all threads of this process, ended ones included. Offsets are
 * those of {@code struct rusage} on 64-bit Linux. One thread at a time.
 */
final class Rusage {
    private static final int RUSAGE_SELF = 0;
    private static final int STRUCT_BYTES = 144;
    private static final int USER = 0;
    private static final int SYSTEM = 16;
    private static final int VOLUNTARY = 128;
    private static final int INVOLUNTARY = 136;

    private final MethodHandle getrusage;
    private final MemorySegment struct = Arena.ofAuto().allocate(STRUCT_BYTES, Long.BYTES);

    @SuppressWarnings("restricted") // Native access is granted on the command line that starts a worker.
    Rusage() {
        Linker linker = Linker.nativeLinker();
        getrusage = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("getrusage"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }

    Usage read() {
        int status;
        try {
            status = (int) getrusage.invokeExact(RUSAGE_SELF, struct);
        } catch (Throwable e) {
            throw new IllegalStateException("getrusage could not be called", e);
        }
        if (status != 0) throw new IllegalStateException("getrusage failed");
        return new Usage(micros(USER), micros(SYSTEM), number(VOLUNTARY), number(INVOLUNTARY));
    }

    private long micros(int timeval) {
        return number(timeval) * 1_000_000 + number(timeval + Long.BYTES);
    }

    private long number(int offset) {
        return struct.get(JAVA_LONG, offset);
    }
}
