#!/bin/sh
# Resilience4j's ThreadPoolBulkhead with its defaults, on two CPUs: eight calls that block for 100 ms are done one after
# the other. Its Bulkhead, with a semaphore, lets 25 in.
#
# Guess: a bulkhead is a bound of a few dozen; both let 25 in, or the pool has its maximum of threads before calls wait:
#   0.1 s.
# Seen (resilience4j-bulkhead 2.4.0, JDK 25.0.3, 2 CPUs), calls that sleep, at once at most: ThreadPoolBulkhead 1 (the
#   CPUs less one, and more only when a hundred wait), Bulkhead 25.
# So: for calls that wait the number of CPUs is no measure, and a smaller machine makes them slower by the same factor.
#   Interleave's advice sizes a pool by wait and computing.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in bulkhead core; do
    curl -sSfLO "https://repo1.maven.org/maven2/io/github/resilience4j/resilience4j-$jar/2.4.0/resilience4j-$jar-2.4.0.jar"
done
curl -sSfLO https://repo1.maven.org/maven2/org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar
cat >AtOnce.java <<'JAVA'
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that sleep for 100 ms: how many are under way at once, at most. */
public class AtOnce {
    private static final AtomicInteger NOW = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    private static int call() {
        MOST.accumulateAndGet(NOW.incrementAndGet(), Math::max);
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return NOW.decrementAndGet();
    }

    private static void show(String name, CompletableFuture<?>[] calls) {
        CompletableFuture.allOf(calls).exceptionally(_ -> null).join();
        System.out.println(name + " " + MOST.getAndSet(0));
    }

    public static void main(String[] unused) {
        int cpus = Runtime.getRuntime().availableProcessors();
        System.out.println("cpus " + cpus);
        var pool = ThreadPoolBulkhead.ofDefaults("pool");
        var calls = new CompletableFuture<?>[cpus + 20];
        for (int i = 0; i < calls.length; i++) calls[i] = pool.executeSupplier(AtOnce::call).toCompletableFuture();
        show("ThreadPoolBulkhead", calls);
        var bulkhead = Bulkhead.ofDefaults("semaphore");
        var threads = Executors.newCachedThreadPool();
        calls = new CompletableFuture<?>[40];
        for (int i = 0; i < calls.length; i++)
            calls[i] = CompletableFuture.runAsync(() -> bulkhead.executeSupplier(AtOnce::call), threads);
        show("Bulkhead", calls);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' AtOnce.java
"$home/bin/java" -cp '*:.' AtOnce 2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { core = n["cpus"] > 1 ? n["cpus"] - 1 : 1; exit !(n["ThreadPoolBulkhead"] == core && n["Bulkhead"] == 25) }' seen ||
    { echo "CHANGED: the pool has another size" >&2; exit 1; }
echo "as seen: the pool has one thread less than there are CPUs"
