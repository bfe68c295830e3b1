package interleave.kernel;

import java.lang.invoke.MethodHandle;

/**
 * The end of this process at once, by the C library's {@code _exit}. {@link Runtime#halt} brings all threads to a
 * safepoint first, and then waits 300 ms for those in native code, as the one is that reads standard input.
 */
public final class ProcessExit {
    private ProcessExit() {}

    /** Loads what {@link #atOnce} needs: it is not the time for that at the end. */
    public static void makeReady() {
        Native.EXIT.type();
    }

    /** Never comes back. */
    public static void atOnce(int status) {
        try {
            long ignored = (long) Native.EXIT.invokeExact((long) status, 0L, 0L);
        } catch (Throwable e) {
            // As when memory has run out: the slow way needs none.
        }
        Runtime.getRuntime().halt(status);
    }

    /**
     * By a signal whose default action, the end, is in place: whoever waits for this process sees that it died of it.
     * Comes back where the signal is held back, or {@code raise} cannot be called.
     */
    public static void bySignal(int number) {
        try {
            long ignored = (long) CFunction.named("raise").invokeExact((long) number, 0L, 0L);
        } catch (Throwable e) {
            // As when memory has run out.
        }
    }

    private static final class Native {
        static final MethodHandle EXIT = CFunction.named("_exit");
    }
}
