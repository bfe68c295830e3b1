package interleave.tasks.serve;

import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import interleave.task.Waiters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * An answer to the next request of a connection, by a thread that waits for it. While there are more connections than
 * tasks they take turns, and none is waited for long; otherwise a client that asks for nothing keeps a task, as it does
 * where threads serve. A thread of its own lets clients in.
 */
public final class ServeBlocking implements Task.Blocking {
    private static final int BACKLOG = 4096;
    private static final int READ_BYTES = 2048;
    private static final int SOON_MILLIS = 1;
    private static final long CLOSE_MILLIS = 200;

    private final LinkedBlockingQueue<Connection> ready = new LinkedBlockingQueue<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Waiters waiters = new Waiters();
    private final Thread accepting = Thread.ofPlatform().name("serve-accept").unstarted(this::accept);
    private ServerSocketChannel server;
    private int port;
    private volatile Optional<Unable> broken = Optional.empty();
    private volatile boolean closed;

    public ServeBlocking(TaskSetup setup) {
        try {
            server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            setup.findings().accept(Echo.address(port));
            accepting.start();
        } catch (IOException e) {
            broken = Optional.of(Echo.cannotListen(e));
        }
    }

    private void accept() {
        try {
            while (!closed) {
                Connection connection = new Connection(server.accept());
                open.add(connection);
                if (closed) connection.close();
                ready.add(connection);
            }
        } catch (IOException e) {
            if (closed) return;
            broken = Optional.of(new Unable(
                    "no further client could be let in (" + e.getMessage()
                            + "): raise the limit on open files (ulimit -n) or ask with fewer connections",
                    e));
            waiters.close();
        }
    }

    @Override
    public void call() throws Exception {
        if (broken.isPresent()) throw broken.get();
        int ticket = waiters.begin();
        try {
            while (!answerNext()) {
                // That client asked for nothing: the next one's request is as good.
            }
        } catch (InterruptedException e) {
            if (broken.isPresent()) throw broken.get();
            throw e;
        } finally {
            waiters.end(ticket);
        }
    }

    /** @return false if the client whose turn it was went away, or asked for nothing while others wait */
    private boolean answerNext() throws Exception {
        Connection connection = ready.take();
        boolean lives = false;
        try {
            boolean answered = connection.answerNext(!ready.isEmpty());
            lives = answered && !connection.requests.close();
            return answered;
        } catch (SocketTimeoutException e) {
            lives = true;
            return false;
        } catch (IOException e) {
            if (closed || Thread.currentThread().isInterrupted()) throw e;
            return false;
        } finally {
            if (lives) ready.add(connection);
            else end(connection);
        }
    }

    private void end(Connection connection) {
        open.remove(connection);
        connection.close();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String transport() {
        return "blocking";
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (server != null) server.close();
            open.forEach(Connection::close);
            waiters.close();
            accepting.join(CLOSE_MILLIS);
        } catch (IOException e) {
            // It is gone either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Connection {
        private final SocketChannel channel;
        private final Requests requests = new Requests();
        private final byte[] soon = new byte[READ_BYTES];
        private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);

        Connection(SocketChannel channel) throws IOException {
            this.channel = channel;
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }

        /** @param hurry whether others wait as well */
        boolean answerNext(boolean hurry) throws IOException, Requests.BadRequest {
            try {
                while (!requests.next()) if (!(hurry ? readSoon() : read())) return false;
            } catch (Requests.BadRequest e) {
                write(Echo.refusal(e));
                throw e;
            }
            write(Echo.answer(requests, requests.close()));
            return true;
        }

        private boolean read() throws IOException {
            int count = channel.read(in.clear());
            if (count < 0) return false;
            int at = requests.grow(count);
            in.flip().get(requests.bytes(), at, count);
            return true;
        }

        /** Costs some system calls more than to wait without end. */
        private boolean readSoon() throws IOException {
            channel.socket().setSoTimeout(SOON_MILLIS);
            int count = channel.socket().getInputStream().read(soon);
            if (count < 0) return false;
            int at = requests.grow(count);
            System.arraycopy(soon, 0, requests.bytes(), at, count);
            return true;
        }

        private void write(byte[] bytes) throws IOException {
            ByteBuffer out = ByteBuffer.wrap(bytes);
            while (out.hasRemaining()) channel.write(out);
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
