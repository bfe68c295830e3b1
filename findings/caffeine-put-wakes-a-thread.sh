#!/bin/sh
# Caffeine: a put into an idle cache is a kernel switch more than a get: it wakes a thread of the common pool to do the
# cache's housekeeping. With executor(Runnable::run), or without a bound, none.
#
# Guess: none: housekeeping is amortised over many operations, and done by whoever comes along.
# Seen (Caffeine 3.3.1, JDK 25.0.3, 2 CPUs), 1,000 operations, one each millisecond, switches each beside the one of the
#   sleep: bounded by size: get 0.0 to 0.1, put 1.1 to 1.4; expiring after a write: put 1.0 to 1.1; with
#   executor(Runnable::run): put 0.0; unbounded: put 0.0. Puts in a row, 500,000 a second: 0.1 to 0.2.
# So: a service that caches little by little shows a switch per task that its own code does not make. Interleave has no
#   cache.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in com/github/ben-manes/caffeine/caffeine/3.3.1/caffeine-3.3.1.jar org/jspecify/jspecify/1.0.1/jspecify-1.0.1.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Puts.java <<'JAVA'
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Kernel switches of all threads for an operation of a cache and a sleep of a millisecond. */
public class Puts {
    private static final int TIMES = 1_000;

    private static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.startsWith("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    private static void show(String name, IntConsumer operation) throws Exception {
        for (int i = 0; i < 200; i++) operation.accept(i);
        Thread.sleep(300);
        long before = switches();
        for (int i = 0; i < TIMES; i++) {
            operation.accept(i);
            Thread.sleep(1);
        }
        System.out.printf(Locale.ROOT, "%s %.2f%n", name, (switches() - before) / (double) TIMES);
    }

    public static void main(String[] unused) throws Exception {
        Cache<Integer, Integer> bounded = Caffeine.newBuilder().maximumSize(2_000).build();
        Cache<Integer, Integer> expiring = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();
        Cache<Integer, Integer> here = Caffeine.newBuilder().maximumSize(2_000).executor(Runnable::run).build();
        Cache<Integer, Integer> unbounded = Caffeine.newBuilder().build();
        show("sleep", i -> {});
        show("bounded,put", i -> bounded.put(i, i));
        show("bounded,get", bounded::getIfPresent);
        show("expiring,put", i -> expiring.put(i, i));
        show("executor-here,put", i -> here.put(i, i));
        show("unbounded,put", i -> unbounded.put(i, i));
    }
}
JAVA
"$home/bin/javac" -cp '*' Puts.java 2>/dev/null
echo "cache and operation, voluntary switches of one with a sleep:"
"$home/bin/java" -cp '*:.' Puts 2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { exit !(n["bounded,put"] - n["sleep"] > 0.6 && n["expiring,put"] - n["sleep"] > 0.6) }' seen ||
    { echo "CHANGED: a put wakes nobody" >&2; exit 1; }
awk '{ n[$1] = $2 } END { exit !(n["bounded,get"] - n["sleep"] < 0.5 && n["executor-here,put"] - n["sleep"] < 0.5) }' seen ||
    { echo "CHANGED: a get, or a put with an executor of its own, wakes somebody" >&2; exit 1; }
echo "as seen: each put wakes a thread"
