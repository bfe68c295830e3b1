#!/bin/sh
# ScheduledThreadPoolExecutor: a second thread doubles the kernel switches of a single periodic task that does nothing.
#
# Guess: threads that have nothing to do sleep; one task every 2 ms wakes one of them, once, whatever the pool's size.
# Seen (JDK 25.0.3, Linux 6.18): 0.94 voluntary switches a run with one thread, 2.0 with 2, 4 and 16. One thread waits for the
#   time of the first task as leader; when it takes the task it wakes another to wait in its place.
# So: a timer that only hands work on is cheapest with one thread; Interleave uses no such pool.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Ticks.java <<'JAVA'
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Voluntary switches of all threads of this process for each run of an empty task, by the number of threads. */
public class Ticks {
    public static void main(String[] unused) throws Exception {
        for (int threads : new int[] {1, 2, 4, 16}) {
            var pool = new ScheduledThreadPoolExecutor(threads);
            pool.prestartAllCoreThreads();
            var runs = new LongAdder();
            pool.scheduleAtFixedRate(runs::increment, 0, 2, TimeUnit.MILLISECONDS);
            Thread.sleep(500);
            long done = runs.sum();
            long before = voluntary();
            Thread.sleep(2_000);
            double each = (voluntary() - before) / (double) (runs.sum() - done);
            System.out.printf(Locale.ROOT, "%d %.2f%n", threads, each);
            pool.shutdownNow();
            pool.awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    static long voluntary() throws IOException {
        long sum = 0;
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                for (String line : Files.readAllLines(task.resolve("status"))) {
                    if (line.startsWith("voluntary")) sum += Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
                }
            }
        }
        return sum;
    }
}
JAVA
"$home/bin/java" Ticks.java | tee seen
awk '{ each[$1] = $2 } END { exit !(each[1] < 1.3 && each[2] > 1.6 && each[4] > 1.6 && each[16] > 1.6) }' seen ||
    { echo "CHANGED: the number of threads is without effect" >&2; exit 1; }
echo "as seen: from the second thread on, two switches a run"
