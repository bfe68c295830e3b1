#!/bin/sh
# Reactor's boundedElastic gives each blocking task to a thread when it is subscribed, and there it waits, behind whatever that thread
# does, while other threads of the pool have nothing to do.
#
# Guess: a pool and its queue: with two threads, one task of a second and six of 10 ms after it, the six are done after some 60 ms by
#   the other thread.
# Seen (reactor-core 3.8.8, JDK 25.0.3), Mono.subscribeOn(newBoundedElastic(2, ...)): two or three of the six end after 1,010 to 1,047 ms,
#   those that were given to the thread of the slow one. An ExecutorService of two threads (Schedulers.fromExecutorService):
#   all six after 60 to 75 ms.
# So: with mixed tasks a p99 is that of bad luck, at any load. Interleave's pool has one queue, and what a task waits for a thread
#   is in its response time.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/projectreactor/reactor-core/3.8.8/reactor-core-3.8.8.jar \
    org/reactivestreams/reactive-streams/1.0.4/reactive-streams-1.0.4.jar org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Behind.java <<'JAVA'
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** One task of a second, then six of 10 ms: how many of the six take half a second or more. */
public class Behind {
    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int behind(Scheduler two) throws InterruptedException {
        var slow = new AtomicInteger();
        var done = new CountDownLatch(6);
        Mono.fromRunnable(() -> sleep(1_000)).subscribeOn(two).subscribe();
        sleep(5);
        for (int i = 0; i < 6; i++) {
            long begin = System.nanoTime();
            Mono.fromRunnable(() -> {
                        sleep(10);
                        if (System.nanoTime() - begin > 500_000_000) slow.incrementAndGet();
                        done.countDown();
                    })
                    .subscribeOn(two)
                    .subscribe();
            sleep(2);
        }
        done.await();
        return slow.get();
    }

    public static void main(String[] unused) throws Exception {
        behind(Schedulers.newBoundedElastic(2, 1_000, "warm"));
        System.out.println(behind(Schedulers.newBoundedElastic(2, 1_000, "elastic")) + " "
                + behind(Schedulers.fromExecutorService(Executors.newFixedThreadPool(2))));
        System.exit(0);
    }
}
JAVA
seen=$("$home/bin/java" -cp '*' Behind.java)
echo "of six quick tasks wait for the slow one: boundedElastic, executor of as many threads: $seen"
set -- $seen
[ "$1" -ge 2 ] || { echo "CHANGED: quick tasks go to the thread that is free" >&2; exit 1; }
[ "$2" = 0 ] || { echo "CHANGED: an executor's queue makes them wait as well" >&2; exit 1; }
echo "as seen: a task waits for its thread"
