package interleave.task;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One Netty event loop on a named thread of its own, over epoll where the machine has it, else NIO. */
public final class Loop implements AutoCloseable {
    /** How long its end may take. */
    public static final int IN_ORDER_MILLIS = 300;

    private final boolean epoll;
    private final EventLoopGroup group;
    private final EventLoop loop;

    public Loop(String threadName) {
        quickenNetty();
        epoll = Epoll.isAvailable();
        IoHandlerFactory handler = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        ThreadFactory threads = task -> new Thread(task, threadName);
        group = new MultiThreadIoEventLoopGroup(1, threads, handler);
        loop = group.next();
    }

    /**
     * Spares what Netty would find out at its start and nobody here asks for: about the machine, and about leaks. It
     * logs nothing, since what fails is told by the tasks and the service themselves.
     */
    private static void quickenNetty() {
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

    /** {@code epoll} or {@code nio}. */
    public String transport() {
        return epoll ? "epoll" : "nio";
    }

    public Class<? extends SocketChannel> clientChannel() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    public Class<? extends ServerSocketChannel> serverChannel() {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** Ends the thread, and waits for that. */
    @Override
    public void close() {
        group.shutdownGracefully(0, IN_ORDER_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(IN_ORDER_MILLIS);
    }
}
