#!/bin/sh
# HikariCP under virtual threads: nearly all connections go to a few threads that have just given one back, and most of the
# others wait for seconds, while throughput looks healthy.
#
# Guess: 10 connections, 200 threads that each hold one for 2 ms: everybody waits 40 ms, first come, first served, under
#   virtual threads as under a fair Semaphore of 10.
# Seen (HikariCP 7.0.2, H2 2.3.232, JDK 25.0.3, 2 CPUs, 4 s): median wait 0.0 ms, 99th percentile 2,383 ms; the median
#   thread got 5 connections and the luckiest 1,218. Fair Semaphore: median wait 40.7 ms, 99th percentile 127 ms; every
#   thread 86 or 87. Throughput 3,626/s and 4,312/s.
# So: a rate alone does not show a queue; Interleave shows percentiles and the largest wait beside every rate.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in com/zaxxer/HikariCP/7.0.2/HikariCP-7.0.2.jar org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar \
    com/h2database/h2/2.3.232/h2-2.3.232.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Shares.java <<'JAVA'
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

/** 200 virtual threads want one of ten for 2 ms, again and again. Prints: rate, least, median and most had by a thread. */
public class Shares {
    interface Ten {
        AutoCloseable take() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Ten ten;
        if (args[0].equals("hikari")) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:mem:shares");
            config.setMaximumPoolSize(10);
            config.setConnectionTimeout(30_000);
            ten = new HikariDataSource(config)::getConnection;
        } else {
            Semaphore fair = new Semaphore(10, true);
            ten = () -> {
                fair.acquire();
                return fair::release;
            };
        }
        long[] had = new long[200];
        long end = System.nanoTime() + 4_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < had.length; i++) {
            int self = i;
            threads.add(Thread.startVirtualThread(() -> {
                while (System.nanoTime() < end) {
                    try (AutoCloseable one = ten.take()) {
                        Thread.sleep(2);
                        had[self]++;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        Arrays.sort(had);
        System.out.println(Arrays.stream(had).sum() / 4 + " " + had[0] + " " + had[100] + " " + had[199]);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Shares.java
hikari=$("$home/bin/java" -cp '.:*' Shares hikari 2>/dev/null)
fair=$("$home/bin/java" -cp '.:*' Shares fair)
echo "a second, least, median, most by thread: HikariCP $hikari; fair semaphore $fair"
echo "$hikari $fair" | awk '{ exit !($4 > 8 * $3 && $8 < 2 * $7) }' ||
    { echo "CHANGED: HikariCP serves virtual threads in turn" >&2; exit 1; }
echo "as seen: most of it to a few"
