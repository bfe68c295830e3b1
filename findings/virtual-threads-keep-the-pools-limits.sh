#!/bin/sh
# Frameworks that are told to use virtual threads keep their limits of threads: Reactor's boundedElastic blocks in no more than
# ten tasks a CPU at once, Jetty's VirtualThreadPool in no more than 200.
#
# Guess: a pool of threads is bounded because threads are dear; with virtual ones the bound goes. 1,000 tasks that sleep 20 ms
#   on Reactor take 1 s on OS threads (two CPUs) and about 40 ms on virtual ones; 600 that sleep 100 ms on Jetty take 0.1 s.
# Seen (reactor-core 3.8.8, jetty-util 12.1.8, JDK 25.0.3, 2 CPUs): Reactor 20 at once and 1 s or more, with and without
#   reactor.schedulers.defaultBoundedElasticOnVirtualThreads; Jetty 200 at once, with VirtualThreadPool and with
#   QueuedThreadPool alike.
# So: "we are on virtual threads now" says nothing about how many may wait; Interleave's advise names what bounds each model.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/projectreactor/reactor-core/3.8.8/reactor-core-3.8.8.jar \
    org/reactivestreams/reactive-streams/1.0.4/reactive-streams-1.0.4.jar org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar \
    org/eclipse/jetty/jetty-util/12.1.8/jetty-util-12.1.8.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar org/slf4j/slf4j-nop/2.0.17/slf4j-nop-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done

cat >Limits.java <<'JAVA'
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import reactor.core.scheduler.Schedulers;

/** Tasks that sleep at once, at most, and whether on virtual threads. */
public class Limits {
    public static void main(String[] arguments) throws Exception {
        System.out.println(Runtime.getRuntime().availableProcessors() + " CPUs");
        most("Reactor", 1_000, 20, Schedulers.boundedElastic()::schedule);
        var virtual = new VirtualThreadPool();
        virtual.start();
        most("VirtualThreadPool", 600, 100, virtual::execute);
        var queued = new QueuedThreadPool();
        queued.start();
        most("QueuedThreadPool", 600, 100, queued::execute);
        System.exit(0);
    }

    static void most(String name, int tasks, int millis, Consumer<Runnable> pool) throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var virtual = new AtomicInteger();
        var done = new CountDownLatch(tasks);
        for (int i = 0; i < tasks; i++) {
            pool.accept(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                if (Thread.currentThread().isVirtual()) virtual.incrementAndGet();
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    now.decrementAndGet();
                    done.countDown();
                }
            });
        }
        done.await();
        System.out.println(name + " " + most + " at once; on virtual threads: " + virtual);
    }
}
JAVA
"$home/bin/javac" -cp '*' Limits.java
"$home/bin/java" -Dreactor.schedulers.defaultBoundedElasticOnVirtualThreads=true -cp '.:*' Limits 2>/dev/null | tee seen
awk '$2 == "CPUs" { cpus = $1 } { most[$1] = $2; virtual[$1] = $NF }
    END { exit !(most["Reactor"] == 10 * cpus && virtual["Reactor"] == 1000 && most["VirtualThreadPool"] == 200 \
    && virtual["VirtualThreadPool"] == 600) }' seen || { echo "CHANGED: on virtual threads the limits are gone" >&2; exit 1; }
echo "as seen: the limits stay"
