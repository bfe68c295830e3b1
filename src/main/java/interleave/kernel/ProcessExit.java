package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
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
            Native.EXIT.invokeExact(status);
        } catch (Throwable e) {
            // As when memory has run out: the slow way needs none.
        }
        Runtime.getRuntime().halt(status);
    }

    /**
     * By a signal whose default action, the end, is in place: whoever waits for this process sees that it died of it. Comes
     * back where the signal is held back, or {@code raise} cannot be called.
     */
    @SuppressWarnings("restricted") // Native access is granted on the command line.
    public static void bySignal(int number) {
        try {
            Linker linker = Linker.nativeLinker();
            linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("raise"), FunctionDescriptor.of(JAVA_INT, JAVA_INT))
                    .invokeWithArguments(number);
        } catch (Throwable e) {
            // As when memory has run out.
        }
    }

    private static final class Native {
        static final MethodHandle EXIT = link();

        @SuppressWarnings("restricted") // Native access is granted on the command line that starts a worker.
        private static MethodHandle link() {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("_exit"), FunctionDescriptor.ofVoid(JAVA_INT));
        }
    }
}
