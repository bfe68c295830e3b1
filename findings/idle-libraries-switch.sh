#!/bin/sh
# Libraries with nothing to do that keep the kernel busy: a Disruptor consumer that "sleeps", and a recorder of latencies.
#
# Guess: SleepingWaitStrategy spins, yields, then parks: some hundred switches a second, no CPU to speak of. A LatencyStats that
#   nothing is recorded in costs nothing.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs), all threads of a JVM over 5 s:
#   nothing else                                    10 to 24 switches/s   0.3 % of a core
#   disruptor 4.0.0, BlockingWaitStrategy                  7 switches/s   0.2 %
#   disruptor 4.0.0, SleepingWaitStrategy  10,400 to 13,000 switches/s   17 to 25 %
#   LatencyUtils 2.0.3, an empty LatencyStats           2,770 switches/s   3.9 %
#   The first parks for 100 ns, which the kernel rounds up to its timer slack of 50 us: it wakes as fast as the slack lets it.
#   The second starts three threads that watch for pauses of the process by sleeping 1 ms each, for as long as the JVM lives.
# So: a process that has nothing to do can top a list by switches, and a recorder of latencies is part of what it measures;
#   Interleave's own readers block, and its workers record with HdrHistogram alone.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for artifact in com.lmax:disruptor:4.0.0 org.latencyutils:LatencyUtils:2.0.3 org.hdrhistogram:HdrHistogram:2.2.2; do
    mvn -q -ntp dependency:copy -Dartifact=$artifact -DoutputDirectory="$dir" >/dev/null
done

cat >Idle.java <<'JAVA'
import com.lmax.disruptor.*;
import com.lmax.disruptor.dsl.*;
import java.nio.file.*;

/** What is named, with nothing to do; prints the switches and the CPU time of all threads, a second. */
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

    static void consumer(WaitStrategy wait) {
        Disruptor<Slot> disruptor = new Disruptor<>(Slot::new, 1024, Thread::new, ProducerType.SINGLE, wait);
        disruptor.handleEventsWith((slot, sequence, last) -> {});
        disruptor.start();
    }

    public static void main(String[] args) throws Exception {
        Object kept = null;
        switch (args[0]) {
            case "blocking" -> consumer(new BlockingWaitStrategy());
            case "sleeping" -> consumer(new SleepingWaitStrategy());
            default -> kept = new org.LatencyUtils.LatencyStats();
        }
        Thread.sleep(3000);
        long[] before = sums();
        Thread.sleep(5000);
        long[] after = sums();
        double seconds = (after[2] - before[2]) / 1e9;
        System.out.printf("%.0f %.1f%n", (after[0] - before[0]) / seconds, (after[1] - before[1]) / 1e7 / seconds);
        if (kept == args) System.out.println(kept);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Idle.java
for kind in blocking sleeping recorder; do
    LC_ALL=C "$home/bin/java" -XX:+UseSerialGC -cp '*:.' Idle $kind >$kind
    echo "$kind: $(cut -d' ' -f1 $kind) switches/s, $(cut -d' ' -f2 $kind) % of a core"
done
[ "$(cut -d' ' -f1 blocking)" -lt 500 ] && [ "$(cut -d' ' -f1 sleeping)" -gt 3000 ] ||
    { echo "CHANGED: an idle consumer that sleeps does not switch thousands of times a second any more" >&2; exit 1; }
[ "$(cut -d' ' -f1 recorder)" -gt 800 ] ||
    { echo "CHANGED: an empty LatencyStats does not wake up all the time any more" >&2; exit 1; }
echo "as seen: both switch with nothing to do"
