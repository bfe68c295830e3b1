#!/bin/sh
# CompletableFuture serves who hung on it last first: of a thousand callers that wait for one value, as behind an asynchronous cache, the
# one that asked first is answered last.
#
# Guess: in the order in which they were hung on; or in none, spread over threads.
# Seen (JDK 25.0.3 and 17.0.15), a thousand thenAccept of one future, 0.1 ms of work each, then complete(): run by the completing thread, in
#   exactly the reverse order; the first asker is answered after 102 to 121 ms, the last one after 0.1. Virtual threads that wait
#   for a Semaphore go in order.
# So: with shared futures the longest wait becomes longer, and p99 with it, while the mean stays. Interleave's promises have a future
#   for each task, that nobody shares.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Order.java <<'JAVA'
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The order in which a thousand dependents of a future run, and when the first and the last of them did. */
public class Order {
    public static void main(String[] unused) {
        var shared = new CompletableFuture<Integer>();
        var order = new ArrayList<Integer>();
        var times = new long[1_000];
        long[] begin = new long[1];
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            shared.thenAccept(value -> {
                long end = System.nanoTime() + 100_000;
                while (System.nanoTime() < end) Thread.onSpinWait();
                order.add(number);
                times[number] = System.nanoTime() - begin[0];
            });
        }
        begin[0] = System.nanoTime();
        shared.complete(1);
        boolean reverse = order.equals(
                IntStream.range(0, 1_000).map(i -> 999 - i).boxed().toList());
        System.out.println((reverse ? "reverse" : "another order") + " " + times[0] / 100_000 / 10.0 + " "
                + times[999] / 100_000 / 10.0);
    }
}
JAVA
seen=$("$home/bin/java" Order.java)
echo "order, ms until who asked first is answered, and who asked last: $seen"
[ "${seen%% *}" = reverse ] || { echo "CHANGED" >&2; exit 1; }
echo "as seen: last come, first served"
