#!/bin/sh
# VirtualThreadSchedulerMXBean.setParallelism: raised by the thread that started the virtual threads it does nothing for as
# long as they compute; raised by any other thread it works at once.
#
# Guess: 6 virtual threads that compute on 1 carrier, parallelism raised to 3: three carriers a moment later, whoever asks.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs), a second after the change:
#   asked by the thread that started them:  1 of them has ever run, pool size 1
#   asked by a fresh platform thread:       3 of them run,          pool size 3
# So: Interleave's workers have a thread that started nothing ask the scheduler.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat >Raise.java <<'JAVA'
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.management.VirtualThreadSchedulerMXBean;

/** Prints how many of six computing virtual threads have run, and the pool's size, a second after parallelism went from 1 to 3. */
public class Raise {
    static volatile long sink;

    public static void main(String[] args) throws Exception {
        VirtualThreadSchedulerMXBean scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        AtomicInteger running = new AtomicInteger();
        for (int i = 0; i < 6; i++)
            Thread.startVirtualThread(() -> {
                running.incrementAndGet();
                while (true) sink++;
            });
        Thread.sleep(500);
        if (args[0].equals("starter")) scheduler.setParallelism(3);
        else Thread.ofPlatform().start(() -> scheduler.setParallelism(3)).join();
        Thread.sleep(1000);
        System.out.println(running.get() + " " + scheduler.getPoolSize());
        Runtime.getRuntime().halt(0);
    }
}
JAVA
"$home/bin/javac" Raise.java
ask() { "$home/bin/java" -Djdk.virtualThreadScheduler.parallelism=1 Raise "$1"; }
starter=$(ask starter)
other=$(ask other)
echo "running and pool size a second later: asked by the starter $starter, by another thread $other"
[ "$starter" = '1 1' ] || { echo "CHANGED: the starter's request has effect" >&2; exit 1; }
[ "${other%% *}" -ge 2 ] || { echo "CHANGED: nobody's request has effect" >&2; exit 1; }
echo "as seen: it depends on who asks"
