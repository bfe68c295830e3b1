#!/bin/sh
# OSHI: CentralProcessor.getSystemCpuLoad(100), the CPUs' load over the next 100 ms, is 0.0 two times of three while all
# CPUs compute, and getSystemCpuLoad(200) every second time.
#
# Guess: it looks, sleeps for 100 ms, looks again: 1.0 each time, at worst coarse (ten ticks of a CPU).
# Seen (oshi-core 7.5.0, JDK 25.0.3, Linux 6.18), of twenty calls with all CPUs busy, how many say 0.0: 100 ms 14, 200
#   ms 9, 400 ms 0. What it reads is kept for 300 ms, so two looks within that time are one.
# So: a load that is asked for often is 0 or 1 by turns, and its mean is a third of the truth. Interleave's rates are
#   differences of two readings of its own, over the time between them.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in com/github/oshi/oshi-core/7.5.0/oshi-core-7.5.0.jar com/github/oshi/oshi-common/7.5.0/oshi-common-7.5.0.jar \
    net/java/dev/jna/jna-jpms/5.19.1/jna-jpms-5.19.1.jar net/java/dev/jna/jna-platform-jpms/5.19.1/jna-platform-jpms-5.19.1.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar org/slf4j/slf4j-nop/2.0.17/slf4j-nop-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Load.java <<'JAVA'
import oshi.SystemInfo;

/** Of twenty readings of the machine's load over a time, while all CPUs compute: those that are zero. */
public class Load {
    public static void main(String[] unused) {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++)
            Thread.ofPlatform().daemon().start(() -> {
                while (true) Thread.onSpinWait();
            });
        var processor = new SystemInfo().getHardware().getProcessor();
        for (int millis : new int[] {100, 200, 400}) {
            int zero = 0;
            for (int i = 0; i < 20; i++) if (processor.getSystemCpuLoad(millis) == 0) zero++;
            System.out.println(millis + " " + zero);
        }
    }
}
JAVA
"$home/bin/javac" -cp '*' Load.java
echo "milliseconds, readings of twenty that say 0.0:"
"$home/bin/java" --enable-native-access=ALL-UNNAMED -cp '*:.' Load 2>/dev/null | tee seen
awk '$1 == 100 { exit !($2 >= 8) }' seen || { echo "CHANGED: 100 ms are long enough" >&2; exit 1; }
awk '$1 == 400 { exit !($2 <= 2) }' seen || { echo "CHANGED: 400 ms are not enough" >&2; exit 1; }
echo "as seen: busy CPUs have a load of 0.0"
