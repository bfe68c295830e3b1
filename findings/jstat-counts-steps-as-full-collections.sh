#!/bin/sh
# jstat counts the steps of a collection: with Shenandoah each cycle is ten "full collections" (FGC), of which there was
# none; with ZGC a young collection is three (YGC).
#
# Guess: YGC and FGC are numbers of collections, as the JVM's log and its MXBeans have them; with a concurrent collector
#   FGC is 0.
# Seen (JDK 25.0.3), a thread that allocates 10 kB again and again, 5 s in: Shenandoah FGC 604 with 58 cycles and no
#   full one; ZGC YGC 200 with 66 minor cycles; G1 YGC 85 with 85.
# So: a monitor that warns of full collections by jstat or by the counters that it reads warns all the time, or, per
#   collection, finds pauses a third as long as they are. Interleave asks the MXBeans, for time and not for a count.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Allocate.java <<'JAVA'
import java.lang.management.ManagementFactory;

/** Allocates for six seconds, of which jstat is asked after five; then what the MXBeans say. */
public class Allocate {
    static volatile Object last;

    public static void main(String[] unused) throws Exception {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 5_000_000_000L) {
            for (int i = 0; i < 2_000; i++) last = new byte[10_000];
            Thread.sleep(5);
        }
        long pid = ProcessHandle.current().pid();
        new ProcessBuilder(System.getProperty("java.home") + "/bin/jstat", "-gcutil", "" + pid)
                .inheritIO().start().waitFor();
        for (var bean : ManagementFactory.getGarbageCollectorMXBeans())
            System.out.println("bean " + bean.getName().replace(' ', '-') + " " + bean.getCollectionCount());
    }
}
JAVA
"$home/bin/javac" Allocate.java
# Prints the collector, a column of jstat, what it says, and the number of the bean $3.
look() {
    "$home/bin/java" -XX:+Use${1}GC -Xms256m -Xmx256m -Xlog:gc:file=$1.log Allocate >$1
    awk -v collector="$1" -v column="$2" -v bean="$3" '/FGC/ { for (i = 1; i <= NF; i++) at[$i] = i; getline; seen = $at[column] }
        $1 == "bean" && $2 == bean { n = $3 } END { print collector, column, seen, bean, n }' $1
}
echo "collector, jstat's column, its value, the MXBean's name and count:"
{
    look Shenandoah FGC Shenandoah-Cycles
    look Z YGC ZGC-Minor-Cycles
    look G1 YGC G1-Young-Generation
} | tee seen
echo "full collections in Shenandoah's log: $(grep -c 'Pause Full' Shenandoah.log || :)"
awk '{ n[$1] = $5 > 0 ? $3 / $5 : 0 } END { exit !(n["Shenandoah"] > 3 && n["Z"] > 1.8 && n["G1"] < 1.3) }' seen ||
    { echo "CHANGED: jstat counts collections" >&2; exit 1; }
grep -q 'Pause Full' Shenandoah.log && { echo "there were full collections: the machine was too busy to tell" >&2; exit 1; }
echo "as seen: steps are counted, and called full collections"
