#!/bin/sh
# Micrometer's process.cpu.usage and system.cpu.usage: the gauge is of the time since anybody in the JVM last looked. A
# second registry that is read just after the first has a number of a moment: mostly 0, sometimes 1.
#
# Guess: two registries in one JVM (one scraped, one pushed), each read once a second while one thread computes: both say
# the same, about half of two CPUs.
# Seen (micrometer-core 1.15.4, JDK 25.0.3, 2 CPUs): the first 0.23 to 0.50, the second 0.00 in each of six seconds; beside
#   other programs it was 1.00 now and then. They agreed within a half in none of the readings.
#   The JDK's OperatingSystemMXBean, which Micrometer asks, keeps one "last time" for the whole process.
# So: Interleave's readers never reset what they read; rates are made of two samples that the asker keeps.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/micrometer/micrometer-core/1.15.4/micrometer-core-1.15.4.jar \
    io/micrometer/micrometer-commons/1.15.4/micrometer-commons-1.15.4.jar \
    io/micrometer/micrometer-observation/1.15.4/micrometer-observation-1.15.4.jar \
    org/hdrhistogram/HdrHistogram/2.2.2/HdrHistogram-2.2.2.jar \
    org/latencyutils/LatencyUtils/2.0.3/LatencyUtils-2.0.3.jar \
    org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done

cat >TwoReaders.java <<'JAVA'
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** One thread computes; two registries are read ten times, one just after the other. Prints each pair. */
public class TwoReaders {
    static volatile double sink;

    public static void main(String[] args) throws Exception {
        Thread busy = new Thread(() -> {
            while (true) sink = Math.sqrt(sink + 1);
        });
        busy.setDaemon(true);
        busy.start();
        Gauge first = usage();
        Gauge second = usage();
        first.value();
        for (int i = 0; i < 10; i++) {
            Thread.sleep(700);
            System.out.printf("%.2f %.2f%n", first.value(), second.value());
        }
    }

    static Gauge usage() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ProcessorMetrics().bindTo(registry);
        return registry.get("process.cpu.usage").gauge();
    }
}
JAVA
"$home/bin/javac" -nowarn -cp '*' TwoReaders.java
"$home/bin/java" -cp '.:*' TwoReaders 2>/dev/null >pairs
echo "process.cpu.usage, first and second registry: $(tr '\n' ';' <pairs)"
awk '$1 > 0.02 { n++; if ($2 > $1 / 2 && $2 < $1 * 2) same++ } END { exit !(n >= 5 && same * 3 < n) }' pairs ||
    { echo "CHANGED: the second reader has the numbers of the first" >&2; exit 1; }
echo "as seen: the second reader has a number of a moment"
