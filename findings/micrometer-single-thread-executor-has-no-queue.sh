#!/bin/sh
# Micrometer's ExecutorServiceMetrics.monitor, of Executors.newSingleThreadExecutor() or of a pool that was made
# unconfigurable: no number of threads, no queue, no active tasks; of newFixedThreadPool(1) all of them. It logs a line,
# and registers the rest.
#
# Guess: each is a ThreadPoolExecutor, so each has the same nine meters; where something cannot be had, monitor throws.
# Seen (micrometer-core 1.16.8, JDK 25.0.3), meters: newFixedThreadPool(1) 9, newSingleThreadExecutor 2 (executor and
#   executor.idle, the two timers), newSingleThreadScheduledExecutor 4, unconfigurableExecutorService 2,
#   newVirtualThreadPerTaskExecutor 2; with --add-opens=java.base/java.util.concurrent=ALL-UNNAMED 9, 9, 11, 2 and 3.
#   What is wrapped is looked for by reflection, which the JDK refuses since 16.
# So: an alert on executor.queued never comes for the one pool where a queue is sure to form. Interleave's queues are
#   its models' own.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/micrometer/micrometer-core/1.16.8/micrometer-core-1.16.8.jar io/micrometer/micrometer-observation/1.16.8/micrometer-observation-1.16.8.jar \
    io/micrometer/micrometer-commons/1.16.8/micrometer-commons-1.16.8.jar org/hdrhistogram/HdrHistogram/2.2.2/HdrHistogram-2.2.2.jar \
    org/latencyutils/LatencyUtils/2.0.3/LatencyUtils-2.0.3.jar org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Meters.java <<'JAVA'
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The meters that an executor has. */
public class Meters {
    private static void show(String name, ExecutorService executor) {
        var registry = new SimpleMeterRegistry();
        ExecutorServiceMetrics.monitor(registry, executor, "pool");
        var names = new TreeSet<String>();
        for (var meter : registry.getMeters()) names.add(meter.getId().getName().replace("executor.", "."));
        System.out.println(name + " " + names.size() + " " + String.join(",", names));
    }

    public static void main(String[] unused) {
        show("fixed", Executors.newFixedThreadPool(1));
        show("single", Executors.newSingleThreadExecutor());
        show("scheduled", Executors.newSingleThreadScheduledExecutor());
        show("unconfigurable", Executors.unconfigurableExecutorService(Executors.newFixedThreadPool(1)));
        show("virtual", Executors.newVirtualThreadPerTaskExecutor());
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Meters.java
echo "executor, how many meters, which:"
"$home/bin/java" -cp '*:.' Meters 2>log | tee seen
echo "with --add-opens:"
"$home/bin/java" --add-opens=java.base/java.util.concurrent=ALL-UNNAMED -cp '*:.' Meters 2>>log | tee opened
awk '{ n[$1] = $2 } END { exit !(n["fixed"] >= 8 && n["single"] <= 3 && n["unconfigurable"] <= 3) }' seen ||
    { echo "CHANGED: all pools have the same meters" >&2; exit 1; }
awk '$1 == "single" { exit !($2 >= 8) }' opened || { echo "CHANGED: not with --add-opens either" >&2; exit 1; }
echo "as seen: a pool of a single thread has no gauges"
