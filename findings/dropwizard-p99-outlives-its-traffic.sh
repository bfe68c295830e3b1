#!/bin/sh
# Dropwizard's Timer: an hour after the last request the 99th percentile is still a second. Its reservoir, "exponentially decaying" and
# meant for the last five minutes, decays with new values, not with time; the rate beside it is zero.
#
# Guess: the weight of old values falls with time, so some minutes after the last of them there is no percentile, or 0.
# Seen (metrics-core 4.2.37, JDK 25.0.3), 6,000 requests of 1 s within a minute, then none: p99 after 10 minutes 1,000 ms, after an hour
#   1,000 ms, after a day 0; rate after ten minutes 0.0045/s. The lock-free reservoir the same, the sliding window of a minute 0 after
#   ten minutes. A clock of its own stands for the time.
# So: the alarm that rang when a service was taken out of the pool goes on, and a graph of an outage has the last good minute in it,
#   flat. Interleave's percentiles are of the interval that is shown, and absent where nothing ended in it.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/dropwizard/metrics/metrics-core/4.2.37/metrics-core-4.2.37.jar org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Silence.java <<'JAVA'
import com.codahale.metrics.Clock;
import com.codahale.metrics.ExponentiallyDecayingReservoir;
import com.codahale.metrics.LockFreeExponentiallyDecayingReservoir;
import com.codahale.metrics.Reservoir;
import com.codahale.metrics.SlidingTimeWindowArrayReservoir;
import com.codahale.metrics.Timer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The p99 of a minute of requests of a second each, some time after the last of them. */
public class Silence {
    static long nanos = 1_000_000_000L;

    public static void main(String[] unused) {
        Clock clock = new Clock() {
            @Override
            public long getTick() {
                return nanos;
            }

            @Override
            public long getTime() {
                return nanos / 1_000_000;
            }
        };
        List<Reservoir> reservoirs = List.of(
                new ExponentiallyDecayingReservoir(1028, 0.015, clock),
                LockFreeExponentiallyDecayingReservoir.builder().clock(clock).build(),
                new SlidingTimeWindowArrayReservoir(1, TimeUnit.MINUTES, clock));
        for (var reservoir : reservoirs) {
            var timer = new Timer(reservoir, clock);
            for (int i = 0; i < 6_000; i++) {
                timer.update(1, TimeUnit.SECONDS);
                nanos += 10_000_000;
            }
            for (long minutes : new long[] {0, 10, 50, 23 * 60}) {
                nanos += minutes * 60_000_000_000L;
                System.out.printf(
                        Locale.ROOT, "%s %d %.0f %.4f%n", reservoir.getClass().getSimpleName(), minutes,
                        timer.getSnapshot().get99thPercentile() / 1e6, timer.getOneMinuteRate());
            }
        }
    }
}
JAVA
echo "reservoir, minutes after the line before, p99 in milliseconds, rate of a minute:"
"$home/bin/java" -cp '*' Silence.java 2>/dev/null | tee seen
awk '$1 == "ExponentiallyDecayingReservoir" && $2 == 50 { exit !($3 > 990 && $4 < 0.001) }' seen ||
    { echo "CHANGED: after an hour there is no p99" >&2; exit 1; }
awk '$1 ~ /^Sliding/ && $2 == 10 { exit $3 != 0 }' seen || { echo "CHANGED: the window keeps its values" >&2; exit 1; }
echo "as seen: a p99 of an hour ago"
