#!/bin/sh
# JMeter's Constant Throughput Timer, ten requests a second by four threads: four requests at once, then 0.4 s without
# any.
#
# Guess: ten a second are one each 100 ms; four threads share the rate, and the timer keeps each of them back until its
#   turn.
# Seen (JMeter 5.6.3 by jmeter-java-dsl 2.2, JDK 25.0.3), mode "all active threads", 600 a minute for five seconds: 53
#   requests, median gap 1.5 ms, 95th percentile 396 ms; most in groups of four. The mean is right to 6 %. Each thread
#   has the fourth part of the rate for itself, all began at the same time, and nothing spreads them.
# So: more threads at the same rate are larger bursts, whose queue is in the latencies as if the service were slow.
#   Interleave's open load is one plan of send times, whatever the number of workers.
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
      <groupId>us.abstracta.jmeter</groupId>
      <artifactId>jmeter-java-dsl</artifactId>
      <version>2.2</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -ntp dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$dir/lib" >/dev/null
cat >Gaps.java <<'JAVA'
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;
import static us.abstracta.jmeter.javadsl.JmeterDsl.throughputTimer;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Requests that arrive of ten a second by four threads, and the median and 95th percentile of the gaps between them. */
public class Gaps {
    public static void main(String[] unused) throws Exception {
        List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            arrivals.add(System.nanoTime());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var request = httpSampler("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        testPlan(threadGroup(4, Duration.ofSeconds(8), request).children(throughputTimer(600))).run();
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < arrivals.size(); i++) gaps.add((arrivals.get(i) - arrivals.get(i - 1)) / 1e6);
        Collections.sort(gaps);
        System.out.printf(
                Locale.ROOT, "seen %d %.1f %.1f%n", arrivals.size(), gaps.get(gaps.size() / 2), gaps.get(gaps.size() * 19 / 20));
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp 'lib/*' Gaps.java
echo "requests of eight seconds, median gap, 95th percentile in milliseconds:"
"$home/bin/java" -cp 'lib/*:.' Gaps 2>/dev/null | grep ^seen | tee seen
awk '{ exit !($2 > 60 && $2 < 110 && $3 < 40 && $4 > 200) }' seen || { echo "CHANGED: the requests are spread" >&2; exit 1; }
echo "as seen: four at once"
