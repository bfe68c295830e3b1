package interleave.worker;

import interleave.execution.Counted;
import interleave.execution.Tally;
import interleave.metric.Ticker;
import interleave.task.Loop;
import interleave.task.Unable;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** Answers each request on loopback after a fixed latency with the path that was asked for. One event loop. */
final class Service implements Counted, AutoCloseable {
    private static final int READ_BYTES = 2048;
    private static final int BACKLOG = 4096;

    private final Loop loop = new Loop("service");
    private final Tally tally = new Tally();
    private final Answers answers;
    private final Channel server;

    private Service(long latencyNanos, Consumer<Throwable> broken) throws Unable {
        answers = new Answers(loop.events(), latencyNanos, Ticker.SYSTEM, tally.stripe(0));
        ChannelFuture bound = new ServerBootstrap()
                .group(loop.events())
                .channel(loop.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                        broken.accept(cause);
                    }
                })
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new ServiceConnection(answers));
                    }
                })
                .bind("127.0.0.1", 0)
                .awaitUninterruptibly();
        if (!bound.isSuccess())
            throw new Unable(
                    "the HTTP service cannot listen on 127.0.0.1 ("
                            + bound.cause().getMessage() + "): a free port is needed",
                    bound.cause());
        server = bound.channel();
    }

    /** @param broken told, on the event loop, when no further client can be let in */
    static Service open(long latencyNanos, Consumer<Throwable> broken) throws Unable {
        return new Service(latencyNanos, broken);
    }

    /** Goes on with another latency, for what waits already as well. From any thread. */
    void latency(long nanos) {
        loop.events().execute(() -> answers.latency(nanos));
    }

    int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    String transport() {
        return loop.transport();
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public int inFlight() {
        return answers.inFlight();
    }

    @Override
    public int inFlightPeak() {
        return answers.inFlightPeak();
    }

    @Override
    public void close() {
        server.close().awaitUninterruptibly();
        loop.close();
    }
}
