#!/bin/sh
# A Disruptor consumer that "sleeps" while nothing comes: 13,000 kernel switches and a quarter of a core, every second.
#
# Guess: SleepingWaitStrategy spins, yields, then parks: an idle consumer costs some hundred switches a second, no CPU to speak of.
# Seen (disruptor 4.0.0, JDK 25.0.3, Linux 6.18, 2 CPUs), an idle consumer, all threads of the JVM over 5 s:
#   no consumer             24 switches/s   0.2 % of a core
#   BlockingWaitStrategy     7 switches/s   0.2 %
#   SleepingWaitStrategy 12,954 switches/s  24.7 %
#   It parks for 100 ns. The kernel rounds that up to its timer slack of 50 us, so the thread wakes up for ever, as fast as
#   the slack lets it; each wake-up costs 20 us of CPU time.
# So: a process that has nothing to do can still top a list by switches; Interleave's own readers block.
set -eu
home=$(for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mvn -q -ntp dependency:copy -Dartifact=com.lmax:disruptor:4.0.0 -DoutputDirectory="$dir" >/dev/null

cat >Idle.java <<'JAVA'
import com.lmax.disruptor.*;
import com.lmax.disruptor.dsl.*;
import java.nio.file.*;

/** An idle consumer with the wait strategy that is named; prints the switches and the CPU time of all threads, a second. */
public class Idle {
    static final class Slot { long value; }

    static long[] sums() throws Exception {
        long switches = 0, cpu = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("ctxt_switches")) switches += Long.parseLong(line.split("\\s+")[1]);
                cpu += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
            }
        }
        return new long[] {switches, cpu, System.nanoTime()};
    }

    public static void main(String[] args) throws Exception {
        WaitStrategy wait = args[0].equals("sleeping") ? new SleepingWaitStrategy() : new BlockingWaitStrategy();
        Disruptor<Slot> disruptor = new Disruptor<>(Slot::new, 1024, Thread::new, ProducerType.SINGLE, wait);
        disruptor.handleEventsWith((slot, sequence, last) -> {});
        disruptor.start();
        Thread.sleep(3000);
        long[] before = sums();
        Thread.sleep(5000);
        long[] after = sums();
        double seconds = (after[2] - before[2]) / 1e9;
        System.out.printf("%.0f %.1f%n", (after[0] - before[0]) / seconds, (after[1] - before[1]) / 1e7 / seconds);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp disruptor-4.0.0.jar Idle.java
for kind in blocking sleeping; do
    LC_ALL=C "$home/bin/java" -XX:+UseSerialGC -cp disruptor-4.0.0.jar:. Idle $kind >$kind
    echo "$kind: $(cut -d' ' -f1 $kind) switches/s, $(cut -d' ' -f2 $kind) % of a core"
done
awk 'NR == FNR { blocking = $1; next } { sleeping = $1 } END { exit !(blocking < 500 && sleeping > 3000) }' blocking sleeping ||
    { echo "CHANGED: an idle consumer that sleeps does not switch thousands of times a second any more" >&2; exit 1; }
echo "as seen: the sleeping consumer switches thousands of times a second with nothing to do"
