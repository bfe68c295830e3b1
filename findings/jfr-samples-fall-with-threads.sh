#!/bin/sh
# JFR's execution samples (jdk.ExecutionSample, JDK 25): 64 threads that compute on two CPUs get a quarter of the samples that
# two threads get, for the same CPU time. Nothing says that samples are missing.
#
# Guess: at 20 ms it is 50 samples a second for each CPU that computes, however many threads share it, or 50 for each thread.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs, 4 s of computing): 1 thread 197, 2 threads 392, 4 threads 372, 8 threads 229, 20 threads
#   140, 64 threads 92. jdk.CPUTimeSample at 20 ms beside it does not fall: 392 with 2 threads, 498 with 64.
# So: a profile of a crowded JVM is the thinner the more threads want to run, and samples are no measure of CPU time.
#   Interleave takes CPU time from the kernel's accounts.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/jfr" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Busy.java <<'JAVA'
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Threads named busy that compute for four seconds; prints the milliseconds of CPU time that they got. */
public class Busy {
    static volatile long sink;

    public static void main(String[] args) throws InterruptedException {
        AtomicLong cpu = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++)
            threads.add(Thread.ofPlatform().name("busy").start(() -> {
                long end = System.nanoTime() + 4_000_000_000L;
                long x = 1;
                while (System.nanoTime() < end) {
                    for (int j = 0; j < 1_000; j++) x = x * 31 + j;
                    sink = x;
                }
                cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            }));
        for (Thread thread : threads) thread.join();
        System.out.println(cpu.get() / 1_000_000);
    }
}
JAVA
"$home/bin/javac" Busy.java
# The samples of a run, by both events.
samples() {
    events="jdk.ExecutionSample#enabled=true,jdk.ExecutionSample#period=20ms"
    events="$events,jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=20ms"
    cpu=$("$home/bin/java" "-XX:StartFlightRecording:$events,filename=$1.jfr" Busy "$1" 2>said | grep -E '^[0-9]+$')
    echo "$("$home/bin/jfr" print --events jdk.ExecutionSample "$1.jfr" | grep -c 'sampledThread = "busy"')" \
        "$("$home/bin/jfr" print --events jdk.CPUTimeSample "$1.jfr" | grep -c 'eventThread = "busy"') $cpu"
}
few=$(samples 2)
many=$(samples 64)
echo "execution samples, CPU time samples, ms of CPU time: 2 threads $few; 64 threads $many"
echo "$few" | awk '{ exit !($1 > 0.6 * $2) }' || { echo "CHANGED: two threads get few samples, too" >&2; exit 1; }
echo "$many" | awk '{ exit !($2 > 2 * $1) }' || { echo "CHANGED: 64 threads get as many as by CPU time" >&2; exit 1; }
echo "as seen: the more threads, the fewer samples"
