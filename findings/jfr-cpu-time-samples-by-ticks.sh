#!/bin/sh
# JFR's sampling by CPU time (jdk.CPUTimeSample, new in JDK 25): asked for a sample each millisecond of CPU time it takes one
# each four or five, and counts nothing as lost.
#
# Guess: 1,000 samples for each second of CPU time, or fewer with the rest told by jdk.CPUTimeSamplesLost.
# Seen (JDK 25.0.3, Linux 6.18 with HZ 250): throttle=20ms 43 to 50 a CPU second, 4ms 209, 2ms 208, 1ms 201 to 250, 500us 228;
#   lost 0 to 2. A thread's CPU timer fires at ticks of the kernel's clock, whatever is asked for.
# So: what runs for less than some ticks has no profile by this event, and 1ms costs no more than 4ms.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Busy.java <<'JAVA'
import java.lang.management.ManagementFactory;

/** Computes for three seconds, and says how much CPU time it got. */
public class Busy {
    static volatile long sink;

    public static void main(String[] unused) {
        long end = System.nanoTime() + 3_000_000_000L;
        long x = 1;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 1_000; i++) x = x * 31 + i;
            sink = x;
        }
        System.out.println(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
JAVA
"$home/bin/javac" Busy.java
# Prints the samples of the busy thread for each second of its CPU time.
samples() {
    events="jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=$1"
    cpu=$("$home/bin/java" "-XX:StartFlightRecording:$events,filename=$1.jfr" Busy 2>said | grep -E '^[0-9]+$')
    count=$("$home/bin/jfr" print --events jdk.CPUTimeSample "$1.jfr" | grep -c 'eventThread = "main"')
    awk -v count="$count" -v cpu="$cpu" 'BEGIN { printf "%.0f\n", count * 1e9 / cpu }'
}
slow=$(samples 20ms)
fast=$(samples 1ms)
echo "samples a CPU second: throttle=20ms $slow, throttle=1ms $fast"
[ "$slow" -gt 30 ] && [ "$slow" -lt 60 ] || { echo "CHANGED: 20 ms are not 20 ms" >&2; exit 1; }
[ "$fast" -lt 700 ] || { echo "CHANGED: a sample each millisecond (or a kernel with HZ 1000)" >&2; exit 1; }
echo "as seen: no more often than the kernel ticks"
