#!/bin/sh
# Resilience4j's RateLimiter: a caller that cannot have a permit within its time-out is told so at the end of the
# time-out, and blocks its thread meanwhile. Guava and Failsafe say no at once.
#
# Guess: the limiter knows when the next permit is due, so a no is a no in microseconds, in all three.
# Seen (resilience4j-ratelimiter 2.4.0, guava 33.5.0, failsafe 3.3.2, JDK 25.0.3): one permit each 10 s, taken; then
#   asked for another within 2 s: Resilience4j no after 2,000 ms, Guava no after 0.1 ms, Failsafe no after 0.01 ms.
# So: over its limit a service holds all its threads in waits that have failed already, 5 s each by default, and shows
#   it neither as CPU nor as errors. Interleave's open load drops what finds no room at once, and counts it.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/github/resilience4j/resilience4j-ratelimiter/2.4.0/resilience4j-ratelimiter-2.4.0.jar \
    io/github/resilience4j/resilience4j-core/2.4.0/resilience4j-core-2.4.0.jar org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar \
    com/google/guava/guava/33.5.0-jre/guava-33.5.0-jre.jar com/google/guava/failureaccess/1.0.3/failureaccess-1.0.3.jar \
    dev/failsafe/failsafe/3.3.2/failsafe-3.3.2.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >No.java <<'JAVA'
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The answer to "a permit within two seconds" where the next one is due in ten, and the milliseconds until it comes. */
public class No {
    private static void show(String library, Callable<Boolean> ask) throws Exception {
        long begin = System.nanoTime();
        boolean answer = ask.call();
        System.out.printf(Locale.ROOT, "%s %s %.3f%n", library, answer, (System.nanoTime() - begin) / 1e6);
    }

    public static void main(String[] unused) throws Exception {
        var patience = Duration.ofSeconds(2);
        var resilience = RateLimiter.of("one", RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofSeconds(10))
                .timeoutDuration(patience)
                .build());
        resilience.acquirePermission();
        show("Resilience4j", resilience::acquirePermission);
        var guava = com.google.common.util.concurrent.RateLimiter.create(0.1);
        guava.acquire();
        show("Guava", () -> guava.tryAcquire(patience));
        var failsafe = dev.failsafe.RateLimiter.smoothBuilder(1, Duration.ofSeconds(10)).build();
        failsafe.tryAcquirePermit();
        show("Failsafe", () -> failsafe.tryAcquirePermit(patience));
    }
}
JAVA
"$home/bin/javac" -cp '*' No.java 2>/dev/null
echo "library, permit, milliseconds until the answer:"
"$home/bin/java" -cp '*:.' No 2>/dev/null | tee seen
awk '$1 == "Resilience4j" { exit !($2 == "false" && $3 > 1500) }' seen || { echo "CHANGED: Resilience4j says no at once" >&2; exit 1; }
awk '$1 != "Resilience4j" && ($2 != "false" || $3 > 500) { bad = 1 } END { exit bad }' seen ||
    { echo "CHANGED: Guava or Failsafe waits, too" >&2; exit 1; }
echo "as seen: one of three says no after the time-out"
