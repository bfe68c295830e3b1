#!/bin/sh
# Netty 4.2: an event loop that has tasks takes tasks for a second before it looks at its sockets and timers again. A
# computation that is cut in pieces of 1 ms, so that others get their turn, makes everyone wait as if it were in one.
#
# Guess: between two pieces the loop looks at its sockets, or after as long for tasks as for sockets (ioRatio 50), as Netty 4.1
#   does: an answer within a few milliseconds, a timer of 10 ms after 10 to 75 ms (the clock is read each 64 tasks).
# Seen (JDK 25.0.3, NIO, one loop that answers what a client sends, and runs a task of 1 ms which puts itself in again):
#   Netty 4.2.18      answers after 992 to 1,015 ms, the timer after 1,055 ms
#   Netty 4.1.128     answers after 26 to 64 ms, the timer after 71 ms
#   ioRatio went with 4.2, and maxTaskProcessingQuantumMs, 1,000 and not less than 100, came.
# So: who moves to 4.2 with loops that compute gets pauses of a second. Interleave's "loop lag" of image/event-loop is that second,
#   and its README says so.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for version in 4.1.128.Final 4.2.18.Final; do
    mkdir "$version"
    for part in common buffer transport resolver; do
        curl -sSfL -o "$version/$part.jar" \
            "https://repo1.maven.org/maven2/io/netty/netty-$part/$version/netty-$part-$version.jar"
    done
done
cat >Pieces.java <<'JAVA'
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Milliseconds that a client waits for an echo, the median of five, and that a timer of 10 ms takes, while pieces are computed. */
public class Pieces {
    private static volatile boolean over;

    private static void piece(Channel channel) {
        long end = System.nanoTime() + 1_000_000;
        while (System.nanoTime() < end) Thread.onSpinWait();
        if (!over) channel.eventLoop().execute(() -> piece(channel));
    }

    @SuppressWarnings("deprecation")
    public static void main(String[] unused) throws Exception {
        var echo = new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object message) {
                        context.writeAndFlush(message);
                    }
                });
            }
        };
        Channel server = new ServerBootstrap()
                .group(new NioEventLoopGroup(1))
                .channel(NioServerSocketChannel.class)
                .childHandler(echo)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        var client = new Socket(
                InetAddress.getLoopbackAddress(), ((InetSocketAddress) server.localAddress()).getPort());
        client.setTcpNoDelay(true);
        for (int i = 0; i < 200; i++) ask(client);
        var late = new AtomicLong();
        long begin = System.nanoTime();
        server.eventLoop().execute(() -> piece(server));
        server.eventLoop().schedule(() -> late.set(System.nanoTime() - begin), 10, TimeUnit.MILLISECONDS);
        var answers = new long[5];
        for (int i = 0; i < answers.length; i++) {
            Thread.sleep(30);
            answers[i] = ask(client);
        }
        over = true;
        java.util.Arrays.sort(answers);
        System.out.println(answers[2] / 1_000_000 + " " + late.get() / 1_000_000);
        System.exit(0);
    }

    private static long ask(Socket client) throws Exception {
        long begin = System.nanoTime();
        client.getOutputStream().write(1);
        client.getInputStream().read();
        return System.nanoTime() - begin;
    }
}
JAVA
for version in 4.1.128.Final 4.2.18.Final; do
    echo "$version $("$home/bin/java" -cp "$version/*" Pieces.java 2>/dev/null)" | tee -a seen
done
echo "(version, ms until the answer, ms until a timer of 10 ms)"
awk '/^4.1/ { exit !($2 < 300 && $3 < 400) }' seen || { echo "CHANGED: Netty 4.1 holds its loop, too" >&2; exit 1; }
awk '/^4.2/ { exit !($2 > 500 && $3 > 700) }' seen || { echo "CHANGED: Netty 4.2 looks at its sockets sooner" >&2; exit 1; }
echo "as seen: tasks hold the loop for a second"
