#!/bin/sh
# Thread.dump_to_file of jcmd (HotSpotDiagnosticMXBean.dumpThreads): a lock that one of 200 threads has at a time is shown
# with two or three of them at once.
#
# Guess: a dump is of one moment, as that of jstack and ThreadMXBean.dumpAllThreads, for which all threads stand still.
# Seen (JDK 25.0.3, 2 CPUs; a fair lock, held for 0.2 ms and passed on), threads that compute with the lock, in 200 dumps each:
#   dumpAllThreads, platform threads:   0 threads 124 times, 1 thread 76 times, more never
#   file, platform threads:             0 threads 130 times, 1 thread 48 times, 2 or more 22 times
#   file, virtual threads:              0 threads 103 times, 1 thread 70 times, 2 or more 27 times
#   The threads are looked at one after the other while the others go on; each has a time of its own in the text.
# So: who waits for whom in such a file may never have been so. Interleave takes from it how many virtual threads there are, and
#   what threads do from the kernel.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Ring.java <<'JAVA'
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that goes round among 200 threads, and how many have it in a dump: prints how many dumps have 0, 1, 2, 3 or more. */
public class Ring {
    static final ReentrantLock LOCK = new ReentrantLock(true);
    static volatile long sink;

    static void holding() {
        long end = System.nanoTime() + 200_000;
        while (System.nanoTime() < end) sink++;
    }

    static void turns() {
        while (true) {
            LOCK.lock();
            try {
                holding();
            } finally {
                LOCK.unlock();
            }
        }
    }

    static long inFile() throws Exception {
        Path file = Path.of("dump").toAbsolutePath();
        Files.deleteIfExists(file);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("Ring.holding")).count();
        }
    }

    static boolean holds(ThreadInfo thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("holding"));
    }

    static long inStandstill() {
        var all = ManagementFactory.getThreadMXBean().dumpAllThreads(false, false);
        return Arrays.stream(all).filter(Ring::holds).count();
    }

    public static void main(String[] args) throws Exception {
        var builder = args[0].equals("virtual") ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        for (int i = 0; i < 200; i++) builder.name("ring").start(Ring::turns);
        int[] dumps = new int[4];
        for (int i = 0; i < 200; i++) {
            Thread.sleep(1);
            dumps[(int) Math.min(3, args[1].equals("file") ? inFile() : inStandstill())]++;
        }
        System.out.printf("%d %d %d %d%n", dumps[0], dumps[1], dumps[2], dumps[3]);
    }
}
JAVA
"$home/bin/javac" Ring.java
ring() {
    seen=$("$home/bin/java" Ring "$1" "$2")
    echo "$1 threads, by $2: dumps with 0, 1, 2, 3 holders: $seen"
}
ring platform standstill
[ "${seen#* * }" = "0 0" ] || { echo "CHANGED: dumpAllThreads is not of a moment" >&2; exit 1; }
for kind in platform virtual; do
    ring $kind file
    [ "${seen#* * }" != "0 0" ] || { echo "CHANGED: the files are of a moment" >&2; exit 1; }
done
echo "as seen: a lock with several at once"
