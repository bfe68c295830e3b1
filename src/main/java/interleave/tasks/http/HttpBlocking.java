package interleave.tasks.http;

import interleave.task.Fault;
import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.WrongResult;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A request to the HTTP service that echoes a token, over a blocking socket from a stack of idle ones. */
public final class HttpBlocking implements Task.Blocking {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Peer peer;
    private final LongSupplier latencyNanos;
    private final IdleStack<Connection> idle = new IdleStack<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Connections counted = new Connections();
    private volatile boolean closed;

    public HttpBlocking(TaskSetup setup) {
        peer = Peer.of(setup);
        latencyNanos = setup.latencyNanos();
    }

    @Override
    public void call() throws Exception {
        Connection connection = exchange(connection());
        Optional<IOException> failure = connection.exchange.failure();
        if (connection.exchange.last()) {
            counted.endedByServer();
            end(connection);
        } else idle.push(connection);
        if (failure.isPresent()) throw failure.get();
    }

    /** Gives the connection on which it was done: another one, where the server had closed this meanwhile. */
    private Connection exchange(Connection first) throws Exception {
        Connection connection = first;
        for (; ; ) {
            try {
                connection.exchange();
                if (!connection.exchange.stale()) return connection;
                end(connection);
            } catch (Throwable e) {
                end(connection);
                if (closed || !(e instanceof IOException why)) throw e;
                if (!connection.exchange.stale()) throw connection.exchange.explained(why);
            }
            counted.endedByServer();
            connection = connect();
        }
    }

    private void end(Connection connection) {
        open.remove(connection);
        connection.close();
    }

    /** Its connection is of no use afterwards. */
    @Override
    public boolean fail(Fault fault) throws Exception {
        if (fault.path.isEmpty() || peer.foreign()) return false;
        Connection connection = connection();
        try {
            connection.askInVain(fault, (int) Math.max(1, latencyNanos.getAsLong() / NANOS_PER_MILLI));
        } finally {
            end(connection);
        }
        return true;
    }

    private Connection connection() throws Exception {
        Connection connection = idle.pop().orElse(null);
        return connection == null ? connect() : connection;
    }

    private Connection connect() throws Exception {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(peer.address());
        } catch (IOException e) {
            if (channel != null) channel.close();
            throw peer.explained(e) instanceof Exception why ? why : e;
        }
        Connection connection = new Connection(channel, peer.exchange((long) counted.open() << Integer.SIZE));
        open.add(connection);
        if (closed) connection.close();
        return connection;
    }

    @Override
    public String transport() {
        return "blocking";
    }

    @Override
    public Map<String, Double> extra() {
        return counted.extra(peer.foreign());
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Connection::close);
    }

    /** Its buffers are direct, since the channel would copy through one otherwise. */
    private static final class Connection {
        private final SocketChannel channel;
        private final Exchange exchange;
        private final ByteBuffer out;
        private final ByteBuffer in;

        Connection(SocketChannel channel, Exchange exchange) {
            this.channel = channel;
            this.exchange = exchange;
            out = ByteBuffer.allocateDirect(exchange.next().length);
            in = ByteBuffer.allocateDirect(exchange.room());
        }

        void exchange() throws IOException, WrongResult {
            ask(exchange.next());
            int count;
            do {
                count = channel.read(in.clear().limit(exchange.room()));
                if (count < 0 && exchange.ended()) return;
                in.flip().get(exchange.answer(), exchange.filled(), count);
            } while (!exchange.take(count));
        }

        private void ask(byte[] request) throws IOException {
            out.clear().put(request).flip();
            while (out.hasRemaining()) channel.write(out);
        }

        /** @throws SocketTimeoutException after so many milliseconds */
        void askInVain(Fault fault, int millis) throws IOException {
            ask(exchange.next(fault));
            channel.socket().setSoTimeout(fault == Fault.TIME_OUT ? millis : 0);
            if (channel.socket().getInputStream().read() < 0)
                throw new EOFException("the service closed the connection");
            throw new IOException("the service answered what it must not");
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
