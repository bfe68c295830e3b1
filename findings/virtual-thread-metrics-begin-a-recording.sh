#!/bin/sh
# Micrometer's VirtualThreadMetrics, some gauges and a timer of virtual threads, begin a flight recording: 28 to 40 MB more memory, and three
# to four times the context switches of a JVM that does nothing.
#
# Guess: gauges ask an MXBean: 1 MB, and no switches but when they are read.
# Seen (micrometer-java21 1.16.8, JDK 25.0.3, Serial collector): resident memory 55 to 84 MB, switches 9 to 13 and then 32 to 44 a second,
#   threads 13 to 16 (JFR's). Events of pinned threads come by a stream of jdk.jfr, which needs a recording.
# So: what virtual threads save in memory is told by a number that costs some. Interleave asks the scheduler's MXBean in its worker, and
#   starts no recording.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/micrometer/micrometer-core/1.16.8/micrometer-core-1.16.8.jar io/micrometer/micrometer-java21/1.16.8/micrometer-java21-1.16.8.jar \
    io/micrometer/micrometer-observation/1.16.8/micrometer-observation-1.16.8.jar \
    io/micrometer/micrometer-commons/1.16.8/micrometer-commons-1.16.8.jar org/hdrhistogram/HdrHistogram/2.2.2/HdrHistogram-2.2.2.jar \
    org/latencyutils/LatencyUtils/2.0.3/LatencyUtils-2.0.3.jar org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Bind.java <<'JAVA'
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.java21.instrument.binder.jdk.VirtualThreadMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import jdk.jfr.FlightRecorder;

/** Resident memory in kB, threads and switches a second of an idle JVM, and its flight recordings: before and after. */
public class Bind {
    private static long[] switches() throws IOException {
        long sum = 0;
        long threads = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                threads++;
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
            }
        }
        return new long[] {sum, threads};
    }

    private static void look(String when) throws Exception {
        switches();
        Thread.sleep(1_500);
        long[] before = switches();
        Thread.sleep(4_000);
        long[] now = switches();
        String rss = Files.readString(Path.of("/proc/self/smaps_rollup")).replaceAll("(?s).*?Rss:\\s+(\\d+).*", "$1");
        System.out.printf(
                Locale.ROOT, "%s %s %d %.1f %s%n", when, rss, now[1], (now[0] - before[0]) / 4.0,
                when.equals("after") ? FlightRecorder.getFlightRecorder().getRecordings().size() : "-");
    }

    public static void main(String[] unused) throws Exception {
        var registry = new SimpleMeterRegistry();
        look("before");
        new VirtualThreadMetrics().bindTo(registry);
        look("after");
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Bind.java
echo "when, resident kB, threads, switches a second, recordings:"
"$home/bin/java" -XX:+UseSerialGC -cp '*:.' Bind 2>/dev/null | tee seen
awk '$1 == "before" { before = $2 } $1 == "after" { exit !($2 - before > 15000 && $5 == 1) }' seen ||
    { echo "CHANGED: it takes less than 15 MB, or no recording" >&2; exit 1; }
echo "as seen: a recording for some gauges"
