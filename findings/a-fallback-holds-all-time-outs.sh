#!/bin/sh
# CompletableFuture.orTimeout: what hangs on a future that ran into its time-out runs in the one thread that keeps the time for all.
# While it blocks, no other time-out and no delay of the JVM's futures comes.
#
# Guess: a future that times out is completed by a timer's thread, and what hangs on it goes to the common pool: 60 ms are 60 ms.
# Seen (JDK 25.0.3 and 17.0.15): one future times out after 50 ms, and what was hung on it (exceptionally) sleeps for 500 ms; the
#   time-out of another one, of 60 ms, comes after 550 to 580 ms, and a task of delayedExecutor, of 60 ms, too.
#   The thread is ForkJoinPool.commonPool-delayScheduler in JDK 25, CompletableFutureDelayScheduler before. With exceptionallyAsync
#   both come in time.
# So: a fallback that blocks holds the time-outs of the whole process. No future of Interleave has a time-out of this kind.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Late.java <<'JAVA'
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** When a time-out of 60 ms and a delay of 60 ms come, while what hangs on another future that timed out sleeps for 500 ms. */
public class Late {
    private static volatile String thread;

    private static Void fallBack(Throwable cause) {
        thread = Thread.currentThread().getName();
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private static void show(String how, Executor fallback) {
        var slow = new CompletableFuture<Void>().orTimeout(50, TimeUnit.MILLISECONDS);
        if (fallback == null) slow.exceptionally(Late::fallBack);
        else slow.exceptionallyAsync(Late::fallBack, fallback);
        long begin = System.nanoTime();
        var timed = new CompletableFuture<Void>()
                .orTimeout(60, TimeUnit.MILLISECONDS)
                .handle((none, cause) -> System.nanoTime() - begin);
        var delayed = CompletableFuture.supplyAsync(
                () -> System.nanoTime() - begin, CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS));
        System.out.println(
                how + " " + timed.join() / 1_000_000 + " " + delayed.join() / 1_000_000 + " " + thread);
    }

    public static void main(String[] unused) {
        show("exceptionally", null);
        show("exceptionallyAsync", Executors.newVirtualThreadPerTaskExecutor());
    }
}
JAVA
echo "how the fallback hangs there, ms until a time-out of 60, ms until a delay of 60, the fallback's thread:"
"$home/bin/java" Late.java | tee seen
awk '$1 == "exceptionally" { exit !($2 > 400 && $3 > 400) }' seen || { echo "CHANGED: time-outs do not wait" >&2; exit 1; }
awk '$1 == "exceptionallyAsync" { exit !($2 < 300 && $3 < 300) }' seen || { echo "CHANGED: they wait always" >&2; exit 1; }
echo "as seen: the fallback holds all time-outs"
