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
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One Netty event loop on a named thread of its own. */
public final class NettyLoop implements AutoCloseable {
    private static final String NO_IOWAIT = "io.netty.iouring.enterNoIoWaitEnabled";
    private static final String ACCEPT_MANY = "io.netty.iouring.acceptMultiShotEnabled";

    /** The time that its end may take. */
    public static final int IN_ORDER_MILLIS = 300;

    /** For a ring that was closed the kernel gives back its room a little later: 0.1 s were seen on a busy machine. */
    private static final long GIVEN_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Transport transport;
    private final EventLoopGroup group;
    private final EventLoop loop;

    private NettyLoop(String threadName, Transport transport) {
        this.transport = transport;
        ThreadFactory threads = task -> new Thread(task, threadName);
        group = new MultiThreadIoEventLoopGroup(1, threads, handler(transport));
        loop = group.next();
    }

    /**
     * Over a transport that this machine has.
     *
     * @throws Unable if the kernel refuses what it takes, as an io_uring ring; says what helps
     */
    public static NettyLoop open(String threadName, Transport transport) throws Unable {
        quickenNetty();
        long deadline = System.nanoTime() + GIVEN_BACK_NANOS;
        for (; ; ) {
            try {
                return new NettyLoop(threadName, transport);
            } catch (IllegalStateException e) {
                Transports.Refused refused = Transports.refused(transport, e);
                if (!refused.mayPass() || System.nanoTime() >= deadline) throw refused.unable();
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static IoHandlerFactory handler(Transport transport) {
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
        // Else a loop that sleeps makes its CPU's idle time one of waiting for a disk, to the kernel: it knows better
        // since 6.15.
        if (System.getProperty(NO_IOWAIT) == null) System.setProperty(NO_IOWAIT, "true");
        // Else the kernel lets clients in by itself, all that come before it is told to stop: past any limit of ours.
        if (System.getProperty(ACCEPT_MANY) == null) System.setProperty(ACCEPT_MANY, "false");
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
