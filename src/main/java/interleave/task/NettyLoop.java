package interleave.task;

import interleave.spec.Transport;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One Netty event loop on a named thread of its own. */
public final class NettyLoop implements AutoCloseable {
    /** How long its end may take. */
    public static final int IN_ORDER_MILLIS = 300;

    private final Transport transport;
    private final EventLoopGroup group;
    private final EventLoop loop;

    /** Over what this machine has. */
    public NettyLoop(String threadName) {
        this(threadName, Optional.empty());
    }

    /** @param asked a transport that this machine has; empty: the first that it has */
    public NettyLoop(String threadName, Optional<Transport> asked) {
        quickenNetty();
        transport = asked.orElseGet(Transports::automatic);
        ThreadFactory threads = task -> new Thread(task, threadName);
        group = new MultiThreadIoEventLoopGroup(1, threads, handler());
        loop = group.next();
    }

    private IoHandlerFactory handler() {
        return switch (transport) {
            case IO_URING -> IoUringIoHandler.newFactory();
            case EPOLL -> EpollIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    /**
     * Spares what Netty would find out at its start and nobody here asks for: about the machine, and about leaks. It
     * logs nothing, since what fails is told by the tasks and the service themselves.
     */
    static void quickenNetty() {
        InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
        System.setProperty("io.netty.machineId", "02:00:00:00:00:01");
        System.setProperty("io.netty.processId", "1");
        System.setProperty("io.netty.leakDetection.level", "disabled");
        System.setProperty("io.netty.allocator.type", "pooled");
        System.setProperty("io.netty.allocator.numDirectArenas", "1");
        System.setProperty("io.netty.allocator.numHeapArenas", "1");
    }

    public EventLoop events() {
        return loop;
    }

    /** By the key of a {@link Transport}. */
    public String transport() {
        return transport.key;
    }

    public Class<? extends SocketChannel> clientChannel() {
        return switch (transport) {
            case IO_URING -> IoUringSocketChannel.class;
            case EPOLL -> EpollSocketChannel.class;
            case NIO -> NioSocketChannel.class;
        };
    }

    public Class<? extends ServerSocketChannel> serverChannel() {
        return switch (transport) {
            case IO_URING -> IoUringServerSocketChannel.class;
            case EPOLL -> EpollServerSocketChannel.class;
            case NIO -> NioServerSocketChannel.class;
        };
    }

    /** Ends the thread, and waits for that. */
    @Override
    public void close() {
        group.shutdownGracefully(0, IN_ORDER_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(IN_ORDER_MILLIS);
    }
}
