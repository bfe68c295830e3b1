package interleave.tasks.serve;

import interleave.kernel.Reason;
import interleave.task.NettyLoop;
import interleave.task.Unable;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets clients in on a free port of 127.0.0.1; what they say and hear is the loop's. */
public final class LoopbackServer {
    /** As many as the kernel allows: it takes the lower of this and net.core.somaxconn. */
    static final int BACKLOG = 65_535;

    private static final int READ_BYTES = 2048;
    private static final long CLOSE_MILLIS = 500;

    /** Without it, a loop without descriptors would try, and fail, without end. */
    private static final long PAUSE_MILLIS = 100;

    private final Channel channel;

    private LoopbackServer(Channel channel) {
        this.channel = channel;
    }

    /**
     * @param letIn gives one client what talks to it, and says which loop, of the same transport, it is to live on
     * @param seats for how many clients at once there is room: further ones wait until one of them leaves
     * @param pauses told, on the loop, why no further client can be let in for now: it is tried again
     * @throws Unable if no port is available
     */
    public static LoopbackServer open(
            NettyLoop loop, Function<SocketChannel, EventLoop> letIn, Seats seats, Consumer<String> pauses)
            throws Unable {
        ChannelFuture bound = new Bootstrap()
                .group(loop.events())
                .channel(loop.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .handler(new Door(letIn, seats, pauses))
                .bind("127.0.0.1", 0)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) throw Echo.cannotListen(bound.cause());
        return new LoopbackServer(bound.channel());
    }

    /** On the loop that listens, but for clients that leave. */
    private static final class Door extends ChannelInboundHandlerAdapter {
        private final Function<SocketChannel, EventLoop> letIn;
        private final Seats seats;
        private final Consumer<String> pauses;
        private volatile boolean shut;

        Door(Function<SocketChannel, EventLoop> letIn, Seats seats, Consumer<String> pauses) {
            this.letIn = letIn;
            this.seats = seats;
            this.pauses = pauses;
            // Where no file can be opened any more, no class can be loaded from a folder: the words come first.
            Reason.of(new IOException());
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            SocketChannel client = (SocketChannel) message;
            client.config().setTcpNoDelay(true).setRecvByteBufAllocator(new FixedRecvByteBufAllocator(READ_BYTES));
            try {
                letIn.apply(client).register(client).addListener(registered -> {
                    if (!registered.isSuccess()) client.unsafe().closeForcibly();
                });
                seat(context, client);
            } catch (RejectedExecutionException e) {
                // That loop has just ended.
                client.unsafe().closeForcibly();
            }
        }

        private void seat(ChannelHandlerContext context, SocketChannel client) {
            seats.take();
            client.closeFuture().addListener(left -> leave(context));
            if (seats.free()) return;
            shut(context, seats.taken());
            // Who left before that did not know.
            reopen(context);
        }

        /** On the client's loop. */
        private void leave(ChannelHandlerContext context) {
            seats.leave();
            if (!shut) return;
            try {
                context.executor().execute(() -> reopen(context));
            } catch (RejectedExecutionException e) {
                // The run has ended.
            }
        }

        private void shut(ChannelHandlerContext context, String why) {
            shut = true;
            context.channel().config().setAutoRead(false);
            pauses.accept(why);
        }

        private void reopen(ChannelHandlerContext context) {
            if (!shut || !seats.free()) return;
            shut = false;
            context.channel().config().setAutoRead(true);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            shut(context, Reason.of(cause));
            context.executor().schedule(() -> reopen(context), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Lets nobody in any more; those who are in stay. Waits for that, except on the loop. */
    public void close() {
        ChannelFuture closed = channel.close();
        if (!channel.eventLoop().inEventLoop()) closed.awaitUninterruptibly(CLOSE_MILLIS);
    }
}
