#!/bin/sh
# JFR: a recording's file holds what other recordings asked for meanwhile: one that asked for sleeps of a second or more has fifty
# of 2 ms in it, and for execution samples once a second has them at a hundred a second. It still says that it asked for less.
#
# Guess: a file has the events of its own settings: another recording of the same JVM, a monitor's or a colleague's, is in its own.
# Seen (JDK 25.0.3): recording A, sleeps from 1 s, samples once a second, 50 sleeps of 2 ms before B, 50 beside it, 50 after; B,
#   all sleeps, all parks, samples each 10 ms: A's file has 50 sleeps, 50 parks, and as many samples as B's, 90.
#   The settings of all recordings are merged while they overlap, and each file is whole pieces of one stream.
# So: counts of events and samples of two files are not comparable, not even within one file, if somebody else recorded for a while.
#   Interleave's own numbers of a JVM do not come from recordings.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Two.java <<'JAVA'
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** What is in the file of a recording beside which, for a while, there was another with other settings. */
public class Two {
    private static void sleep() throws InterruptedException {
        for (int i = 0; i < 50; i++) Thread.sleep(2);
    }

    private static void show(String who) throws Exception {
        var counts = new TreeMap<String, Integer>();
        for (var event : RecordingFile.readAllEvents(Path.of(who)))
            counts.merge(event.getEventType().getName(), 1, Integer::sum);
        counts.forEach((name, count) -> System.out.println(who + " " + name + " " + count));
    }

    public static void main(String[] unused) throws Exception {
        try (var a = new Recording();
                var b = new Recording()) {
            a.enable("jdk.ThreadSleep").withThreshold(Duration.ofSeconds(1));
            a.enable("jdk.ExecutionSample").withPeriod(Duration.ofSeconds(1));
            a.start();
            sleep();
            b.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO);
            b.enable("jdk.ThreadPark").withThreshold(Duration.ZERO);
            b.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            b.start();
            sleep();
            for (int i = 0; i < 50; i++) LockSupport.parkNanos(1_000_000);
            long end = System.nanoTime() + 2_000_000_000L;
            while (System.nanoTime() < end) {}
            b.stop();
            sleep();
            a.stop();
            a.dump(Path.of("A"));
            b.dump(Path.of("B"));
            System.out.println("A's settings: " + new TreeMap<>(a.getSettings()));
        }
        show("A");
        show("B");
    }
}
JAVA
"$home/bin/java" Two.java | tee seen
awk '$1 == "A" { n[$2] = $3 } END { exit !(n["jdk.ThreadSleep"] >= 45 && n["jdk.ThreadSleep"] <= 60 && n["jdk.ThreadPark"] >= 45) }' seen ||
    { echo "CHANGED: A's file has no events of B" >&2; exit 1; }
awk '$2 == "jdk.ExecutionSample" { n[$1] = $3 } END { exit !(n["A"] > 6 && n["A"] >= n["B"]) }' seen ||
    { echo "CHANGED: A has samples at its own rate" >&2; exit 1; }
echo "as seen: A's file has B's events"
