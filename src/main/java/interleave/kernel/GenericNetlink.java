package interleave.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A socket to the kernel for questions with one answer each (netlink(7), generic netlink). The kernel answers within
 * the sending, so that nothing is waited for; a limit of time is set nevertheless. One thread.
 */
final class GenericNetlink implements Closeable {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 02000000;
    private static final int NETLINK_GENERIC = 16;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final int PATIENCE_MICROS = 200_000;
    private static final int BUFFER = 8192;

    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER, Long.BYTES);
    private final ByteBuffer bytes = buffer.asByteBuffer().order(ByteOrder.nativeOrder());
    private final MethodHandle send =
            link("send", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final MethodHandle receive =
            link("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final int socket;

    private GenericNetlink(int socket) {
        this.socket = socket;
    }

    /** @throws Unreadable where there is no such socket */
    static GenericNetlink open() throws IOException {
        FunctionDescriptor three = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        int socket;
        try {
            socket = (int) link("socket", three).invokeExact(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_GENERIC);
        } catch (Throwable e) {
            throw new IllegalStateException("socket could not be called", e);
        }
        if (socket < 0) throw Unreadable.missing("this machine has no netlink socket");
        GenericNetlink opened = new GenericNetlink(socket);
        opened.limitPatience();
        return opened;
    }

    private void limitPatience() {
        FunctionDescriptor five = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        buffer.set(JAVA_LONG, 0, 0);
        buffer.set(JAVA_LONG, Long.BYTES, PATIENCE_MICROS);
        try {
            int ignored =
                    (int) link("setsockopt", five).invokeExact(socket, SOL_SOCKET, SO_RCVTIMEO, buffer, 2 * Long.BYTES);
        } catch (Throwable e) {
            throw new IllegalStateException("setsockopt could not be called", e);
        }
    }

    /** An empty message to be filled from its start. */
    ByteBuffer question() {
        return bytes.clear();
    }

    /**
     * Sends what the question holds up to its position.
     *
     * @return the answer, valid until the next question
     * @throws Unreadable if the kernel neither took the question nor answered
     */
    ByteBuffer answer() throws IOException {
        long received;
        try {
            long sent = (long) send.invokeExact(socket, buffer, (long) bytes.position(), 0);
            received = sent < 0 ? -1 : (long) receive.invokeExact(socket, buffer, (long) BUFFER, 0);
        } catch (Throwable e) {
            throw new IllegalStateException("a netlink socket could not be used", e);
        }
        if (received < 0) throw Unreadable.malformed("the kernel does not answer over netlink");
        return bytes.clear().limit((int) received);
    }

    @Override
    public void close() {
        try {
            int ignored = (int)
                    link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeExact(socket);
        } catch (Throwable e) {
            throw new IllegalStateException("close could not be called", e);
        }
    }

    @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
    private static MethodHandle link(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }
}
