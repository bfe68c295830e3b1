#!/bin/sh
# The first LocalTime.now() of a JVM opens every jar of the class path, also those of which no class has been needed; the same
# second of the day by TimeZone opens none.
#
# Guess: both read the time zones of the JDK, lib/tzdb.dat, and nothing else.
# Seen (JDK 25.0.3, a class path of four jars, three of them never used): TimeZone opens none of the three, LocalTime all three:
#   java.time looks for providers of time zones (java.time.zone.ZoneRulesProvider) by ServiceLoader before it takes the JDK's own.
#   Classes loaded in all: 534 with neither, 595 with TimeZone, 850 with LocalTime.
# So: Interleave's monitor takes the second of the day from TimeZone: LocalTime held up its first sample by 20 ms, most of it for
#   the directory of its own jar, of 2.7 MB.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
command -v strace >/dev/null || apt-get install -qq -y strace >/dev/null
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Now.java <<'JAVA'
import java.time.LocalTime;
import java.util.TimeZone;

/** The second of the day, by either of two ways, or not at all. */
public class Now {
    public static void main(String[] args) {
        long millis = System.currentTimeMillis();
        System.out.println(
                switch (args[0]) {
                    case "LocalTime" -> LocalTime.now().toSecondOfDay();
                    case "TimeZone" -> (millis + TimeZone.getDefault().getOffset(millis)) / 1000 % 86_400;
                    default -> 0;
                });
    }
}
JAVA
"$home/bin/javac" -d classes Now.java
"$home/bin/jar" --create --file now.jar -C classes .
for jar in one two three; do "$home/bin/jar" --create --file unused-$jar.jar Now.java; done
opened() {
    strace -f -e trace=openat -o "trace.$1" "$home/bin/java" -Xlog:class+load:file="loaded.$1" \
        -cp now.jar:unused-one.jar:unused-two.jar:unused-three.jar Now "$1" >/dev/null
    grep -o 'unused-[a-z]*\.jar' "trace.$1" | sort -u | wc -l
}
for way in neither TimeZone LocalTime; do
    count=$(opened $way)
    echo "$way: $count of 3 unused jars opened, $(wc -l <"loaded.$way") classes loaded"
    case $way,$count in
    neither,0 | TimeZone,0 | LocalTime,3) ;;
    *) echo "CHANGED: $way opened $count unused jars" >&2; exit 1 ;;
    esac
done
echo "as seen: LocalTime.now() looks into every jar of the class path, TimeZone into none"
