package interleave.task;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets clients in on a free port of 127.0.0.1; what they say and hear is the loop's. */
public final class LoopbackServer {
    private static final int BACKLOG = 4096;
    private static final int READ_BYTES = 2048;

    private final Channel channel;

    private LoopbackServer(Channel channel) {
        this.channel = channel;
    }

    /**
     * @param connection makes what talks to one client
     * @param refused told, on the loop, why no further client could be let in
     * @throws Unable if there is no port to be had
     */
    public static LoopbackServer open(Loop loop, Supplier<ChannelHandler> connection, Consumer<Throwable> refused)
            throws Unable {
        ChannelFuture bound = new ServerBootstrap()
                .group(loop.events())
                .channel(loop.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        refused.accept(cause);
                    }
                })
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        client.pipeline().addLast(connection.get());
                    }
                })
                .bind("127.0.0.1", 0)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) throw Echo.cannotListen(bound.cause());
        return new LoopbackServer(bound.channel());
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Lets nobody in any more; those who are in stay. Waits for that, except on the loop. */
    public void close() {
        ChannelFuture closed = channel.close();
        if (!channel.eventLoop().inEventLoop()) closed.awaitUninterruptibly();
    }
}
