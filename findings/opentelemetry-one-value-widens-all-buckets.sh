#!/bin/sh
# OpenTelemetry's exponential histogram, Java SDK: two values, 1 and 1,000, are enough to make each bucket 9 % wide;
# from a nanosecond to an hour it is 41 %. With one value the buckets are as good as exact.
#
# Guess: 160 buckets of a histogram that fits itself to its values tell a percentile to a few percent, as DDSketch does.
# Seen (opentelemetry-sdk-metrics 1.68.0, JDK 25.0.3), factor from one bound to the next: of one value 1.0000007; of 1
#   and 1,000 1.09; of 1 and 60,000,000 (a microsecond and a minute) 1.19; of 1 and 3,600,000,000,000 (a nanosecond and
#   an hour) 1.41.
# So: one request that takes a minute makes the percentiles of all others coarse, for as long as the histogram is kept.
#   The buckets of Interleave's histograms are within 1 %, whatever else is in there.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in sdk-metrics sdk-common api common context sdk-testing sdk sdk-trace sdk-logs; do
    curl -sSfLO "https://repo1.maven.org/maven2/io/opentelemetry/opentelemetry-$jar/1.68.0/opentelemetry-$jar-1.68.0.jar"
done
cat >Widths.java <<'JAVA'
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.Arrays;
import java.util.Locale;

/** The factor between the bounds of a bucket, by the values that are in the histogram. */
public class Widths {
    private static void show(double... values) {
        var reader = InMemoryMetricReader.create();
        try (var provider = SdkMeterProvider.builder()
                .registerMetricReader(reader)
                .registerView(
                        InstrumentSelector.builder().setType(InstrumentType.HISTOGRAM).build(),
                        View.builder().setAggregation(Aggregation.base2ExponentialBucketHistogram()).build())
                .build()) {
            var histogram = provider.get("widths").histogramBuilder("latency").build();
            for (double value : values) histogram.record(value);
            for (var metric : reader.collectAllMetrics())
                for (var point : metric.getExponentialHistogramData().getPoints())
                    System.out.printf(
                            Locale.ROOT, "%s %.7f%n", Arrays.toString(values).replace(" ", ""),
                            Math.pow(2, Math.pow(2, -point.getScale())));
        }
    }

    public static void main(String[] unused) {
        show(100);
        show(1, 1_000);
        show(1, 60e6);
        show(1, 3.6e12);
    }
}
JAVA
"$home/bin/javac" -cp '*' Widths.java
echo "values, factor from one bound to the next:"
"$home/bin/java" -cp '*:.' Widths | tee seen
awk 'NR == 1 { one = $2 } NR == 2 { two = $2 } NR == 4 { hour = $2 } END { exit !(one < 1.001 && two > 1.05 && hour > 1.3) }' seen ||
    { echo "CHANGED: the buckets stay narrow" >&2; exit 1; }
echo "as seen: one large value makes all buckets wide"
