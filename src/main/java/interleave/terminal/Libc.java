package interleave.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Calls of the C library that are needed seldom and that no JNI library at hand offers. The first costs tens of
 * milliseconds, so none belongs on the way to the first picture.
 */
final class Libc {
    /** {@code TCOFLUSH} of Linux: what was written and not yet read by the peer. */
    private static final int OUTPUT = 1;

    /** {@code POLLOUT} of Linux. */
    private static final short WRITABLE = 4;

    private static final int FOREVER = -1;

    private Libc() {}

    /** {@code kill(0)}: sends a signal to all processes of the caller's group, itself among them. */
    static void signalGroup(int signal) {
        MethodHandle kill =
                link("kill", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        call(kill, 0, signal);
    }

    /**
     * {@code tcflush(TCOFLUSH)}: discards what the peer of a terminal has not read, which lets a blocked write go on.
     */
    static void discardOutput(int descriptor) {
        MethodHandle flush = link(
                "tcflush", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        call(flush, descriptor, OUTPUT);
    }

    /** {@code poll(POLLOUT)}: waits until a write to this descriptor gives something, if only an error. */
    static void awaitWritable(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            // struct pollfd: the descriptor, what is asked for, what is answered.
            MemorySegment asked = arena.allocate(8, 4);
            asked.set(ValueLayout.JAVA_INT, 0, descriptor);
            asked.set(ValueLayout.JAVA_SHORT, 4, WRITABLE);
            MethodHandle poll = link(
                    "poll",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
            call(poll, asked, 1L, FOREVER);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle link(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(symbols(linker).findOrThrow(name), signature);
    }

    /** Of the library that this process was linked with; the linker's own lookup needs a free descriptor at first. */
    @SuppressWarnings("restricted")
    private static SymbolLookup symbols(Linker linker) {
        try {
            return SymbolLookup.libraryLookup("libc.so.6", Arena.global());
        } catch (IllegalArgumentException e) {
            // A JVM for another C library.
            return linker.defaultLookup();
        }
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("a function of the C library could not be called", e);
        }
    }
}
