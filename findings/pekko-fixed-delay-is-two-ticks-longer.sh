#!/bin/sh
# Apache Pekko's scheduleWithFixedDelay: a task that takes no time, 20 ms apart, runs 25 times a second instead of 50; 1 ms and
# 10 ms apart, it runs 33 times. scheduleAtFixedRate keeps 20 ms, but 1 ms is slower there than 3 ms.
#
# Guess: the scheduler's tick is 10 ms, so a delay is rounded up to a tick: 20 ms apart are 45 to 50 runs a second, 1 and 10 ms
#   apart 100; a fixed rate of 1 ms is caught up with at each tick, about 1,000 a second.
# Seen (pekko-actor 1.2.1, JDK 25.0.3): fixed delay of 1 ms 33/s, of 10 ms 33/s, of 20 ms 25/s, of 50 ms 14/s: each delay is two
#   ticks longer than asked. Fixed rate of 1 ms 110 to 140/s, of 3 ms 189/s, of 20 ms 50/s.
# So: what is paced by such a scheduler is not at the pace that was asked; each run of Interleave tests the gaps of its plan.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in org/apache/pekko/pekko-actor_3/1.2.1/pekko-actor_3-1.2.1.jar \
    org/scala-lang/scala3-library_3/3.3.6/scala3-library_3-3.3.6.jar \
    org/scala-lang/scala-library/2.13.16/scala-library-2.13.16.jar \
    com/typesafe/config/1.4.5/config-1.4.5.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done

cat >Pace.java <<'JAVA'
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Cancellable;

/** Runs a second of an empty task, by the milliseconds asked: with a fixed delay, and at a fixed rate. */
public class Pace {
    public static void main(String[] unused) throws Exception {
        var system = ActorSystem.create();
        for (int millis : new int[] {1, 3, 10, 20, 50}) {
            var gap = Duration.ofMillis(millis);
            var delayed = new AtomicInteger();
            var rated = new AtomicInteger();
            Cancellable delay = system.scheduler()
                    .scheduleWithFixedDelay(gap, gap, delayed::incrementAndGet, system.dispatcher());
            Cancellable rate =
                    system.scheduler().scheduleAtFixedRate(gap, gap, rated::incrementAndGet, system.dispatcher());
            Thread.sleep(3_000);
            delay.cancel();
            rate.cancel();
            System.out.printf(Locale.ROOT, "%d %.1f %.1f%n", millis, delayed.get() / 3.0, rated.get() / 3.0);
        }
        System.exit(0);
    }
}
JAVA
"$home/bin/java" -cp '*' Pace.java 2>/dev/null | tee seen
awk '{ delay[$1] = $2; rate[$1] = $3 }
    END { exit !(delay[1] < 60 && delay[10] < 60 && delay[20] < 36 && rate[20] > 40 && rate[1] < 500) }' seen ||
    { echo "CHANGED: a fixed delay is kept to a tick" >&2; exit 1; }
echo "as seen: each delay is two ticks longer"
