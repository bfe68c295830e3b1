#!/bin/sh
# CompletableFuture.supplyAsync on a machine, or in a container, of two CPUs: eight calls that block for 100 ms each take 800 ms in JDK 25,
# one after the other. In JDK 17 they take 100 ms, all at once.
#
# Guess: where the common pool has a parallelism of one, as with two CPUs, each asynchronous task gets a thread of its own; it always did.
# Seen (two processors): JDK 25.0.3 808 to 879 ms, JDK 17.0.15 102 to 149 ms. 25 uses the common pool whatever its size.
# So: an update of the JDK alone can make a small container serve one request at a time. Interleave's promises have an executor
#   that is named and sized, whatever the JDK.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Eight.java <<'JAVA'
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Milliseconds that eight asynchronous tasks take which sleep for 100 ms each. */
public class Eight {
    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] unused) {
        long begin = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(Eight::sleep))
                        .toArray(CompletableFuture[]::new))
                .join();
        System.out.println((System.nanoTime() - begin) / 1_000_000);
    }
}
JAVA
"$home/bin/javac" --release 17 Eight.java
took=$("$home/bin/java" -XX:ActiveProcessorCount=2 Eight)
echo "JDK 25: $took ms"
for jdk in /usr/lib/jvm/*; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "\(17\|21\|24\)' || continue
    older=$("$jdk/bin/java" -XX:ActiveProcessorCount=2 Eight)
    echo "$("$jdk/bin/java" -version 2>&1 | head -1): $older ms"
    [ "$older" -lt 500 ] || { echo "CHANGED: an older JDK runs them in turn" >&2; exit 1; }
    break
done
[ "$took" -ge 750 ] || { echo "CHANGED: JDK 25 runs them at once" >&2; exit 1; }
echo "as seen: one after the other"
