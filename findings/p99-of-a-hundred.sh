#!/bin/sh
# The 99th percentile of 99 latencies of 1 to 99 ms and one of 1,000 ms: 99, 108 or 991, by the library that is asked; and two of
# these from one library, by the reservoir behind it.
#
# Guess: definitions differ by less than the distance of two neighbours in the list, most say 99 or 100.
# Seen (JDK 25.0.3): HdrHistogram 2.2.2: 99; Guava 33.5.0 Quantiles: 108.01; Hipparchus 4.0.3 Percentile: 990.99; Dropwizard metrics
#   4.2.37 with its UniformReservoir 990.99, with the ExponentiallyDecayingReservoir, its default, 99.
#   Each is a definition of the textbooks: the smallest value that 99 % do not exceed; between the 99th and the last, at 1 % of the
#   way; the same, at 99 % of the way. The neighbours are far apart where it matters.
# So: with one slow answer in a hundred, a p99 is of the library. Interleave has the smallest value that so many do not exceed, to
#   two digits, and beside it the largest.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in org/hipparchus/hipparchus-core/4.0.3/hipparchus-core-4.0.3.jar \
    org/hipparchus/hipparchus-stat/4.0.3/hipparchus-stat-4.0.3.jar \
    io/dropwizard/metrics/metrics-core/4.2.37/metrics-core-4.2.37.jar \
    com/google/guava/guava/33.5.0-jre/guava-33.5.0-jre.jar \
    com/google/guava/failureaccess/1.0.3/failureaccess-1.0.3.jar \
    org/hdrhistogram/HdrHistogram/2.2.2/HdrHistogram-2.2.2.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Percentiles.java <<'JAVA'
import com.codahale.metrics.ExponentiallyDecayingReservoir;
import com.codahale.metrics.Reservoir;
import com.codahale.metrics.UniformReservoir;
import com.google.common.math.Quantiles;
import java.util.Locale;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.hipparchus.stat.descriptive.rank.Percentile;

public class Percentiles {
    static final double[] LATENCIES =
            IntStream.rangeClosed(1, 100).mapToDouble(i -> i == 100 ? 1000 : i).toArray();

    public static void main(String[] args) {
        Histogram histogram = new Histogram(3);
        for (double latency : LATENCIES) histogram.recordValue((long) latency);
        say("HdrHistogram", histogram.getValueAtPercentile(99));
        say("Guava", Quantiles.percentiles().index(99).compute(LATENCIES));
        say("Hipparchus", new Percentile(99).evaluate(LATENCIES));
        say("uniform", dropwizard(new UniformReservoir()));
        say("decaying", dropwizard(new ExponentiallyDecayingReservoir()));
    }

    static double dropwizard(Reservoir reservoir) {
        for (double latency : LATENCIES) reservoir.update((long) latency);
        return reservoir.getSnapshot().get99thPercentile();
    }

    static void say(String who, double value) {
        System.out.printf(Locale.ROOT, "%s %.2f%n", who, value);
    }
}
JAVA
"$home/bin/javac" -cp '*' Percentiles.java 2>/dev/null || "$home/bin/javac" -cp '*' Percentiles.java
"$home/bin/java" -cp '*:.' Percentiles 2>/dev/null >said
cat said
printf '%s\n' 'HdrHistogram 99.00' 'Guava 108.01' 'Hipparchus 990.99' 'uniform 990.99' 'decaying 99.00' | cmp -s - said ||
    { echo "CHANGED: other percentiles" >&2; exit 1; }
echo "as seen: 99 to 991"
