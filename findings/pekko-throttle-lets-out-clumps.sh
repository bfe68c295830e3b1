#!/bin/sh
# Apache Pekko Streams: throttle(1000, 1 second) is 30 elements at once each 30 ms; throttle(10000, 1 second) is 300 at
# once. In shaping mode, with no burst asked for.
#
# Guess: 1,000 a second are a millisecond apart, or ten each tick of the scheduler's 10 ms.
# Seen (pekko-stream 1.1.3, JDK 25.0.3), two seconds: 1,045/s, median gap 0.00 ms, 95th percentile 0.02 ms, largest 31
#   to 45 ms; at 3,000/s and 10,000/s the same gaps. 10/s are 100 ms apart. The rate is right, and nothing is spread:
#   tokens are counted, and the stream looks at them again when its timer comes, after three ticks.
# So: as a load generator it sends waves, whose queue is the service's p99; behind a limit of "1,000 a second" there
#   are 30 at once. Interleave's open load has a send time for each task, and tells how late it was.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
maven=https://repo1.maven.org/maven2
for jar in org/apache/pekko/pekko-actor_3/1.1.3/pekko-actor_3-1.1.3.jar org/apache/pekko/pekko-stream_3/1.1.3/pekko-stream_3-1.1.3.jar \
    org/apache/pekko/pekko-protobuf-v3_3/1.1.3/pekko-protobuf-v3_3-1.1.3.jar com/typesafe/config/1.4.3/config-1.4.3.jar \
    com/typesafe/ssl-config-core_3/0.6.1/ssl-config-core_3-0.6.1.jar org/reactivestreams/reactive-streams/1.0.4/reactive-streams-1.0.4.jar \
    org/scala-lang/scala-library/2.13.12/scala-library-2.13.12.jar org/scala-lang/scala3-library_3/3.3.3/scala3-library_3-3.3.3.jar; do
    curl -sSfLO "$maven/$jar"
done
cat >Clumps.java <<'JAVA'
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** What comes out of a throttle in two seconds: the rate, and gaps between elements in milliseconds. */
public class Clumps {
    private static void show(ActorSystem system, int rate) {
        var times = Source.range(1, 2 * rate)
                .throttle(rate, Duration.ofSeconds(1))
                .map(_ -> System.nanoTime())
                .runWith(Sink.seq(), system)
                .toCompletableFuture()
                .join();
        double seconds = (times.get(times.size() - 1) - times.get(0)) / 1e9;
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < times.size(); i++) gaps.add((times.get(i) - times.get(i - 1)) / 1e6);
        Collections.sort(gaps);
        System.out.printf(
                Locale.ROOT,
                "%d %.0f %.2f %.2f %.1f%n",
                rate,
                gaps.size() / seconds,
                gaps.get(gaps.size() / 2),
                gaps.get(gaps.size() * 95 / 100),
                gaps.get(gaps.size() - 1));
    }

    public static void main(String[] unused) {
        var system = ActorSystem.create();
        for (int rate : new int[] {10, 1_000, 10_000}) show(system, rate);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Clumps.java
echo "elements a second asked, seen, gap: median, 95th percentile, largest:"
"$home/bin/java" -cp '*:.' Clumps 2>/dev/null | tee seen
awk '$1 == 10 && $3 > 60 && $3 < 140 { n++ } $1 == 1000 && $3 < 0.3 && $5 > 15 { n++ } $1 == 10000 && $3 < 0.03 && $5 > 15 { n++ }
    END { exit n != 3 }' seen || { echo "CHANGED: the elements are spread" >&2; exit 1; }
echo "as seen: clumps"
