#!/bin/sh
# Arena.ofShared().close() in JDK 25 asks every thread of the JVM: 20 microseconds and four kernel switches with
# nothing else there, half a millisecond with 2,000 threads that sleep. Arena.ofConfined() takes less than a
# microsecond.
#
# Guess: a flag that is set, one to five microseconds, however many threads are asleep: they hold nothing of the arena.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs), 200 times opened, allocated 8 bytes, closed, microseconds of each: shared 18
#   to 35, with 1,000 sleeping threads 330, with 2,000 520 to 560; confined 0.1 to 1 in all three. Switches of a shared
#   close: 2.5 to 4.9. Who closes makes sure that no thread is inside an access, by a handshake with each of them,
#   through the VM thread.
# So: an arena a request, under a pool of many threads, is a cost that grows with the pool, and shows as switches of
#   the VM thread. Interleave's calls to the kernel use confined arenas, or leave the closing to the collector.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Arenas.java <<'JAVA'
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Time and kernel switches to open and close an arena, by the number of threads that sleep. */
public class Arenas {
    private static final int TIMES = 200;

    private static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    private static void openAndClose(Supplier<Arena> arenas) {
        for (int i = 0; i < TIMES; i++)
            try (Arena arena = arenas.get()) {
                arena.allocate(8);
            }
    }

    /** The least of five passes, as others use the machine. */
    private static void show(String name, Supplier<Arena> arenas) throws IOException {
        double best = Double.MAX_VALUE;
        double switches = 0;
        for (int pass = 0; pass < 5; pass++) {
            long before = switches();
            long begin = System.nanoTime();
            openAndClose(arenas);
            best = Math.min(best, (System.nanoTime() - begin) / 1e3 / TIMES);
            switches = (switches() - before) / (double) TIMES;
        }
        System.out.printf(Locale.ROOT, "%s %.1f %.1f%n", name, best, switches);
    }

    public static void main(String[] unused) throws Exception {
        for (int i = 0; i < 20; i++) {
            openAndClose(Arena::ofShared);
            openAndClose(Arena::ofConfined);
        }
        for (int sleepers : new int[] {0, 2_000}) {
            var end = new CountDownLatch(1);
            var threads = new Thread[sleepers];
            for (int i = 0; i < sleepers; i++) {
                threads[i] = new Thread(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                threads[i].start();
            }
            Thread.sleep(1_000);
            show("confined-" + sleepers, Arena::ofConfined);
            show("shared-" + sleepers, Arena::ofShared);
            end.countDown();
            for (Thread thread : threads) thread.join();
        }
    }
}
JAVA
"$home/bin/javac" Arenas.java
echo "arena and sleeping threads, microseconds and switches to open and close it:"
"$home/bin/java" -XX:+UseSerialGC -Xss256k Arenas | tee seen
awk '{ n[$1] = $2; s[$1] = $3 } END { exit !(n["shared-0"] > 5 * n["confined-0"] && n["shared-2000"] > 3 * n["shared-0"] &&
    n["confined-2000"] < 5 * n["confined-0"] && s["shared-0"] > 1) }' seen || { echo "CHANGED: others do not matter" >&2; exit 1; }
echo "as seen: each thread that sleeps makes it slower"
