package interleave.terminal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Calls of the C library that are needed seldom and that no JNI library at hand offers. The first costs tens of
 * milliseconds, so none belongs on the way to the first picture.
 */
final class Libc {
    /** {@code TCOFLUSH} of Linux: what was written and not yet read by the peer. */
    private static final int OUTPUT = 1;

    private Libc() {}

    /** Sends a signal to the calling thread; one that stops the process has stopped it before this returns. */
    static void raise(int signal) {
        call("raise", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), signal);
    }

    /** {@code tcflush(TCOFLUSH)}: discards what the peer of a terminal has not read, which lets a blocked write go on. */
    static void discardOutput(int descriptor) {
        call(
                "tcflush",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                descriptor,
                OUTPUT);
    }

    @SuppressWarnings("restricted")
    private static void call(String name, FunctionDescriptor signature, Object... arguments) {
        Linker linker = Linker.nativeLinker();
        MethodHandle function = linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
        try {
            function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(name + " could not be called", e);
        }
    }
}
