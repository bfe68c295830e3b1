#!/bin/sh
# LMAX Disruptor with its BlockingWaitStrategy (lock and condition, for low CPU): while the first of two handlers in a
# row waits 0.5 s for a database, the second burns a whole CPU.
#
# Guess: blocking is blocking: the second sleeps until the first is done; under 5 % of a core.
# Seen (disruptor 4.0.0, JDK 25.0.3), one event, first handler asleep in it, CPU of the process meanwhile and what it
#   waits for in the run queue, % of a core: BlockingWaitStrategy 96 to 113, LiteBlockingWaitStrategy and
#   TimeoutBlockingWaitStrategy the same, without an event 0 to 4. The lock is for who waits for the publisher; who
#   waits for another handler spins.
# So: a pipeline on two CPUs takes one of them from the very handler that it waits for, and a profile shows the handler
#   that has nothing to do. CPU per task of such a pipeline is not its work. Interleave's handovers sleep.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
curl -sSfLO https://repo1.maven.org/maven2/com/lmax/disruptor/4.0.0/disruptor-4.0.0.jar
cat >Row.java <<'JAVA'
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.LiteBlockingWaitStrategy;
import com.lmax.disruptor.TimeoutBlockingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** CPU that two handlers in a row want, of which the first sleeps in an event, in percent of a core; and without one. */
public class Row {
    private static final class Slot {}

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** CPU time of all threads and their time in the run queue, as others use the machine, in nanoseconds. */
    private static long wanted() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                String[] fields = Files.readString(task.resolve("schedstat")).split(" ");
                sum += Long.parseLong(fields[0]) + Long.parseLong(fields[1]);
            }
        }
        return sum;
    }

    private static double wantedDuring(long millis) throws IOException {
        long before = wanted();
        long begin = System.nanoTime();
        rest(millis);
        return 100.0 * (wanted() - before) / (System.nanoTime() - begin);
    }

    private static void show(WaitStrategy strategy) throws IOException {
        var disruptor = new Disruptor<>(Slot::new, 64, Thread::new, ProducerType.SINGLE, strategy);
        disruptor.handleEventsWith((_, _, _) -> rest(1_000)).then((_, _, _) -> {});
        disruptor.start();
        rest(500);
        disruptor.publishEvent((_, _) -> {});
        rest(100);
        double waiting = wantedDuring(800);
        rest(500);
        double idle = wantedDuring(800);
        System.out.printf(Locale.ROOT, "%s %.0f %.0f%n", strategy.getClass().getSimpleName(), waiting, idle);
        disruptor.halt();
    }

    public static void main(String[] unused) throws IOException {
        show(new BlockingWaitStrategy());
        show(new LiteBlockingWaitStrategy());
        show(new TimeoutBlockingWaitStrategy(10, TimeUnit.SECONDS));
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Row.java
echo "strategy, % of a core while the first handler sleeps, % without an event:"
"$home/bin/java" -XX:+UseSerialGC -cp '*:.' Row 2>/dev/null | tee seen
awk '{ n++ } $2 > 60 && $3 < 30 { spins++ } END { exit !(n == 3 && spins == 3) }' seen || { echo "CHANGED: the second handler sleeps" >&2; exit 1; }
echo "as seen: the second handler spins"
