#!/bin/sh
# Bucket4j, blocking, a bucket of one token (no bursts): at 10,000 a second it gives less than half of them, to a caller that
# does nothing else. Guava's RateLimiter gives all of them beside it.
#
# Guess: both pace at the rate asked for; a blocking limiter corrects for a sleep that was too long.
# Seen (bucket4j 8.15.0, guava 33.5.0, JDK 25.0.3, Linux 6.18, quiet 2 CPUs, one thread, 3 s): at 10,000/s bucket4j 4,317/s,
#   median gap 274 us; guava 10,000/s, median 100 us. At 1,000/s: 998 and 1,000/s. Each sleep of bucket4j ends some 70 us late,
#   and what the bucket cannot hold in that time is lost.
# So: a load that is to keep a rate has a plan of times and catches up; Interleave's open load is one (--rate).
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in com/google/guava/guava/33.5.0-jre/guava-33.5.0-jre.jar \
    com/google/guava/failureaccess/1.0.3/failureaccess-1.0.3.jar \
    com/bucket4j/bucket4j_jdk17-core/8.15.0/bucket4j_jdk17-core-8.15.0.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Pace.java <<'JAVA'
import com.google.common.util.concurrent.RateLimiter;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Takes permits for three seconds as fast as the limiter gives them; prints how many a second it gave. */
public class Pace {
    interface Limiter {
        void take() throws InterruptedException;
    }

    public static void main(String[] args) throws Exception {
        int rate = Integer.parseInt(args[1]);
        Limiter limiter;
        if (args[0].equals("guava")) {
            limiter = RateLimiter.create(rate)::acquire;
        } else {
            Bucket bucket = Bucket.builder()
                    .addLimit(limit -> limit.capacity(1).refillGreedy(rate, Duration.ofSeconds(1)))
                    .build();
            limiter = () -> bucket.asBlocking().consume(1);
        }
        for (int i = 0; i < rate / 2; i++) limiter.take();
        long start = System.nanoTime();
        long now = start;
        long taken = 0;
        while (now - start < 3_000_000_000L) {
            limiter.take();
            taken++;
            now = System.nanoTime();
        }
        System.out.printf("%.0f%n", taken * 1e9 / (now - start));
    }
}
JAVA
"$home/bin/javac" -nowarn -cp '*' Pace.java 2>/dev/null
guava=$("$home/bin/java" -cp '.:*' Pace guava 10000 2>/dev/null)
bucket=$("$home/bin/java" -cp '.:*' Pace bucket4j 10000)
echo "asked for 10000/s: guava gave $guava/s, bucket4j $bucket/s"
[ $((bucket * 100)) -lt $((guava * 75)) ] || { echo "CHANGED: bucket4j keeps the rate" >&2; exit 1; }
echo "as seen: without a burst bucket4j falls behind"
