package interleave.task;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * An answer to the next request of any connection, by callbacks on an event loop, which owns the state. A connection
 * whose request finds no task waiting is read no further until there is one.
 */
final class ServeAsync implements Task.Async {
    private static final long CLOSE_MILLIS = 500;

    private final Loop loop;
    private final ArrayDeque<Completion> tasks = new ArrayDeque<>();
    private final ArrayDeque<Connection> asking = new ArrayDeque<>();
    private final Set<Channel> open = new HashSet<>();
    private Optional<LoopbackServer> server = Optional.empty();
    private int port;
    private volatile Optional<Unable> broken = Optional.empty();
    private boolean serving;
    private boolean closed;

    ServeAsync(Setup setup, Loop loop) {
        this.loop = loop;
        try {
            LoopbackServer opened = LoopbackServer.open(loop, Connection::new, this::refuseAll);
            server = Optional.of(opened);
            port = opened.port();
            setup.findings().accept(Echo.address(port));
        } catch (Unable e) {
            broken = Optional.of(e);
        }
    }

    private void refuseAll(Throwable cause) {
        broken = Optional.of(new Unable(
                "no further client could be let in (" + cause.getMessage()
                        + "): raise the limit on open files (ulimit -n) or ask with fewer connections",
                cause));
        failAll(broken.get());
    }

    private void failAll(Throwable why) {
        for (Completion done = tasks.poll(); done != null; done = tasks.poll()) done.failed(why);
    }

    @Override
    public void start(Completion done) {
        if (broken.isPresent()) done.failed(broken.get());
        else if (closed) done.failed(new CancellationException("the task was closed"));
        else {
            tasks.add(done);
            serve();
        }
    }

    /** Tasks that begin as others end here have their turn in the same round. */
    private void serve() {
        if (serving) return;
        serving = true;
        while (!tasks.isEmpty() && !asking.isEmpty()) asking.remove().answerNext();
        serving = false;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String transport() {
        return loop.transport();
    }

    @Override
    public void close() {
        loop.events().submit(this::end).awaitUninterruptibly(CLOSE_MILLIS);
    }

    private void end() {
        closed = true;
        server.ifPresent(LoopbackServer::close);
        List.copyOf(open).forEach(Channel::close);
        failAll(new CancellationException("the task was closed"));
    }

    /** It is among those asking, or reads: never both. */
    private final class Connection extends ChannelInboundHandlerAdapter {
        private final Requests requests = new Requests();
        private ChannelHandlerContext context;
        private boolean asks;
        private boolean ended;

        @Override
        public void channelActive(ChannelHandlerContext active) {
            context = active;
            open.add(active.channel());
            if (closed) active.close();
        }

        @Override
        public void channelRead(ChannelHandlerContext reading, Object message) {
            ByteBuf more = (ByteBuf) message;
            int count = more.readableBytes();
            int at = requests.grow(count);
            more.readBytes(requests.bytes(), at, count).release();
            if (asks || ended) return;
            ask();
            serve();
        }

        /** That there may be a request in what was read. */
        private void ask() {
            asks = true;
            asking.add(this);
        }

        void answerNext() {
            asks = false;
            if (ended) return;
            try {
                if (requests.next()) answer();
                else context.channel().config().setAutoRead(true);
            } catch (Requests.BadRequest e) {
                ended = true;
                context.writeAndFlush(Unpooled.wrappedBuffer(Echo.refusal(e))).addListener(ChannelFutureListener.CLOSE);
                tasks.remove().failed(e);
            }
        }

        private void answer() {
            ended = requests.close();
            ChannelFuture written = context.writeAndFlush(Unpooled.wrappedBuffer(Echo.answer(requests)));
            if (ended) written.addListener(ChannelFutureListener.CLOSE);
            else ask();
            tasks.remove().completed();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext reading) {
            if (asks && !ended) reading.channel().config().setAutoRead(false);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
            failing.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext inactive) {
            ended = true;
            open.remove(inactive.channel());
        }
    }
}
