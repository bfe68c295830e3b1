#!/bin/sh
# async-profiler's wall clock in a JFR file: a thread that slept for three seconds is two events, one that computed beside it some two
# hundred. Whoever counts events, as "jfr summary" and programs over the file do, finds that nobody sleeps.
#
# Guess: a wall-clock profile has a sample per thread and interval, so asleep and computing for the same time are as many samples.
# Seen (async-profiler 4.5, its converter of the same version, JDK 25.0.3), wall=10ms, both for 3 s: asleep 2 events, computing 256;
#   with the field "samples" of each event 280 and 256, and so by the converter. Samples of a thread that has not run between are
#   put together in one event. "jfr view hot-methods" finds none of them.
# So: a report over such a file has the waiting a hundred times too small, and waiting is what it was made for. Interleave's numbers
#   of a thread are the kernel's sums, each second: running, waiting for a CPU, and the rest.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in async-profiler jfr-converter; do
    curl -sSfLO "https://repo1.maven.org/maven2/tools/profiler/$jar/4.5/$jar-4.5.jar"
done
cat >Both.java <<'JAVA'
import one.profiler.AsyncProfiler;

/** A thread that sleeps and one that computes, for three seconds, in a profile by the wall clock. */
public class Both {
    static void asleep() {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void computing() {
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end) {}
    }

    public static void main(String[] unused) throws Exception {
        var profiler = AsyncProfiler.getInstance();
        profiler.execute("start,wall=10ms,jfr,file=wall.jfr");
        var sleeper = new Thread(Both::asleep);
        var worker = new Thread(Both::computing);
        sleeper.start();
        worker.start();
        sleeper.join();
        worker.join();
        profiler.execute("stop,file=wall.jfr");
    }
}
JAVA
"$home/bin/javac" -cp async-profiler-4.5.jar Both.java
"$home/bin/java" --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir="$dir" -cp async-profiler-4.5.jar:. Both >/dev/null
echo "what the thread did, events, samples in them:"
"$home/bin/jfr" print --stack-depth 30 --events profiler.WallClockSample wall.jfr |
    awk '/WallClockSample/ { who = "" } $1 == "samples" { samples = $3 } /Both.asleep/ { who = "asleep" } /Both.computing/ { who = "computing" }
        $1 == "}" && who != "" { events[who]++; sum[who] += samples } END { for (who in sum) print who, events[who], sum[who] }' | tee seen
"$home/bin/java" -jar jfr-converter-4.5.jar --wall -o collapsed wall.jfr stacks >/dev/null
awk '/Both.asleep/ { asleep += $NF } /Both.computing/ { computing += $NF } END { print "converter: asleep " asleep ", computing " computing }' stacks
awk '{ events[$1] = $2; samples[$1] = $3 } END { exit !(samples["asleep"] > samples["computing"] / 3 && samples["asleep"] > 60) }' seen ||
    { echo "CHANGED: a sleeping thread has few samples" >&2; exit 1; }
awk '{ events[$1] = $2; samples[$1] = $3 } END { exit !(events["asleep"] < samples["asleep"] / 10 && events["computing"] > 5 * events["asleep"]) }' seen ||
    { echo "CHANGED: a sleeping thread has an event for each sample" >&2; exit 1; }
echo "as seen: hundreds of samples in two events"
