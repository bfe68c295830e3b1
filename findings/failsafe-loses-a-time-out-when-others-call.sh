#!/bin/sh
# Failsafe: a time limit of 100 ms, with interrupt, does nothing at all while a few other calls of the library are
# under way: the call takes its 600 ms and returns its value. With nobody else it is a TimeoutExceededException at 100
# ms.
#
# Guess: what keeps the times is a thread of its own: 100 ms in both cases, whatever else is running.
# Seen (failsafe 3.3.2, JDK 25.0.3, 2 CPUs and -XX:ActiveProcessorCount=8), a call that sleeps 600 ms under Timeout of
#   100 ms: alone, exception after 100 ms; while two calls more than there are CPUs wait in runAsync, value after 600
#   ms. What shall end the late call is run by the pool that runs the calls, whose size is the CPUs (or the common
#   pool's).
# So: the limit fails exactly when the service hangs, and no exception, no metric says so. Time limits want a thread
#   that no call can hold. Interleave's runs end by the monitor's own clock.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
curl -sSfLO https://repo1.maven.org/maven2/dev/failsafe/failsafe/3.3.2/failsafe-3.3.2.jar
cat >Limits.java <<'JAVA'
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A call of 600 ms that may take 100: its outcome and time, alone and while others wait in calls of the library. */
public class Limits {
    private static void show(String name) {
        var limit = Timeout.<String>builder(Duration.ofMillis(100)).withInterrupt().build();
        long begin = System.nanoTime();
        String outcome;
        try {
            outcome = Failsafe.with(limit).get(() -> {
                Thread.sleep(600);
                return "value";
            });
        } catch (TimeoutExceededException e) {
            outcome = "exception";
        }
        System.out.println(name + " " + outcome + " " + (System.nanoTime() - begin) / 1_000_000);
    }

    public static void main(String[] unused) throws InterruptedException {
        show("first");
        show("alone");
        var others = new CompletableFuture<?>[Runtime.getRuntime().availableProcessors() + 2];
        for (int i = 0; i < others.length; i++)
            others[i] = Failsafe.with(RetryPolicy.<Object>ofDefaults()).runAsync(() -> Thread.sleep(3_000));
        Thread.sleep(300);
        show("others");
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Limits.java
for cpus in 2 8; do
    echo "$cpus CPUs; when, outcome, milliseconds:"
    "$home/bin/java" -XX:ActiveProcessorCount=$cpus -cp '*:.' Limits 2>/dev/null | grep -v first | tee seen
    awk '{ o[$1] = $2; n[$1] = $3 } END { exit !(o["alone"] == "exception" && n["alone"] < 400 && o["others"] == "value" && n["others"] >= 600) }' seen ||
        { echo "CHANGED: the limit is kept" >&2; exit 1; }
done
echo "as seen: no time-out while others call"
