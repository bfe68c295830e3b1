package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A socket to the kernel for questions with one answer each (netlink(7), generic netlink). The kernel answers within
 * the sending, so that nothing is waited for: an answer that is not there by then does not come. All calls are of
 * {@link CFunction}'s one shape: shapes of their own took 6 MB. One thread.
 */
final class GenericNetlink implements Closeable {
    private static final long AF_NETLINK = 16;
    private static final long SOCK_RAW_CLOEXEC_NONBLOCK = 3 | 02000000 | 04000;
    private static final long NETLINK_GENERIC = 16;
    private static final int BUFFER = 8192;

    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER, Long.BYTES);
    private final ByteBuffer bytes = buffer.asByteBuffer().order(ByteOrder.nativeOrder());
    private final MethodHandle write = CFunction.named("write");
    private final MethodHandle read = CFunction.named("read");
    private final int socket;

    private GenericNetlink(int socket) {
        this.socket = socket;
    }

    /** @throws Unreadable where there is no such socket */
    static GenericNetlink open() throws IOException {
        int socket;
        try {
            socket = (int) (long)
                    CFunction.named("socket").invokeExact(AF_NETLINK, SOCK_RAW_CLOEXEC_NONBLOCK, NETLINK_GENERIC);
        } catch (Throwable e) {
            throw new IllegalStateException("socket could not be called", e);
        }
        if (socket < 0) throw Unreadable.missing("this machine has no netlink socket");
        return new GenericNetlink(socket);
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
            long sent = (long) write.invokeExact((long) socket, buffer.address(), (long) bytes.position());
            received = sent < 0 ? -1 : (long) read.invokeExact((long) socket, buffer.address(), (long) BUFFER);
        } catch (Throwable e) {
            throw new IllegalStateException("a netlink socket could not be used", e);
        }
        if (received < 0) throw Unreadable.malformed("the kernel does not answer over netlink");
        return bytes.clear().limit((int) received);
    }

    @Override
    public void close() {
        try {
            long ignored = (long) CFunction.named("close").invokeExact((long) socket, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("close could not be called", e);
        }
    }
}
