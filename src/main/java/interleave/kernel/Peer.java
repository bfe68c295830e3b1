package interleave.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Whoever is at the other end of a descriptor that this process writes to, as {@code poll(2)} tells of it without
 * writing: the end of a pipe's last reader is POLLERR, that of a socket's or a terminal's POLLHUP. A file has no such
 * end. One thread waits; any may close.
 */
public final class Peer implements AutoCloseable {
    private static final short POLLIN = 0x1;
    private static final short POLLOUT = 0x4;
    private static final short POLLERR = 0x8;
    private static final short POLLHUP = 0x10;
    private static final int EFD_CLOEXEC = 02000000;
    private static final int FOREVER = -1;

    /** {@code struct pollfd}: the descriptor, what is asked for, what is answered. */
    private static final int STRUCT_BYTES = 8;

    private static final int ASKED = 4;
    private static final int ANSWERED = 6;

    private final MemorySegment polled = Arena.ofAuto().allocate(2 * STRUCT_BYTES, Integer.BYTES);
    private final MemorySegment one = Arena.ofAuto().allocateFrom(JAVA_LONG, 1);
    private final MethodHandle poll = link("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final MethodHandle write = link("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

    /**
     * An eventfd: writing to it ends the wait. A thread in a system call would hold up the end of the JVM for 300 ms.
     */
    private final int closing;

    public Peer(int descriptor) {
        closing = (int) call(link("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)), 0, EFD_CLOEXEC);
        polled.set(JAVA_INT, 0, descriptor);
        polled.set(JAVA_INT, STRUCT_BYTES, closing);
        polled.set(JAVA_SHORT, STRUCT_BYTES + ASKED, POLLIN);
    }

    /** Waits until nobody can read any more what is written. False if this was closed before that. */
    public boolean awaitGone() {
        while (true) {
            call(poll, polled, 2L, FOREVER);
            short peer = polled.get(JAVA_SHORT, ANSWERED);
            if ((peer & (POLLERR | POLLHUP)) != 0) return true;
            // POLLNVAL is left: no such descriptor, so nobody who could go.
            if (peer != 0 || polled.get(JAVA_SHORT, STRUCT_BYTES + ANSWERED) != 0) return false;
        }
    }

    /** Ends the wait. */
    @Override
    public void close() {
        call(write, closing, one, (long) Long.BYTES);
    }

    /** Waits until a write to a non-blocking descriptor does something, if only fail. */
    public static void awaitWritable(int descriptor) {
        MemorySegment asked = Arena.ofAuto().allocate(STRUCT_BYTES, Integer.BYTES);
        asked.set(JAVA_INT, 0, descriptor);
        asked.set(JAVA_SHORT, ASKED, POLLOUT);
        call(link("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)), asked, 1L, FOREVER);
    }

    @SuppressWarnings("restricted") // Native access is granted on the command line.
    private static MethodHandle link(String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(CLibrary.symbol(name), signature);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("the C library could not be called", e);
        }
    }
}
