#!/bin/sh
# JDK 25: a ForkJoinPool that schedules (it is a ScheduledExecutorService now) makes almost four kernel switches for
# each run of a periodic task that does nothing. A ScheduledThreadPoolExecutor of one thread makes one.
#
# Guess: one thread keeps the times and hands over to a worker: two.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs), a task each millisecond for two seconds, switches of all threads a run:
#   ForkJoinPool(1) 3.5 to 4.0, ForkJoinPool(2) 3.4 to 3.8, ScheduledThreadPoolExecutor(1) 1.0; a lone delay of 1 ms,
#   and whoever waits for it: 5.3 and 3.8. The thread that keeps the times wakes a worker, and the worker, when it puts
#   the next run in, that thread.
# So: to move timers into the pool that is there anyway saves a thread and costs switches. CompletableFuture's delays
#   and time-outs are kept so in 25. Interleave has no such timers.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Ticks.java <<'JAVA'
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kernel switches of all threads for each run of a task that is due each millisecond and does nothing. */
public class Ticks {
    private static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    private static void show(String name, ScheduledExecutorService pool) throws Exception {
        var runs = new AtomicInteger();
        pool.scheduleAtFixedRate(runs::incrementAndGet, 1, 1, TimeUnit.MILLISECONDS);
        Thread.sleep(1_000);
        long before = switches();
        int first = runs.get();
        Thread.sleep(2_000);
        System.out.printf(Locale.ROOT, "%s %.2f%n", name, (switches() - before) / (double) (runs.get() - first));
        pool.shutdownNow();
    }

    public static void main(String[] unused) throws Exception {
        show("ForkJoinPool(1)", new ForkJoinPool(1));
        show("ForkJoinPool(2)", new ForkJoinPool(2));
        show("ScheduledThreadPoolExecutor(1)", new ScheduledThreadPoolExecutor(1));
    }
}
JAVA
"$home/bin/javac" Ticks.java
echo "pool, switches a run:"
"$home/bin/java" Ticks | tee seen
awk '{ n[$1] = $2 } END { exit !(n["ForkJoinPool(1)"] > 1.8 * n["ScheduledThreadPoolExecutor(1)"] && n["ForkJoinPool(1)"] > 2.2) }' seen ||
    { echo "CHANGED: no more than two a run" >&2; exit 1; }
echo "as seen: a task that a ForkJoinPool schedules wakes more than one thread"
