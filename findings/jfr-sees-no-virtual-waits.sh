#!/bin/sh
# JFR: threads that wait for a lock are in the recording when they are platform threads, and not when they are virtual ones.
#
# Guess: jdk.ThreadPark, jdk.JavaMonitorEnter and jdk.JavaMonitorWait tell of virtual threads too; jdk.ThreadSleep does.
# Seen (JDK 25.0.3, settings=profile, 8 threads that take turns of 50 ms with one lock, or wait 50 ms), events of these threads:
#                              platform   virtual
#   ReentrantLock, ThreadPark         7         0
#   synchronized, MonitorEnter        7         1 or 0
#   Object.wait, MonitorWait          8         0
#   Thread.sleep, ThreadSleep         8         8
#   A virtual thread that gives its carrier back does not go through the code that makes the events.
# So: a recording without lock events is no witness that nobody waits; Interleave's waits are timed by the tasks themselves.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/jfr" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Turns.java <<'JAVA'
import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Eight threads named waiter, of the kind that is asked for, that wait in the way that is asked for. */
public class Turns {
    static final ReentrantLock LOCK = new ReentrantLock();
    static final Object MONITOR = new Object();

    public static void main(String[] args) throws Exception {
        var builder = args[0].equals("virtual") ? Thread.ofVirtual() : Thread.ofPlatform();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) threads.add(builder.name("waiter").start(() -> turn(args[1])));
        for (Thread thread : threads) thread.join();
    }

    static void turn(String way) {
        try {
            switch (way) {
                case "ThreadPark" -> {
                    LOCK.lock();
                    try {
                        Thread.sleep(50);
                    } finally {
                        LOCK.unlock();
                    }
                }
                case "JavaMonitorEnter" -> {
                    synchronized (MONITOR) {
                        Thread.sleep(50);
                    }
                }
                case "JavaMonitorWait" -> {
                    synchronized (MONITOR) {
                        MONITOR.wait(50);
                    }
                }
                default -> Thread.sleep(50);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
JAVA
"$home/bin/javac" Turns.java
events() {
    "$home/bin/java" -XX:StartFlightRecording:settings=profile,filename="$1-$2.jfr" Turns "$1" "$2" >said 2>&1
    "$home/bin/jfr" print --events "jdk.$2" "$1-$2.jfr" | grep -c 'eventThread = "waiter"' || :
}
for event in ThreadPark JavaMonitorEnter JavaMonitorWait ThreadSleep; do
    platform=$(events platform $event)
    virtual=$(events virtual $event)
    echo "jdk.$event: $platform of platform threads, $virtual of virtual threads"
    [ "$platform" -ge 6 ] || { echo "CHANGED: platform threads have no such events" >&2; exit 1; }
    case $event in
        ThreadSleep) [ "$virtual" -ge 6 ] || { echo "CHANGED: virtual threads that sleep are not told of" >&2; exit 1; } ;;
        *) [ "$virtual" -le 2 ] || { echo "CHANGED: virtual threads that wait are told of" >&2; exit 1; } ;;
    esac
done
echo "as seen: virtual threads wait unseen"
