#!/bin/sh
# Dropwizard Metrics: CachedThreadStatesGaugeSet, made to be cheap to read, keeps the counts of threads and not the search for
# deadlocks, which alone stops the JVM: each reading is still two safepoints. Micrometer's thread metrics are none.
#
# Guess: a dump of the states of all threads is a safepoint: one for each gauge of a state, 12 with Dropwizard, 6 with
#   Micrometer; none with the cached set but once in its ten seconds.
# Seen (metrics-jvm 4.2.38, micrometer-core 1.16.8, JDK 25.0.3, 500 threads): states are read without a safepoint
#   (ThreadMXBean.getThreadInfo: 0), findDeadlockedThreads is one. Dropwizard 2, cached 2 (one for the number of deadlocks, one
#   for their names), Micrometer 0.
# So: Interleave never searches for deadlocks by the clock; it looks where a run stands still.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/dropwizard/metrics/metrics-core/4.2.38/metrics-core-4.2.38.jar \
    io/dropwizard/metrics/metrics-jvm/4.2.38/metrics-jvm-4.2.38.jar \
    io/micrometer/micrometer-core/1.16.8/micrometer-core-1.16.8.jar \
    io/micrometer/micrometer-commons/1.16.8/micrometer-commons-1.16.8.jar \
    io/micrometer/micrometer-observation/1.16.8/micrometer-observation-1.16.8.jar \
    org/hdrhistogram/HdrHistogram/2.2.2/HdrHistogram-2.2.2.jar \
    org/latencyutils/LatencyUtils/2.0.3/LatencyUtils-2.0.3.jar \
    org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done

cat >Scrape.java <<'JAVA'
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricSet;
import com.codahale.metrics.jvm.CachedThreadStatesGaugeSet;
import com.codahale.metrics.jvm.ThreadStatesGaugeSet;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Safepoints of one reading of the states of 500 threads. */
public class Scrape {
    public static void main(String[] unused) throws Exception {
        var never = new CountDownLatch(1);
        for (int i = 0; i < 500; i++) {
            var thread = new Thread(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        var threads = ManagementFactory.getThreadMXBean();
        each("getThreadInfo", () -> threads.getThreadInfo(threads.getAllThreadIds()));
        each("findDeadlockedThreads", threads::findDeadlockedThreads);
        var micrometer = new SimpleMeterRegistry();
        new JvmThreadMetrics().bindTo(micrometer);
        each("Micrometer", () -> micrometer.getMeters().forEach(
                meter -> meter.measure().forEach(measurement -> measurement.getValue())));
        var all = new ThreadStatesGaugeSet();
        each("Dropwizard", () -> read(all));
        var cached = new CachedThreadStatesGaugeSet(10, TimeUnit.SECONDS);
        each("cached", () -> read(cached));
        System.exit(0);
    }

    static void read(MetricSet set) {
        set.getMetrics().values().forEach(metric -> ((Gauge<?>) metric).getValue());
    }

    static void each(String name, Runnable reading) throws Exception {
        reading.run();
        long before = safepoints();
        for (int i = 0; i < 20; i++) reading.run();
        System.out.printf(Locale.ROOT, "%s %.2f%n", name, (safepoints() - before) / 20.0);
    }

    static long safepoints() throws Exception {
        var bean = Class.forName("sun.management.ManagementFactoryHelper").getMethod("getHotspotRuntimeMBean").invoke(null);
        var count = bean.getClass().getMethod("getSafepointCount");
        count.setAccessible(true);
        return (Long) count.invoke(bean);
    }
}
JAVA
"$home/bin/java" --add-exports java.management/sun.management=ALL-UNNAMED \
    --add-opens java.management/sun.management=ALL-UNNAMED -cp '*' Scrape.java 2>/dev/null | tee seen
awk '{ each[$1] = $2 } END { exit !(each["cached"] >= 1.9 && each["Dropwizard"] >= 1.9 && each["Micrometer"] < 0.5 \
    && each["getThreadInfo"] < 0.5) }' seen || { echo "CHANGED: the cached set stops the JVM no more" >&2; exit 1; }
echo "as seen: what is cached is not what stops the JVM"
