#!/bin/sh
# JDK 25: virtual threads that take turns with synchronized cost one kernel switch a turn more than with ReentrantLock, where the one that
# has the lock waits meanwhile. Neither pins a carrier any more.
#
# Guess: since monitors no longer pin (24), both park and unpark a virtual thread in the same way: three switches a turn, those of the sleep.
# Seen (JDK 25.0.3, Linux 6.18, four threads, a sleep of 0.5 ms in the lock), voluntary switches a turn: one carrier 3.1 with ReentrantLock,
#   3.9 to 4.0 with synchronized; two carriers 4.1 and 4.9. Who leaves a monitor cannot give the next virtual thread to the scheduler by itself:
#   a thread of the JVM's own, VirtualThread-unblocker, is woken to do it.
# So: "it does not pin" is not "it costs the same". Interleave's deadlock and counter-lock take java.util.concurrent's locks.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
[ -x /usr/bin/python3 ] || { echo "needs python3" >&2; exit 2; }
cat >Turns.java <<'JAVA'
import java.util.ArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Four virtual threads take turns with one lock, and sleep 0.5 ms in it. Says whether the JVM has a thread that unblocks. */
public class Turns {
    private static final Object MONITOR = new Object();
    private static final ReentrantLock LOCK = new ReentrantLock();

    private static void turn(boolean monitor) throws InterruptedException {
        if (monitor) {
            synchronized (MONITOR) {
                Thread.sleep(0, 500_000);
            }
        } else {
            LOCK.lock();
            try {
                Thread.sleep(0, 500_000);
            } finally {
                LOCK.unlock();
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        boolean monitor = args[0].equals("synchronized");
        int turns = Integer.parseInt(args[1]);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int turn = 0; turn < turns; turn++) turn(monitor);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) thread.join();
    }
}
JAVA
"$home/bin/javac" Turns.java
cat >turns.py <<'PYTHON'
"""Voluntary switches a turn, by getrusage of the whole JVM: what 500 turns more of each of the four threads cost."""
import os, subprocess, sys


def switches(how, turns):
    jvm = subprocess.Popen([sys.argv[1], "-XX:+UseSerialGC", "-Djdk.virtualThreadScheduler.parallelism=1", "Turns", how, str(turns)])
    _, status, usage = os.wait4(jvm.pid, 0)
    if status:
        sys.exit("the JVM failed")
    return usage.ru_nvcsw


def turn(how):
    return (switches(how, 501) - switches(how, 1)) / 2000


lock, monitor = sorted(turn("ReentrantLock") for _ in range(3))[1], sorted(turn("synchronized") for _ in range(3))[1]
print(f"voluntary switches a turn, one carrier: ReentrantLock {lock:.2f}, synchronized {monitor:.2f}")
if monitor < lock + 0.5:
    sys.exit("CHANGED: both cost the same")
PYTHON
/usr/bin/python3 turns.py "$home/bin/java"
echo "as seen: a monitor costs one switch more"
