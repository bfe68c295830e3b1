#!/bin/sh
# A JVM that only sleeps makes 5 context switches a second with the Serial collector, 105 with ZGC and 238 with Shenandoah. A
# flight recording with the profile settings, of nothing, makes 148 of the 5.
#
# Guess: about 20 a second (the JVM's periodic task), whichever collector has nothing to collect; recording costs what is recorded.
# Seen (JDK 25.0.3, Linux 6.18), all threads, over 4 s:
#   Serial, Parallel 5/s   G1 6/s   ZGC 105/s   Shenandoah 238/s   Serial with JFR: default 62/s, profile 148/s
#   ZGC and Shenandoah look about from threads of their own, and JFR's sampler wakes for each sample that it might take.
# So: switches of an idle service are compared under the same collector and without a recording. Interleave's monitor runs with
#   Serial, and its own cost is measured at rest.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
jvm=
trap 'kill $jvm 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
cat >Idle.java <<'JAVA'
public class Idle {
    public static void main(String[] args) throws InterruptedException {
        Thread.sleep(20_000);
    }
}
JAVA
"$home/bin/javac" Idle.java
sum() { cat /proc/$jvm/task/*/status | awk '/ctxt_switches/ { sum += $2 } END { print sum }'; }
rate() {
    "$home/bin/java" "$@" Idle >said 2>&1 &
    jvm=$!
    sleep 3
    before=$(sum)
    sleep 4
    rate=$((($(sum) - before) / 4))
    echo "$rate/s $*"
    kill $jvm
    wait $jvm || :
    jvm=
}
rate -XX:+UseSerialGC
serial=$rate
rate -XX:+UseG1GC
g1=$rate
rate -XX:+UseZGC
z=$rate
rate -XX:+UseShenandoahGC
shenandoah=$rate
rate -XX:+UseSerialGC -XX:StartFlightRecording:settings=profile,filename=idle.jfr
recorded=$rate
[ "$serial" -lt 30 ] && [ "$g1" -lt 40 ] || { echo "CHANGED: Serial or G1 wakes more often" >&2; exit 1; }
[ "$z" -gt 70 ] && [ "$shenandoah" -gt 70 ] || { echo "CHANGED: ZGC or Shenandoah sleeps when idle" >&2; exit 1; }
[ "$recorded" -gt 90 ] || { echo "CHANGED: a recording of nothing wakes nobody" >&2; exit 1; }
echo "as seen: it depends on who has nothing to do"
