#!/bin/sh
# Vert.x: after its event loop was held for 200 ms, a periodic timer of 1 ms runs some 200 times at once; Node.js, whose timers
# it is compared with, runs it once.
#
# Guess: setPeriodic begins the next period when the last has run, as Node's setInterval does: after the stall it goes on, one
#   run a millisecond, about 20 in the first 20 ms.
# Seen (vertx-core 5.0.7, JDK 25.0.3; Node.js 18): Vert.x 219 runs within the 20 ms after the stall, Node.js at most 20.
# So: a load that is paced by such a timer arrives in a heap after each pause of the loop. Interleave's open load measures from
#   the planned start, so that a heap shows as response time.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/vertx/vertx-core/5.0.7/vertx-core-5.0.7.jar io/vertx/vertx-core-logging/5.0.7/vertx-core-logging-5.0.7.jar \
    com/fasterxml/jackson/core/jackson-core/2.18.2/jackson-core-2.18.2.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
for part in common buffer transport handler codec-base handler-proxy codec-socks codec-http codec-compression codec-http2 \
    resolver resolver-dns codec-dns transport-native-unix-common; do
    curl -sSfLO "https://repo1.maven.org/maven2/io/netty/netty-$part/4.2.9.Final/netty-$part-4.2.9.Final.jar"
done

cat >Heap.java <<'JAVA'
import io.vertx.core.Vertx;

/** Runs of a periodic timer of 1 ms within the 20 ms after one of them held the loop for 200 ms. */
public class Heap {
    private static int runs;
    private static int after;
    private static long stalled;

    public static void main(String[] unused) throws Exception {
        Vertx.vertx().setPeriodic(1, id -> {
            if (++runs == 100) {
                long end = System.nanoTime() + 200_000_000;
                while (System.nanoTime() < end) Thread.onSpinWait();
                stalled = System.nanoTime();
            } else if (runs > 100 && System.nanoTime() - stalled < 20_000_000) {
                after++;
            } else if (runs > 100) {
                System.out.println(after);
                System.exit(0);
            }
        });
    }
}
JAVA
cat >heap.js <<'JS'
let runs = 0, after = 0, stalled = 0;
setInterval(() => {
    const now = performance.now();
    if (++runs === 100) {
        while (performance.now() < now + 200);
        stalled = performance.now();
    } else if (runs > 100 && now - stalled < 20) {
        after++;
    } else if (runs > 100) {
        console.log(after);
        process.exit();
    }
}, 1);
JS
vertx=$("$home/bin/java" -cp '*' Heap.java 2>/dev/null)
echo "Vert.x: $vertx runs in the 20 ms after the stall"
if command -v node >/dev/null; then
    echo "Node.js $(node --version): $(node heap.js)"
else
    echo "no Node.js to compare with"
fi
[ "$vertx" -gt 100 ] || { echo "CHANGED: what was missed is left out" >&2; exit 1; }
echo "as seen: all that was missed comes at once"
