#!/bin/sh
# A time-out that is never needed wakes a thread: one voluntary kernel switch a call with Failsafe and Reactor, two with
# CompletableFuture.orTimeout, and as many involuntary ones. One other time-out that is due earlier, and it costs none.
#
# Guess: to note a time and to strike it out again is a lock and a few memory writes: no switch, as long as nothing is
#   due.
# Seen (JDK 25.0.3, failsafe 3.3.2, reactor-core 3.8.8, 2 CPUs), one call at a time of 50 us with a time-out of 10 s,
#   voluntary switches of all threads a call: none set 0.02, orTimeout 1.9, ScheduledThreadPoolExecutor 0.9, Failsafe
#   1.0, Reactor's Mono.timeout 1.0, java.util.Timer 0.0; with a task due in 5 s beside it ScheduledThreadPoolExecutor
#   0.0. Involuntary ones: up to as many again. Each new time is the earliest, as the last one is struck out; so the
#   thread that keeps the times is woken to sleep for another ten seconds, on the caller's CPU as a rule. With many
#   calls at once an earlier one is there.
# So: the switches per task of a quiet service are its time-outs', and fall with load. Interleave shows them live, by
#   load.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in dev/failsafe/failsafe/3.3.2/failsafe-3.3.2.jar io/projectreactor/reactor-core/3.8.8/reactor-core-3.8.8.jar \
    org/reactivestreams/reactive-streams/1.0.4/reactive-streams-1.0.4.jar org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Unneeded.java <<'JAVA'
import dev.failsafe.Failsafe;
import dev.failsafe.Timeout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/** Kernel switches of all threads a call of 50 us, by the kind of time-out that is set before it and not needed. */
public class Unneeded {
    private static final int CALLS = 3_000;

    private static void work() {
        for (long end = System.nanoTime() + 50_000; System.nanoTime() < end; ) Thread.onSpinWait();
    }

    /** Voluntary and involuntary. */
    private static long[] switches() throws IOException {
        var sum = new long[2];
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt"))
                        sum[line.startsWith("non") ? 1 : 0] += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    private static void show(String name, Runnable call) throws Exception {
        for (int i = 0; i < 200; i++) call.run();
        Thread.sleep(200);
        long[] before = switches();
        for (int i = 0; i < CALLS; i++) call.run();
        long[] now = switches();
        double calls = CALLS;
        System.out.printf(
                Locale.ROOT, "%s %.2f %.2f%n", name, (now[0] - before[0]) / calls, (now[1] - before[1]) / calls);
    }

    public static void main(String[] unused) throws Exception {
        show("none", Unneeded::work);
        show("orTimeout", () -> {
            var promise = new CompletableFuture<Void>().orTimeout(10, TimeUnit.SECONDS);
            work();
            promise.complete(null);
        });
        var scheduler = new ScheduledThreadPoolExecutor(1);
        scheduler.setRemoveOnCancelPolicy(true);
        Runnable scheduled = () -> {
            var timeOut = scheduler.schedule(() -> {}, 10, TimeUnit.SECONDS);
            work();
            timeOut.cancel(false);
        };
        show("ScheduledThreadPoolExecutor", scheduled);
        var failsafe = Failsafe.with(Timeout.of(Duration.ofSeconds(10)));
        show("Failsafe", () -> failsafe.run(Unneeded::work));
        show("Reactor", () -> Mono.fromRunnable(Unneeded::work).timeout(Duration.ofSeconds(10)).block());
        var timer = new java.util.Timer(true);
        show("java.util.Timer", () -> {
            var task = new TimerTask() {
                @Override
                public void run() {}
            };
            timer.schedule(task, 10_000);
            work();
            task.cancel();
        });
        scheduler.schedule(() -> {}, 5, TimeUnit.SECONDS);
        show("ScheduledThreadPoolExecutor,another-is-earlier", scheduled);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Unneeded.java
echo "time-out, voluntary and involuntary switches a call:"
"$home/bin/java" -cp '*:.' Unneeded 2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { exit !(n["none"] < 0.3 && n["orTimeout"] > 0.8 && n["ScheduledThreadPoolExecutor"] > 0.5 \
    && n["Failsafe"] > 0.5 && n["Reactor"] > 0.5) }' seen || { echo "CHANGED: a time-out that is not needed wakes nobody" >&2; exit 1; }
awk '$1 ~ /earlier/ { exit !($2 < 0.3) }' seen || { echo "CHANGED: with another that is earlier it wakes, too" >&2; exit 1; }
echo "as seen: the earliest time-out wakes the thread that keeps the times"
