#!/bin/sh
# GCToolkit, reading a log of JDK 25's G1: each pause in which memory did not suffice has a duration of minus one second, and the
# sum of all pauses is negative. The log has 2 to 30 ms for each.
#
# Guess: a parser of logs has the durations of the log; a line that it does not know is left out, with a word of it.
# Seen (gctoolkit 3.5.0, JDK 25.0.3, -Xlog:gc*), 256 MB, of which 40 live: the log has 203 pauses of 0.58 s together, 11 of them
#   "(Evacuation Failure: Allocation)"; GCToolkit has 170 of -10.5 s, 11 of -1.0 s each. "Pause Young (Prepare Mixed)", a warning on
#   the standard error output apart, is in none of its events.
# So: the pauses that one looks for, those of a heap that is too small, make the average better. A figure of a parser wants the
#   sum of the log beside it. Interleave asks the JVM's own beans for its time in collections.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v mvn >/dev/null || { echo "needs mvn" >&2; exit 2; }
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.microsoft.gctoolkit</groupId>
      <artifactId>gctoolkit-parser</artifactId>
      <version>3.5.0</version>
    </dependency>
    <dependency>
      <groupId>com.microsoft.gctoolkit</groupId>
      <artifactId>gctoolkit-vertx</artifactId>
      <version>3.5.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -ntp dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$dir/lib" >/dev/null
cat >Allocate.java <<'JAVA'
import java.util.ArrayDeque;

/** Allocates for four seconds, and keeps each twentieth array for a while. */
public class Allocate {
    static volatile Object last;

    public static void main(String[] unused) throws Exception {
        var kept = new ArrayDeque<byte[]>();
        long end = System.nanoTime() + 4_000_000_000L;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 2_000; i++) {
                byte[] array = new byte[10_000];
                last = array;
                if (i % 20 == 0) kept.add(array);
                if (kept.size() > 4_000) kept.poll();
            }
            Thread.sleep(2);
        }
    }
}
JAVA
cat >Pauses.java <<'JAVA'
import com.microsoft.gctoolkit.GCToolKit;
import com.microsoft.gctoolkit.aggregator.Aggregates;
import com.microsoft.gctoolkit.aggregator.Aggregation;
import com.microsoft.gctoolkit.aggregator.Aggregator;
import com.microsoft.gctoolkit.aggregator.Collates;
import com.microsoft.gctoolkit.aggregator.EventSource;
import com.microsoft.gctoolkit.event.g1gc.G1GCPauseEvent;
import com.microsoft.gctoolkit.io.SingleGCLogFile;
import java.nio.file.Path;
import java.util.Locale;

/** Prints the duration of each pause that GCToolkit finds in the log. */
public class Pauses {
    @Collates(Sum.class)
    public static class Durations extends Aggregation {
        void add(double seconds) {
            System.out.printf(Locale.ROOT, "pause %.6f%n", seconds);
        }

        @Override
        public boolean hasWarning() {
            return false;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    @Aggregates(EventSource.G1GC)
    public static class Sum extends Aggregator<Durations> {
        public Sum(Durations durations) {
            super(durations);
            register(G1GCPauseEvent.class, event -> durations.add(event.getDuration()));
        }
    }

    public static void main(String[] unused) throws Exception {
        var toolkit = new GCToolKit();
        toolkit.loadAggregation(new Durations());
        toolkit.analyze(new SingleGCLogFile(Path.of("gc.log")));
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" Allocate.java
"$home/bin/javac" -cp 'lib/*' Pauses.java
"$home/bin/java" -XX:+UseG1GC -Xms256m -Xmx256m '-Xlog:gc*:file=gc.log' Allocate
"$home/bin/java" -cp 'lib/*:.' Pauses 2>/dev/null | grep ^pause >pauses || :
echo "pauses, their sum in seconds, those with too little memory (below zero):"
{
    grep -v gc,start gc.log | awk '/Pause .*ms$/ { sum += $NF / 1000; n++ } /Evacuation Failure.*ms$/ { failed++ }
        END { print "log", n, sum, failed + 0 }'
    awk '{ sum += $2; n++ } $2 < 0 { negative++ } END { print "GCToolkit", n, sum, negative + 0 }' pauses
} | tee seen
awk '$1 == "log" { exit !($4 > 0) }' seen || { echo "no pause had too little memory here: try again" >&2; exit 2; }
grep -qx 'pause -1.000000' pauses || { echo "CHANGED: no pause is minus one second" >&2; exit 1; }
awk '$1 == "log" { failed = $4 } $1 == "GCToolkit" { negative = $4 } END { exit !(negative >= 0.6 * failed) }' seen ||
    { echo "CHANGED: most of those pauses have a duration" >&2; exit 1; }
echo "as seen: minus a second each"
