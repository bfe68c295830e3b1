#!/bin/sh
# java.lang.ProcessHandle.Info of a process whose command line is longer than a page: no arguments at all, and a command line
# that is cut at 4,096 characters, in the middle of a word, without a sign. A Java service with a long class path is such one:
# its main class stands behind the cut.
#
# Guess: /proc/PID/cmdline has all of it, so arguments() and commandLine() have it too.
# Seen (JDK 25.0.3 and 17.0.15): one argument of 4,000 characters is there; of 5,000, and of 20,000, arguments() is empty and
#   commandLine() has 4,096 characters, while the kernel's file has them all.
# So: Interleave reads /proc/PID/cmdline itself.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Ask.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;

/** What the JDK and what the kernel say of a child's command line. */
public class Ask {
    public static void main(String[] unused) throws Exception {
        for (int length : new int[] {1_000, 4_000, 5_000, 20_000}) {
            Process child = new ProcessBuilder("tail", "--pid=1", "-f", "/dev/null", "--", "x".repeat(length)).start();
            var info = child.toHandle().info();
            long kernel = Files.readAllBytes(Path.of("/proc", child.pid() + "", "cmdline")).length;
            System.out.println(length + " arguments=" + info.arguments().map(a -> a.length).orElse(0)
                    + " commandLine=" + info.commandLine().map(String::length).orElse(0) + " kernel=" + kernel);
            child.destroyForcibly().waitFor();
        }
    }
}
JAVA
"$home/bin/java" Ask.java | tee seen
grep -q '^4000 arguments=5 ' seen || { echo "CHANGED: 4,000 characters are not there" >&2; exit 1; }
for length in 5000 20000; do
    grep -q "^$length arguments=0 commandLine=4096 " seen || { echo "CHANGED: $length characters are another answer" >&2; exit 1; }
done
echo "as seen: no arguments beyond a page"
