#!/bin/sh
# Netty: a server channel that is told to stop accepting (setAutoRead(false)) from the handler of its first connection. When a
# hundred clients wait to be let in, epoll lets in that one, NIO sixteen, and io_uring all hundred.
#
# Guess: one, in all three; the setting holds for whatever is read after it.
# Seen (Netty 4.2.18, JDK 25.0.3, Linux 6.18): epoll 1, NIO 16 (the channel's maxMessagesPerRead), io_uring 100 (one request to
#   accept gives an answer for each client that waits, and those that are there are passed on). Clients that come later are
#   let in by none of them.
# So: Interleave's service, which stops accepting where descriptors run out, has to count on more connections than it asked for.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
version=4.2.18.Final
for part in common buffer resolver transport transport-native-unix-common transport-classes-epoll transport-classes-io_uring; do
    curl -sSfLO "https://repo1.maven.org/maven2/io/netty/netty-$part/$version/netty-$part-$version.jar"
done
for part in epoll io_uring; do
    name=netty-transport-native-$part
    curl -sSfLO "https://repo1.maven.org/maven2/io/netty/$name/$version/$name-$version-linux-x86_64.jar"
done
cat >Accept.java <<'JAVA'
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many of a hundred waiting clients are let in by a server that wants one. */
public class Accept {
    public static void main(String[] unused) throws Exception {
        accept("epoll", EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
        accept("nio", NioIoHandler.newFactory(), NioServerSocketChannel.class);
        accept("io_uring", IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
    }

    static void accept(String name, IoHandlerFactory io, Class<? extends ServerChannel> type) throws Exception {
        var loop = new MultiThreadIoEventLoopGroup(1, io);
        var accepted = new AtomicInteger();
        var stop = new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object connection) {
                if (accepted.incrementAndGet() == 1) context.channel().config().setAutoRead(false);
                context.fireChannelRead(connection);
            }
        };
        Channel server = new ServerBootstrap()
                .group(loop)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, 512)
                .handler(stop)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {}
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        var busy = new CountDownLatch(1);
        loop.next().execute(() -> awaitQuietly(busy));
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) clients.add(new Socket("127.0.0.1", port));
        busy.countDown();
        TimeUnit.MILLISECONDS.sleep(500);
        int first = accepted.get();
        for (int i = 0; i < 50; i++) clients.add(new Socket("127.0.0.1", port));
        TimeUnit.MILLISECONDS.sleep(500);
        System.out.println(name + " " + first + " later " + (accepted.get() - first));
        for (Socket client : clients) client.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    static void awaitQuietly(CountDownLatch busy) {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
JAVA
"$home/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$(echo ./*.jar | tr ' ' :)" Accept.java >seen 2>said ||
    { cat said >&2; echo "needs io_uring" >&2; exit 2; }
cat seen
printf 'epoll 1 later 0\nnio 16 later 0\nio_uring 100 later 0\n' | cmp -s - seen || { echo "CHANGED: other numbers" >&2; exit 1; }
echo "as seen: 1, 16 and all"
