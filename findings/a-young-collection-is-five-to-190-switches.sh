#!/bin/sh
# A young collection, of a JVM whose only thread allocates: five to nine kernel switches with Serial, 17 with Parallel,
# 45 with G1 and 105 to 194 with ZGC, on two CPUs with little else to do.
#
# Guess: the thread sleeps and the VM thread wakes, and back: 2 with Serial; Parallel 4 to 6, G1 10, ZGC 20.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs, heap of 256 MB), switches of all threads for each collection: Serial 5 to 9,
#   Parallel 13 to 33, G1 41 to 124, ZGC 105 to 194, Shenandoah 69 to 110. The threads of the collector, of its
#   bookkeeping and of the heap's watch are each woken, some of them several times.
# So: a service's switches per task hold those of its garbage: at 10 kB a task and 100 MB of young generation 0.001 to
#   0.02. All models of Interleave run under the same collector.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Young.java <<'JAVA'
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Collections of a thread that allocates 3 GB, and kernel switches of all threads for each. */
public class Young {
    static volatile Object last;

    private static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    /** Of the beans that count cycles and not the pauses within. */
    private static long collections() {
        long sum = 0;
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans())
            if (!bean.getName().contains("Pauses")) sum += bean.getCollectionCount();
        return sum;
    }

    private static void allocate(int megabytes) {
        for (int i = 0; i < 10 * megabytes; i++) last = new byte[100_000];
    }

    public static void main(String[] unused) throws IOException {
        allocate(500);
        long collections = -collections();
        long switches = -switches();
        allocate(3_000);
        switches += switches();
        collections += collections();
        System.out.printf(Locale.ROOT, "%d %.1f%n", collections, switches / (double) collections);
    }
}
JAVA
"$home/bin/javac" Young.java
echo "collector, collections, switches of each:"
for collector in Serial Parallel G1 Z Shenandoah; do
    echo "$collector $("$home/bin/java" -XX:+Use${collector}GC -Xms256m -Xmx256m Young 2>&1 | tail -1)"
done | tee seen
awk '{ n[$1] = $3 } END { exit !(n["Parallel"] > 8 && n["G1"] > 20 && n["Z"] > 50 && n["Z"] > 4 * n["Serial"]) }' seen ||
    { echo "CHANGED: a collection takes fewer switches" >&2; exit 1; }
echo "as seen: the collectors differ by a factor of ten and more"
