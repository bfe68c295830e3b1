package interleave.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code getrusage}: the kernel's account of this process, all its threads and ended ones included; or of the calling
 * thread alone. Offsets are those of {@code struct rusage} on 64-bit Linux. One thread at a time.
 */
public final class Rusage {
    /**
     * CPU time, switches and page faults since the process, or the thread, began.
     *
     * @param minorFaults page faults that took no input, as of memory that is touched for the first time; pages that
     *     the kernel fills ahead on request count as well, though nothing faults there
     * @param majorFaults page faults that waited for a disk
     */
    public record Used(
            long userMicros, long systemMicros, long voluntary, long involuntary, long minorFaults, long majorFaults) {
        public static final Used NOTHING = new Used(0, 0, 0, 0, 0, 0);

        public long cpuMicros() {
            return userMicros + systemMicros;
        }

        public long switches() {
            return voluntary + involuntary;
        }

        public Used plus(Used more) {
            return new Used(
                    userMicros + more.userMicros,
                    systemMicros + more.systemMicros,
                    voluntary + more.voluntary,
                    involuntary + more.involuntary,
                    minorFaults + more.minorFaults,
                    majorFaults + more.majorFaults);
        }
    }

    private static final int RUSAGE_SELF = 0;
    private static final int RUSAGE_THREAD = 1;
    static final int STRUCT_BYTES = 144;
    private static final int USER = 0;
    private static final int SYSTEM = 16;
    private static final int MINOR_FAULTS = 64;
    private static final int MAJOR_FAULTS = 72;
    private static final int VOLUNTARY = 128;
    private static final int INVOLUNTARY = 136;

    private final long who;
    private final MethodHandle getrusage = CFunction.named("getrusage");
    private final MemorySegment struct = Arena.ofAuto().allocate(STRUCT_BYTES, Long.BYTES);
    private final ByteBuffer fields = fields(struct);

    private Rusage(int who) {
        this.who = who;
    }

    public static Rusage ofThisProcess() {
        return new Rusage(RUSAGE_SELF);
    }

    /** Of whichever thread reads it. */
    public static Rusage ofTheReader() {
        return new Rusage(RUSAGE_THREAD);
    }

    public Used read() {
        int status;
        try {
            status = (int) (long) getrusage.invokeExact(who, struct.address(), 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("getrusage could not be called", e);
        }
        if (status != 0) throw new IllegalStateException("getrusage failed");
        return used(fields);
    }

    /** Of a {@code struct rusage} that the kernel has filled in. */
    static Used used(MemorySegment struct) {
        return used(fields(struct));
    }

    /** The JVM takes 30 ms to build what reads a field of a segment, and none for one of a buffer. */
    private static ByteBuffer fields(MemorySegment struct) {
        return struct.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private static Used used(ByteBuffer struct) {
        return new Used(
                micros(struct, USER),
                micros(struct, SYSTEM),
                struct.getLong(VOLUNTARY),
                struct.getLong(INVOLUNTARY),
                struct.getLong(MINOR_FAULTS),
                struct.getLong(MAJOR_FAULTS));
    }

    private static long micros(ByteBuffer struct, int timeval) {
        return struct.getLong(timeval) * 1_000_000 + struct.getLong(timeval + Long.BYTES);
    }
}
