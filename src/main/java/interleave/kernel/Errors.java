package interleave.kernel;

import java.lang.foreign.MemorySegment;

/** The kernel's words for a number of an error (errno(3)). */
final class Errors {
    private static final int LONGEST = 256;

    private Errors() {}

    @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
    static String words(int number) {
        try {
            long text = (long) CFunction.named("strerror").invokeExact((long) number, 0L, 0L);
            return MemorySegment.ofAddress(text).reinterpret(LONGEST).getString(0);
        } catch (Throwable e) {
            return "error " + number;
        }
    }
}
