#!/bin/sh
# jdk.ThreadCPULoad of JFR: a thread that computes all the time has a load of 100 % divided by the number of CPUs.
#
# Guess: a thread's load is its CPU time in the time that went by, as in top -H: 100 %. It can use no more than one CPU.
# Seen (JDK 25.0.3): user 49.9 % on 2 CPUs; 99.9 % when the JVM is started by taskset on one. The event's description says
#   "User mode thread CPU load", "in percentage".
# So: a thread at its limit looks as if it had room, on 64 CPUs at 1.6 %. Interleave's percentages of a process and a thread
#   are of one CPU, and say so.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v taskset >/dev/null || { echo "needs taskset" >&2; exit 2; }
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/jfr" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Busy.java <<'JAVA'
import java.lang.management.ManagementFactory;

/** A thread that computes for four seconds; prints the percent of a CPU that it got. */
public class Busy {
    static volatile long sink;

    public static void main(String[] args) throws InterruptedException {
        Thread busy = Thread.ofPlatform().name("busy").start(() -> {
            long begun = System.nanoTime();
            long x = 1;
            while (System.nanoTime() - begun < 4_000_000_000L) {
                for (int j = 0; j < 1_000; j++) x = x * 31 + j;
                sink = x;
            }
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            System.out.println(cpu * 100 / (System.nanoTime() - begun));
        });
        busy.join();
    }
}
JAVA
"$home/bin/javac" Busy.java
# The largest load that JFR tells of the thread, and what the thread itself got.
load() {
    events="jdk.ThreadCPULoad#enabled=true,jdk.ThreadCPULoad#period=1s"
    own=$(taskset -c "$1" "$home/bin/java" "-XX:StartFlightRecording:$events,filename=$2.jfr" Busy 2>said |
        grep -E '^[0-9]+$')
    told=$("$home/bin/jfr" print --events jdk.ThreadCPULoad "$2.jfr" |
        awk '/user =/ { user = $3 + 0 } /eventThread = "busy"/ && user > most { most = user } END { print most + 0 }')
    echo "$told $own"
}
one=$(load 0 one)
two=$(load 0,1 two)
echo "JFR's largest load, and percent of a CPU by the thread's own clock: on one CPU $one; on two $two"
echo "$one $two" | awk '{ exit !($3 < 55) }' || { echo "CHANGED: of two CPUs a thread can have more than half" >&2; exit 1; }
echo "$one $two" | awk '{ exit !($1 > 1.2 * $2 / 2 && $3 < 0.8 * $4) }' ||
    { echo "CHANGED: the number of CPUs does not matter" >&2; exit 1; }
echo "as seen: a thread's load is of all CPUs"
