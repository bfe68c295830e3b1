#!/bin/sh
# java.lang.Process.destroy(), the polite one, throws away what the child has printed and will print: the next read is "Stream closed".
# The same signal by ProcessHandle, process.toHandle().destroy(), leaves all of it to be read.
#
# Guess: destroy() sends SIGTERM; what was printed before and in answer to it is read as ever, up to the end of the stream.
# Seen (JDK 25.0.3, Linux 6.18), a child that prints "one", and, told to end, "last": what is read after destroy() IOException, and the child's
#   status 141, as it printed "last" into a closed pipe; after toHandle().destroy() "one last", and 0; destroyForcibly() IOException, by
#   the handle "one", 137 in both. The process closes its three streams right behind the signal, the handle has none.
# So: a program that collects what others print as they end, as load tools print their summary at SIGTERM, loses just that, and makes a
#   polite end a failure. Interleave ends a worker in this way only when it no longer wants its output.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Ends.java <<'JAVA'
import java.io.IOException;

/** Ends a child in one of four ways, and reads what it has printed. */
public class Ends {
    private static String output(Process child) {
        try {
            return new String(child.getInputStream().readAllBytes()).strip().replace('\n', '+');
        } catch (IOException e) {
            return "IOException";
        }
    }

    private static void end(String how) throws Exception {
        String program = "trap 'echo last; exit 0' TERM; echo one; while :; do sleep 0.05; done";
        Process child = new ProcessBuilder("sh", "-c", program).start();
        while (child.getInputStream().available() == 0) Thread.sleep(5);
        switch (how) {
            case "destroy" -> child.destroy();
            case "destroyForcibly" -> child.destroyForcibly();
            case "handle.destroy" -> child.toHandle().destroy();
            default -> child.toHandle().destroyForcibly();
        }
        int status = child.waitFor();
        System.out.println(how + " " + output(child) + " " + status);
    }

    public static void main(String[] arguments) throws Exception {
        for (String how : new String[] {"destroy", "destroyForcibly", "handle.destroy", "handle.destroyForcibly"}) end(how);
    }
}
JAVA
"$home/bin/javac" Ends.java
echo "ended by, what was read, status:"
"$home/bin/java" -XX:+UseSerialGC Ends | tee seen
awk '/^destroy/ && $2 != "IOException" { exit 1 }' seen || { echo "CHANGED: destroy leaves what was printed" >&2; exit 1; }
awk '/^handle.destroy / && $2 != "one+last" { exit 1 } /^handle.destroyF/ && $2 != "one" { exit 1 }' seen ||
    { echo "CHANGED: it is lost by the handle as well" >&2; exit 1; }
[ "$(wc -l <seen)" = 4 ] || { echo "CHANGED: it does not run" >&2; exit 1; }
echo "as seen: the handle leaves it, the process does not"
