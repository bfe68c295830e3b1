package interleave.task;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A request to the HTTP service that echoes a token, over a blocking socket from a stack of idle ones. */
final class HttpBlocking implements Task.Blocking {
    private final InetSocketAddress service;
    private final IdleStack<Connection> idle = new IdleStack<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean closed;

    HttpBlocking(Setup setup) {
        service = new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.servicePort());
    }

    @Override
    public void call() throws Exception {
        Connection connection = idle.pop().orElse(null);
        if (connection == null) connection = connect();
        try {
            connection.exchange();
        } catch (Throwable e) {
            open.remove(connection);
            connection.close();
            throw e;
        }
        idle.push(connection);
    }

    private Connection connect() throws Exception {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(service);
        } catch (IOException e) {
            if (channel != null) channel.close();
            throw Connecting.explained(e, service.getPort()) instanceof Exception why ? why : e;
        }
        Connection connection = new Connection(channel, (long) opened.incrementAndGet() << Integer.SIZE);
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
        return Map.of("connections_opened", opened.doubleValue());
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(Connection::close);
    }

    /** Its buffers are direct, since the channel would copy through one otherwise. */
    private static final class Connection {
        private final SocketChannel channel;
        private final HttpExchange exchange;
        private final ByteBuffer out;
        private final ByteBuffer in;

        Connection(SocketChannel channel, long firstToken) {
            this.channel = channel;
            exchange = new HttpExchange(firstToken);
            out = ByteBuffer.allocateDirect(exchange.next().length);
            in = ByteBuffer.allocateDirect(exchange.room());
        }

        void exchange() throws IOException, WrongResult {
            out.clear().put(exchange.next()).flip();
            while (out.hasRemaining()) channel.write(out);
            int count;
            do {
                count = channel.read(in.clear().limit(exchange.room()));
                if (count < 0) throw new EOFException("the service closed the connection");
                in.flip().get(exchange.answer(), exchange.filled(), count);
            } while (!exchange.take(count));
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
