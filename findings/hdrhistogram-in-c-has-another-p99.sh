#!/bin/sh
# HdrHistogram has two roundings of a rank: of 149 values of 1 ms and two of a second, the 99th percentile is a second
# in the Java library and in hdr-histogram-js, and 1 ms in the C library, of which Node.js has a copy.
#
# Guess: ports of one library, that read each other's logs, have the same percentiles.
# Seen (HdrHistogram 2.2.2, hdr-histogram-js 3.0.1, Node.js 20.20.2, JDK 25.0.3): p99 of these 151 values: Java
#   1,000,447, hdr-histogram-js 1,000,447 (of the log that Java wrote), perf_hooks.createHistogram 1,000; p75 of 1 to
#   99: 75, 75 and 74. Java takes the first rank that is at least 99 % of the count, C the rank nearest to it.
# So: where the same tail is shown by two tools, one service's p99 is a thousand times the other's. Interleave's
#   percentiles are the Java library's.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
node --version
curl -sSfLO https://repo1.maven.org/maven2/org/hdrhistogram/HdrHistogram/2.2.2/HdrHistogram-2.2.2.jar
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" hdr-histogram-js@3.0.1 >/dev/null
cat >Ranks.java <<'JAVA'
import java.io.PrintStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** p99 of 149 small and two large values, and p75 of 1 to 99; the former is written as a log. */
public class Ranks {
    public static void main(String[] unused) throws Exception {
        var tail = new Histogram(3_600_000_000L, 3);
        tail.recordValueWithCount(1_000, 149);
        tail.recordValueWithCount(1_000_000, 2);
        var even = new Histogram(3_600_000_000L, 3);
        for (int i = 1; i <= 99; i++) even.recordValue(i);
        System.out.println("Java " + tail.getValueAtPercentile(99) + " " + even.getValueAtPercentile(75));
        try (var log = new PrintStream("tail.hlog")) {
            var writer = new HistogramLogWriter(log);
            writer.outputLogFormatVersion();
            writer.outputLegend();
            writer.outputIntervalHistogram(tail);
        }
    }
}
JAVA
cat >ranks.js <<'JS'
// The same of hdr-histogram-js, the former from the log, and of Node.js' own histogram.
const hdr = require('hdr-histogram-js');
const { createHistogram } = require('perf_hooks');
const tail = new hdr.HistogramLogReader(require('fs').readFileSync('tail.hlog', 'utf8')).nextIntervalHistogram();
const even = hdr.build({ highestTrackableValue: 3600000000, numberOfSignificantValueDigits: 3 });
for (let i = 1; i <= 99; i++) even.recordValue(i);
console.log('hdr-histogram-js', tail.getValueAtPercentile(99), even.getValueAtPercentile(75));
const [own, ownEven] = [0, 1].map(() => createHistogram({ lowest: 1, highest: 3600000000, figures: 3 }));
for (let i = 0; i < 151; i++) own.record(i < 149 ? 1000 : 1000000);
for (let i = 1; i <= 99; i++) ownEven.record(i);
console.log('Node.js', own.percentile(99), ownEven.percentile(75));
JS
echo "library, p99 of 149 x 1,000 and 2 x 1,000,000, p75 of 1 to 99:"
{ "$home/bin/java" -cp '*' Ranks.java && node ranks.js; } | tee seen
awk '$1 != "Node.js" && $2 < 900000 { bad = 1 } $1 == "Node.js" && $2 > 2000 { bad = 1 } END { exit NR != 3 || bad }' seen ||
    { echo "CHANGED: all have the same percentiles" >&2; exit 1; }
echo "as seen: the rank is rounded up, or to the nearest"
