#!/bin/sh
# Netty's NIO loop computes until a timer is due, where its epoll and io_uring loops sleep: a task each 200 us takes a whole CPU.
# Its timers are the most exact of the three therefore.
#
# Guess: NIO waits in whole milliseconds, so it is late by up to one; epoll and io_uring have timers of nanoseconds. CPU: alike.
# Seen (Netty 4.2.18, JDK 25.0.3, Linux 6.18), tasks that schedule themselves again after 200 us, for 3 s:
#   NIO 100 % of a CPU, late by 0 to 2 us (median)   epoll 8 %, 72 us   io_uring 23 %, 31 us
#   Less than half a millisecond is rounded to no wait at all, and the loop goes round until it is over.
# So: CPU and switches of a service with timers are its transport's. Interleave takes io_uring or epoll before NIO, names the
#   transport in each summary, and its README warns of the price of --transport nio.
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
cat >Timers.java <<'JAVA'
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.uring.IoUringIoHandler;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Of a loop with one timer: its percent of a CPU, and the median lateness in microseconds. */
public class Timers implements Runnable {
    static final int PERIOD_MICROS = Integer.getInteger("micros", 200);
    final long[] late = new long[3_000_000 / PERIOD_MICROS];
    final CountDownLatch end = new CountDownLatch(1);
    final EventLoop loop;
    final long begun = System.nanoTime();
    int runs;
    long due = begun;
    long cpu;

    Timers(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public void run() {
        long now = System.nanoTime();
        if (runs == 0) cpu = -ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (runs < late.length && now - begun < 3_000_000_000L) {
            late[runs++] = now - due;
            due = System.nanoTime() + PERIOD_MICROS * 1000L;
            loop.schedule(this, PERIOD_MICROS, TimeUnit.MICROSECONDS);
        } else {
            cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            end.countDown();
        }
    }

    public static void main(String[] args) throws Exception {
        var group = new MultiThreadIoEventLoopGroup(1, switch (args[0]) {
            case "nio" -> NioIoHandler.newFactory();
            case "epoll" -> EpollIoHandler.newFactory();
            default -> IoUringIoHandler.newFactory();
        });
        Timers timers = new Timers(group.next());
        timers.loop.execute(timers);
        timers.end.await();
        double took = System.nanoTime() - timers.begun;
        Arrays.sort(timers.late, 0, timers.runs);
        System.out.printf("%.0f %d%n", 100 * timers.cpu / took, timers.late[timers.runs / 2] / 1000);
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
}
JAVA
"$home/bin/javac" -cp "$dir/*" Timers.java
for transport in nio epoll io_uring; do
    seen=$("$home/bin/java" --enable-native-access=ALL-UNNAMED -cp "$dir/*:$dir" Timers $transport 2>/dev/null)
    echo "$transport: ${seen% *} % of a CPU, late by ${seen#* } us"
    case $transport in
        nio) spins=${seen% *} ;;
        *) [ $((${seen% *} * 2)) -lt "$spins" ] || { echo "CHANGED: NIO takes no more CPU than $transport" >&2; exit 1; } ;;
    esac
done
echo "as seen: NIO computes while the others wait"
