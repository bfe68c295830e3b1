#!/bin/sh
# A ForkJoinPool of one thread makes more threads while its tasks wait in LinkedBlockingQueue.take: conditions of
# java.util.concurrent.locks tell the pool that they block (ForkJoinPool.managedBlock), and it makes up for the thread, task
# after task. A wait for a Semaphore, or for an object's monitor, is not told.
#
# Guess: a pool has its parallelism in threads, and makes up only for tasks that ask for it by a ManagedBlocker.
# Seen (JDK 25.0.3, parallelism 1, 12 tasks that wait): 13 threads with take, 1 with Semaphore.acquire, 1 with Object.wait, and 1
#   with take in a pool whose maximumPoolSize is 1 and which saturates quietly.
# So: Interleave's work-stealing model opens its pools with a bound, and a test waits for the size that was asked for.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/Grows.java" <<'JAVA'
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many threads a pool of one has while twelve of its tasks wait. */
public class Grows {
    static int threads(ForkJoinPool pool, Callable<?> wait) throws Exception {
        for (int i = 0; i < 12; i++) pool.submit(wait);
        Thread.sleep(500);
        int size = pool.getPoolSize();
        pool.shutdownNow();
        return size;
    }

    public static void main(String[] args) throws Exception {
        Object monitor = new Object();
        Semaphore semaphore = new Semaphore(0);
        Callable<?> take = () -> new LinkedBlockingQueue<String>().take();
        ForkJoinPool bounded = new ForkJoinPool(
                1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true, 1, 1, 0, pool -> true, 1, TimeUnit.MINUTES);
        System.out.println(threads(new ForkJoinPool(1), take)
                + " " + threads(new ForkJoinPool(1), () -> {
                    semaphore.acquire();
                    return null;
                })
                + " " + threads(new ForkJoinPool(1), () -> {
                    synchronized (monitor) {
                        monitor.wait();
                    }
                    return null;
                })
                + " " + threads(bounded, take));
        System.exit(0);
    }
}
JAVA
result=$("$home/bin/java" "$dir/Grows.java")
echo "threads of a pool of one: take, acquire, wait, take with a bound: $result"
set -- $result
[ "$1" -gt 1 ] || { echo "CHANGED: take does not make the pool grow" >&2; exit 1; }
[ "$2" = 1 ] && [ "$3" = 1 ] && [ "$4" = 1 ] || { echo "CHANGED: others make it grow, or the bound does not hold" >&2; exit 1; }
echo "as seen: a wait in a queue makes the pool grow"
