package interleave.service;

import interleave.execution.RunCounters;
import interleave.execution.Tally;
import interleave.metric.Ticker;
import interleave.spec.Transport;
import interleave.task.NettyLoop;
import interleave.task.Transports;
import interleave.task.Unable;
import interleave.tasks.serve.LoopbackServer;
import interleave.tasks.serve.Seats;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import java.util.function.Consumer;

/** Answers each request on loopback after a fixed latency with the path that was asked for. One event loop. */
public final class Service implements RunCounters, AutoCloseable {
    private static final String NAME = "service";

    private static final long CLOSE_MILLIS = 500;

    private final NettyLoop loop;
    private final ChannelGroup clients;
    private final Tally tally = new Tally();
    private final Answers answers;
    private final LoopbackServer server;

    private Service(NettyLoop loop, long latencyNanos, Consumer<Throwable> broken) throws Unable {
        this.loop = loop;
        clients = new DefaultChannelGroup(loop.events());
        answers = new Answers(loop.events(), latencyNanos, Ticker.SYSTEM, tally.stripe(0));
        server = LoopbackServer.open(loop, this::letIn, new Seats(Seats.ALL), why -> broken.accept(full(why)));
    }

    /** Runs that would wait at its door for ever are told instead. */
    private static Unable full(String why) {
        return new Unable(
                "the service can let in no further connection (" + why
                        + "): raise the limit (ulimit -n) or lower the concurrency",
                null);
    }

    private EventLoop letIn(SocketChannel client) {
        client.config().setAllowHalfClosure(true);
        clients.add(client);
        client.pipeline().addLast(new ServiceConnection(answers));
        return loop.events();
    }

    /** @param broken told, on the event loop, when no further client can be let in */
    public static Service open(long latencyNanos, Consumer<Throwable> broken) throws Unable {
        return new Service(loop(), latencyNanos, broken);
    }

    /** Over the first transport that there is, and the next where there is no more of that. */
    private static NettyLoop loop() throws Unable {
        Transport first = Transports.automatic();
        try {
            return NettyLoop.open(NAME, first);
        } catch (Unable e) {
            return NettyLoop.open(NAME, Transports.automaticBut(first));
        }
    }

    /** Goes on with another latency, for what waits already as well. From any thread. */
    void latency(long nanos) {
        loop.events().execute(() -> answers.latency(nanos));
    }

    public int port() {
        return server.port();
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

    /** Clients are sent away first: a loop over io_uring that ends just as they leave would keep their sockets. */
    @Override
    public void close() {
        server.close();
        clients.close().awaitUninterruptibly(CLOSE_MILLIS);
        loop.close();
    }
}
