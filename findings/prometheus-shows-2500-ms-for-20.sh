#!/bin/sh
# The histograms of two libraries in Prometheus: a service that takes 20 ms each time has a median of 2.5 s and a p99 of 4.95 s by
# OpenTelemetry, one that takes 50 microseconds a median of half a millisecond by Micrometer.
#
# Guess: a histogram that is told its unit is seconds has buckets that fit seconds; a timer's seventy begin at microseconds.
# Seen (opentelemetry-sdk and its exporter for Prometheus 1.66.0, Micrometer 1.16.8, Prometheus 2.42.0, JDK 25.0.3): a thousand times 0.02,
#   unit "s": all in the bucket from 0 to 5, histogram_quantile 2.5 and 4.95; a thousand times 0.00005: all in the first of 69 buckets, up
#   to 0.001, and 0.0005 and 0.00099. OpenTelemetry's buckets, 0, 5, 10 to 10,000, are the same for every unit unless the instrument
#   gives advice; Micrometer's begin at the millisecond that is its minimum unless another is given. Sum and count are right in both.
# So: a p99 of five seconds that nobody had, or no way to see that 50 microseconds became 500: mean and p99 side by side tell.
#   Interleave's histograms have the same width, relative to the value, from a microsecond to an hour.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v mvn >/dev/null || { echo "needs mvn" >&2; exit 2; }
dir=$(mktemp -d)
started=
trap 'kill $started 2>/dev/null || :; wait; rm -rf "$dir"' EXIT
chmod 755 "$dir"
cd "$dir"
apt-get -q download prometheus=2.42.0+ds-5+deb12u1 >/dev/null 2>&1 || { echo "prometheus=2.42.0+ds-5+deb12u1 is not served here" >&2; exit 2; }
dpkg -x prometheus_*.deb root
root/usr/bin/prometheus --version 2>&1 | head -1
# The libraries of one of the two, in a folder of their own: $1 the folder, then group:artifact:version.
libraries() {
    folder=$1
    shift
    mkdir "$folder"
    {
        echo "<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>"
        for library in "$@"; do
            echo "$library" | sed 's|\(.*\):\(.*\):\(.*\)|<dependency><groupId>\1</groupId><artifactId>\2</artifactId><version>\3</version></dependency>|'
        done
        echo "</dependencies></project>"
    } >"$folder/pom.xml"
    mvn -q -B -ntp -f "$folder/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$dir/$folder/lib" >/dev/null
}
libraries otel io.opentelemetry:opentelemetry-exporter-prometheus:1.66.0-alpha io.opentelemetry:opentelemetry-sdk:1.66.0
libraries micrometer io.micrometer:micrometer-registry-prometheus:1.16.8
cat >otel/Serve.java <<'JAVA'
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;

/** A histogram of a thousand times 20 ms, in seconds, for Prometheus. */
public class Serve {
    public static void main(String[] port) throws Exception {
        try (var http = PrometheusHttpServer.builder().setHost("127.0.0.1").setPort(Integer.parseInt(port[0])).build();
                var provider = SdkMeterProvider.builder().registerMetricReader(http).build()) {
            var histogram = provider.get("finding").histogramBuilder("request").setUnit("s").build();
            for (int i = 0; i < 1_000; i++) histogram.record(0.02);
            Thread.sleep(60_000);
        }
    }
}
JAVA
cat >micrometer/Serve.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A timer's histogram of a thousand times 50 microseconds, for Prometheus. */
public class Serve {
    public static void main(String[] port) throws Exception {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var timer = Timer.builder("request").publishPercentileHistogram().register(registry);
        for (int i = 0; i < 1_000; i++) timer.record(Duration.ofNanos(50_000));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port[0])), 0);
        server.createContext("/metrics", exchange -> {
            byte[] page = registry.scrape().getBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        Thread.sleep(60_000);
        System.exit(0);
    }
}
JAVA
# Three ports of the loopback that nobody has.
cat >Ports.java <<'JAVA'
import java.net.InetAddress;
import java.net.ServerSocket;

public class Ports {
    public static void main(String[] unused) throws Exception {
        var sockets = new ServerSocket[3];
        for (int i = 0; i < 3; i++) sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (var socket : sockets) System.out.println(socket.getLocalPort());
    }
}
JAVA
set -- $("$home/bin/java" Ports.java)
"$home/bin/java" -cp 'otel/lib/*' otel/Serve.java "$1" >/dev/null 2>&1 &
started="$started $!"
"$home/bin/java" -cp 'micrometer/lib/*' micrometer/Serve.java "$2" >/dev/null 2>&1 &
started="$started $!"
cat >prometheus.yml <<YAML
global: { scrape_interval: 1s }
scrape_configs:
  - { job_name: opentelemetry, static_configs: [{ targets: ["127.0.0.1:$1"] }] }
  - { job_name: micrometer, static_configs: [{ targets: ["127.0.0.1:$2"] }] }
YAML
root/usr/bin/prometheus --config.file=prometheus.yml --storage.tsdb.path=data --web.listen-address="127.0.0.1:$3" >log 2>&1 &
started="$started $!"
# Prometheus' answer to a question, for each job: "job value".
ask() {
    root/usr/bin/promtool query instant "http://127.0.0.1:$port" "$1" |
        sed -n "s/.*job=\"\([a-z]*\)\".*=> \([^ ]*\) .*/\1 $2 \2/p"
}
port=$3
for _ in $(seq 60); do
    ask 'request_seconds_count' count >seen 2>/dev/null || :
    [ "$(wc -l <seen)" -ge 2 ] && break
    sleep 0.5
done
{
    ask 'request_seconds_sum / request_seconds_count' mean
    ask 'histogram_quantile(0.5, request_seconds_bucket)' p50
    ask 'histogram_quantile(0.99, request_seconds_bucket)' p99
} | sort | tee seen
awk '$2 == "mean" { mean[$1] = $3 } END { exit !(mean["opentelemetry"] > 0.019 && mean["opentelemetry"] < 0.021 && mean["micrometer"] < 0.0001) }' seen ||
    { echo "CHANGED: the means are not what was recorded" >&2; exit 1; }
awk '$1 == "opentelemetry" { of[$2] = $3 } END { exit !(of["p50"] > 1 && of["p99"] > 4) }' seen || { echo "CHANGED: OpenTelemetry's buckets fit" >&2; exit 1; }
awk '$1 == "micrometer" { of[$2] = $3 } END { exit !(of["p50"] > 0.0004 && of["p99"] > 0.0009) }' seen ||
    { echo "CHANGED: Micrometer's buckets begin below a millisecond" >&2; exit 1; }
echo "as seen: percentiles of the buckets, not of the service"
