#!/bin/sh
# OperatingSystemMXBean.getProcessCpuTime, in nanoseconds, moves in steps of 10 ms. The CPU time of a thread, of the bean beside it,
# moves with each call.
#
# Guess: both are asked of the kernel's exact clocks (CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID), as both say nanoseconds.
# Seen (JDK 25.0.3, Linux 6.18), in 0.3 s of computing: 29,000 different values of ThreadMXBean.getCurrentThreadCpuTime, 31 of
#   getProcessCpuTime, which asks times(2) and multiplies; Micrometer's process.cpu.time is that number.
# So: what costs less than a few hundredths of a second has no CPU time by it. Interleave takes getrusage, to the microsecond.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Steps.java <<'JAVA'
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;

/** How many different values of each there are in 0.3 s; and the smallest step of the process's, in microseconds. */
public class Steps {
    public static void main(String[] unused) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        Set<Long> ofProcess = new HashSet<>();
        Set<Long> ofThread = new HashSet<>();
        long least = Long.MAX_VALUE;
        long last = system.getProcessCpuTime();
        for (long end = System.nanoTime() + 300_000_000; System.nanoTime() < end; ) {
            long now = system.getProcessCpuTime();
            if (now > last) least = Math.min(least, now - last);
            last = now;
            ofProcess.add(now);
            ofThread.add(threads.getCurrentThreadCpuTime());
        }
        System.out.println(ofProcess.size() + " " + ofThread.size() + " " + least / 1000);
    }
}
JAVA
"$home/bin/javac" Steps.java
seen=$("$home/bin/java" Steps)
echo "values of the process, of the thread, smallest step of the process in us: $seen"
echo "$seen" | awk '{ exit !($3 >= 9000 && $2 > 20 * $1) }' || { echo "CHANGED: no steps of 10 ms" >&2; exit 1; }
echo "as seen: ticks in nanoseconds"
