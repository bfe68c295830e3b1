#!/bin/sh
# ThreadMXBean.dumpAllThreads(true, true), jstack -l and jcmd Thread.print -l stop the JVM for the time of a walk over
# its whole heap: with ten million small objects 100 times as long as without the locks.
#
# Guess: the locks are found by the threads that hold them: a dump of ten threads is as long as ever, twice at most.
# Seen (JDK 25.0.3, Serial), ten million arrays of one int in the heap: dumpAllThreads(true, false) 0.1 to 0.3 ms,
#   dumpAllThreads(true, true) 40 to 60 ms; with an empty heap both under 1 ms. Whoever owns a ReentrantLock is written
#   in the lock and nowhere else, so all objects are looked through for locks, at a safepoint.
# So: a health page or a monitor that asks for a dump each few seconds is a pause of all requests, and the larger the
#   heap the longer, with no line in the collector's log. Interleave asks a JVM for its names only when told to.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Dumps.java <<'JAVA'
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** The least time of a dump of all threads, with and without the locks that are no monitors, by the objects in the heap. */
public class Dumps {
    private static Object[] kept;

    private static double least(boolean locks) {
        var bean = ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long begin = System.nanoTime();
            bean.dumpAllThreads(true, locks);
            least = Math.min(least, (System.nanoTime() - begin) / 1e6);
        }
        return least;
    }

    public static void main(String[] unused) {
        for (int objects : new int[] {0, 10_000_000}) {
            kept = new Object[objects];
            Arrays.setAll(kept, i -> new int[] {i});
            System.out.printf(Locale.ROOT, "%d %.2f %.2f%n", kept.length, least(false), least(true));
        }
    }
}
JAVA
"$home/bin/javac" Dumps.java
echo "objects, ms of a dump without locks, with them:"
"$home/bin/java" -XX:+UseSerialGC -Xms600m -Xmx600m Dumps | tee seen
awk '$1 == 0 { empty = $3 } $1 > 0 && $3 > 10 * $2 && $3 > 10 && $3 > 5 * empty { n++ } END { exit n != 1 }' seen ||
    { echo "CHANGED: the heap does not matter" >&2; exit 1; }
echo "as seen: with locks the dump takes as long as the heap is full"
