#!/bin/sh
# JDK 25: a virtual thread that sleeps, alone, costs three voluntary kernel switches a sleep; a platform thread costs one.
#
# Guess: no more than the platform thread's one; virtual threads are there to save switches.
# Seen (JDK 25.0.3, Linux 6.18, sleeps of 2 ms): 3.0 a sleep on a virtual thread, 1.0 on a platform thread; 256 virtual
#   threads that sleep at once share them, 0.1 to 1 a sleep. Alone, each sleep wakes the thread that keeps the timers, so that
#   it learns of the new one, then that thread again when the time has come, then a carrier.
# So: with one in flight Interleave shows more switches per task for timer/virtual (5.8) than for timer/pool (1.3); with many,
#   fewer.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Sleeps.java <<'JAVA'
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Voluntary switches of all threads of this process for each sleep of 2 ms. */
public class Sleeps {
    public static void main(String[] unused) throws Exception {
        measure("platform-1", Thread.ofPlatform().daemon(), 1);
        measure("virtual-1", Thread.ofVirtual(), 1);
        measure("virtual-256", Thread.ofVirtual(), 256);
        System.exit(0);
    }

    static void measure(String name, Thread.Builder builder, int threads) throws Exception {
        var sleeps = new LongAdder();
        var group = new Thread[threads];
        for (int i = 0; i < threads; i++) group[i] = builder.start(() -> sleep(sleeps));
        Thread.sleep(500);
        long slept = sleeps.sum();
        long before = voluntary();
        Thread.sleep(2_000);
        double each = (voluntary() - before) / (double) (sleeps.sum() - slept);
        System.out.printf(Locale.ROOT, "%s %.2f%n", name, each);
        for (Thread thread : group) thread.interrupt();
        for (Thread thread : group) thread.join();
    }

    static void sleep(LongAdder sleeps) {
        try {
            while (true) {
                Thread.sleep(2);
                sleeps.increment();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
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
"$home/bin/java" Sleeps.java | tee seen
awk '{ each[$1] = $2 } END { exit !(each["platform-1"] < 1.4 && each["virtual-1"] > 2.3 && each["virtual-256"] < 1.5) }' seen ||
    { echo "CHANGED: sleeps cost otherwise" >&2; exit 1; }
echo "as seen: three switches for a lone virtual sleep, one for a platform thread's"
