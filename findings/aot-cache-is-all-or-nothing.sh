#!/bin/sh
# JDK 25: a flight recording, a Java agent that does nothing, JMX over the network or one --add-opens, and the whole AOT cache goes unused,
# and with it the archive that every JDK has: the start is slower than without -XX:AOTCache.
#
# Guess: an option that was not there in training costs what it touches: the agent's and the recorder's classes come from their jars and
#   modules, the others from the cache; or the JVM falls back to its own archive.
# Seen (JDK 25.0.3), classes of a small program from a cache: as trained, with Parallel, with -ea 845 of 845; -XX:StartFlightRecording 0,
#   -javaagent 0, -Dcom.sun.management.jmxremote 0, --add-opens 0, -XX:+UseZGC 0, -Xmx40g 0. Without -XX:AOTCache: the agent 849 of 869, a
#   recording 1,142 of 1,702, --add-opens 789 of 797. The log says that an error occurred, and the program runs.
# So: who measures a start by a recording, or gives a service with an observability agent a cache, has the slowest start of all.
#   Interleave's caches are trained with the options that they are used with, and starts are measured from outside.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Greet.java <<'JAVA'
import java.util.stream.Stream;

/** A program, and an agent for any program. */
public class Greet {
    public static void main(String[] unused) {
        System.out.println(Stream.of("good", "day").map(String::strip).toList());
    }

    public static void premain(String unused) {}
}
JAVA
"$home/bin/javac" Greet.java
printf 'Premain-Class: Greet\n' >manifest
"$home/bin/jar" cf greet.jar Greet.class
"$home/bin/jar" cfm agent.jar manifest Greet.class
"$home/bin/java" -XX:AOTCacheOutput=greet.aot -XX:+UseSerialGC -cp greet.jar Greet >/dev/null 2>&1
from() {
    "$home/bin/java" -XX:AOTCache=greet.aot "$@" -Xlog:class+load:file=classes -cp greet.jar Greet >/dev/null 2>&1
    echo "$(grep -c 'source: shared' classes || :) of $(grep -c 'source:' classes) $*" | tee -a seen
}
echo "classes from the cache, by option:"
from -XX:+UseSerialGC
from -XX:+UseParallelGC
from -XX:+UseSerialGC -ea
from -XX:+UseSerialGC -XX:StartFlightRecording:filename=flight.jfr
from -XX:+UseSerialGC -javaagent:agent.jar
from -XX:+UseSerialGC -Dcom.sun.management.jmxremote
from -XX:+UseSerialGC --add-opens java.base/java.lang=ALL-UNNAMED
from -XX:+UseZGC
from -XX:+UseSerialGC -Xmx40g
echo "without -XX:AOTCache:"
without() {
    "$home/bin/java" "$@" -Xlog:class+load:file=classes -cp greet.jar Greet >/dev/null 2>&1
    echo "$(grep -c 'source: shared' classes || :) of $(grep -c 'source:' classes) $*" | tee -a default
}
without -XX:+UseSerialGC -javaagent:agent.jar
without -XX:+UseSerialGC -XX:StartFlightRecording:filename=flight.jfr
awk '{ if ($1 < 700) exit 1 }' default || { echo "CHANGED: the JDK's own archive is not used either" >&2; exit 1; }
awk 'NR <= 3 { if ($1 < 700) exit 1 }' seen || { echo "CHANGED: the cache is not used as trained" >&2; exit 1; }
awk 'NR > 3 { if ($1 > 50) exit 1 }' seen || { echo "CHANGED: it is used with one of these" >&2; exit 1; }
echo "as seen: all or nothing"
