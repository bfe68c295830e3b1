package interleave.tasks.http;

import interleave.task.Fault;
import interleave.task.IdleStack;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.WrongResult;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** A request to the HTTP service that echoes a token, by callbacks on an event loop. Its state belongs to that loop. */
final class HttpAsync implements Task.Async {
    /**
     * Connections that are being opened at once. What finds no idle connection beyond these waits for the first that is
     * ready: if each opened its own, a loop that falls behind would do nothing but open connections, and never catch
     * up.
     */
    private static final int MOST_CONNECTING = 128;

    /** Asked for only to fail. */
    private record InVain(Fault fault, Completion done) implements Completion {
        @Override
        public void completed() {
            done.completed();
        }

        @Override
        public void failed(Throwable why) {
            done.failed(why);
        }
    }

    private final Peer peer;
    private final LongSupplier latencyNanos;
    private final NettyLoop loop;
    private final Bootstrap bootstrap;
    private final IdleStack<Connection> idle = new IdleStack<>();
    /** Those that are connecting as well: an event loop that ends forgets these. */
    private final Set<Channel> open = new HashSet<>();

    private final Connections counted = new Connections();
    private final ArrayDeque<Completion> waiting = new ArrayDeque<>();
    private int connecting;
    private boolean closed;

    HttpAsync(TaskSetup setup, NettyLoop loop) {
        this.peer = Peer.of(setup);
        this.latencyNanos = setup.latencyNanos();
        this.loop = loop;
        bootstrap = new Bootstrap()
                .group(loop.events())
                .channel(loop.clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(peer.readBytes()))
                .remoteAddress(peer.address());
    }

    @Override
    public void start(Completion done) {
        Optional<Connection> connection = idleAndOpen();
        if (connection.isPresent()) connection.get().exchange(done);
        else if (connecting < MOST_CONNECTING) connect(done);
        else waiting.add(done);
    }

    /**
     * Gives no connection that the service has closed meanwhile: a request on it would fail without having been made.
     */
    private Optional<Connection> idleAndOpen() {
        Optional<Connection> next = idle.pop();
        while (next.isPresent() && !next.get().context.channel().isActive()) {
            next.get().lost();
            next = idle.pop();
        }
        return next;
    }

    @Override
    public boolean fail(Fault fault, Completion done) {
        if (fault.path.isEmpty() || peer.foreign()) return false;
        start(new InVain(fault, done));
        return true;
    }

    private void connect(Completion done) {
        Connection connection = new Connection(peer.exchange((long) counted.open() << Integer.SIZE));
        connecting++;
        try {
            ChannelFuture connected = bootstrap.clone().handler(connection).connect();
            open.add(connected.channel());
            connected.addListener(future -> connected(connection, (ChannelFuture) future, done));
        } catch (RuntimeException e) {
            connecting--;
            done.failed(peer.explained(e));
        }
    }

    private void connected(Connection connection, ChannelFuture future, Completion done) {
        connecting--;
        if (!future.isSuccess()) open.remove(future.channel());
        if (!future.isSuccess()) done.failed(peer.explained(future.cause()));
        else if (closed) done.failed(ended());
        else connection.exchange(done);
        connectForWaiting();
    }

    private void connectForWaiting() {
        if (connecting < MOST_CONNECTING && !closed && !waiting.isEmpty()) connect(waiting.remove());
    }

    private void use(Connection free) {
        if (waiting.isEmpty()) idle.push(free);
        else free.exchange(waiting.remove());
    }

    /** Those that are connecting included; on the loop. */
    int openConnections() {
        return open.size();
    }

    @Override
    public String transport() {
        return loop.transport();
    }

    @Override
    public Map<String, Double> extra() {
        return counted.extra(peer.foreign());
    }

    @Override
    public void close() {
        loop.events().submit(this::closeAll).awaitUninterruptibly();
    }

    private void closeAll() {
        closed = true;
        List<Completion> left = List.copyOf(waiting);
        waiting.clear();
        left.forEach(done -> done.failed(ended()));
        List.copyOf(open).forEach(Channel::close);
    }

    private static EOFException ended() {
        return new EOFException("the run has ended");
    }

    private final class Connection extends ChannelInboundHandlerAdapter {
        private final Exchange exchange;
        private ChannelHandlerContext context;
        /** Holds one reference for itself and one for each write, which is over before the answer comes. */
        private ByteBuf request;

        private Completion done;
        /** It is of no use any more, and counted if the server closed it. */
        private boolean spent;

        Connection(Exchange exchange) {
            this.exchange = exchange;
        }

        void exchange(Completion completion) {
            done = completion;
            byte[] bytes = completion instanceof InVain vain ? inVain(vain) : exchange.next();
            request.setBytes(exchange.changesAt(), bytes, exchange.changesAt(), exchange.changes());
            request.setIndex(0, bytes.length);
            context.writeAndFlush(request.retain(), context.voidPromise());
        }

        /** The connection is of no use afterwards. */
        private byte[] inVain(InVain vain) {
            if (vain.fault == Fault.TIME_OUT)
                loop.events().schedule(() -> timeOut(vain), latencyNanos.getAsLong(), TimeUnit.NANOSECONDS);
            return exchange.next(vain.fault);
        }

        private void timeOut(InVain vain) {
            if (done != vain) return;
            finish().failed(new TimeoutException(vain.fault.words));
            context.close();
        }

        @Override
        public void handlerAdded(ChannelHandlerContext added) {
            context = added;
            byte[] bytes = exchange.next();
            request = added.alloc().directBuffer(bytes.length).writeBytes(bytes);
        }

        @Override
        public void channelActive(ChannelHandlerContext active) {
            if (closed) active.close();
        }

        @Override
        public void channelRead(ChannelHandlerContext reading, Object message) throws Exception {
            ByteBuf bytes = (ByteBuf) message;
            try {
                int count = bytes.readableBytes();
                if (done == null || count > exchange.room())
                    throw new IOException("the service said what nobody asked");
                bytes.readBytes(exchange.answer(), exchange.filled(), count);
                if (!exchange.take(count)) return;
            } finally {
                bytes.release();
            }
            if (exchange.stale()) again(reading);
            else answered(reading);
        }

        private void answered(ChannelHandlerContext reading) {
            Completion ending = finish();
            Optional<IOException> failure = exchange.failure();
            if (exchange.last()) {
                spent = true;
                counted.endedByServer();
                reading.close();
            } else use(this);
            if (failure.isPresent()) ending.failed(failure.get());
            else ending.completed();
        }

        /** The server had closed the connection before it looked at the request. */
        private void again(ChannelHandlerContext stale) {
            spent = true;
            counted.endedByServer();
            Completion ending = finish();
            stale.close();
            connect(ending);
        }

        private Completion finish() {
            Completion ending = done;
            done = null;
            return ending;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
            if (done != null && !closed && cause instanceof IOException && exchange.stale()) again(failing);
            spent |= done != null;
            failing.close();
            if (done != null) finish().failed(cause instanceof IOException why ? exchange.explained(why) : cause);
            connectForWaiting();
        }

        @Override
        public void channelInactive(ChannelHandlerContext inactive) {
            open.remove(inactive.channel());
            if (done != null) ended(inactive);
            else lost();
            connectForWaiting();
        }

        /** It waited for a request, and the server closed it. */
        private void lost() {
            if (!closed && !spent) counted.endedByServer();
            spent = true;
        }

        private void ended(ChannelHandlerContext inactive) {
            if (!closed && exchange.stale()) {
                again(inactive);
                return;
            }
            try {
                if (exchange.ended()) answered(inactive);
            } catch (IOException | WrongResult e) {
                finish().failed(e);
            }
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext removed) {
            request.release();
        }
    }
}
