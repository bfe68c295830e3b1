#!/bin/sh
# java.lang.Process: the stream of a child's output ends when the child does, though children of its own still hold the pipe
# and write to it. What they print later is lost without a word. A file as the output has all of it.
#
# Guess: readAllBytes reads to the end of the pipe, as a shell's $(...) does: "early late".
# Seen (JDK 25.0.3, Linux 6.18) for sh -c '(sleep 1; echo late) & echo early': readAllBytes "early", at once;
#   redirected to a file "early late"; $(...) of a shell "early late".
# So: output of whole trees of processes goes to files, in Interleave's tests too; a worker's frames come from the child itself.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Output.java <<'JAVA'
import java.nio.charset.StandardCharsets;

/** Prints all that a command printed, as its stream gives it. */
public class Output {
    public static void main(String[] args) throws Exception {
        Process child = new ProcessBuilder("sh", "-c", args[0]).start();
        System.out.print(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
JAVA
"$home/bin/javac" Output.java
command='(sleep 1; echo late) & echo early'
java=$("$home/bin/java" -cp . Output "$command" | tr '\n' ' ')
shell=$(sh -c "$command" | tr '\n' ' ')
echo "Process.getInputStream: $java; a shell: $shell"
[ "$shell" = 'early late ' ] || { echo "CHANGED: a shell does not wait for the pipe's end" >&2; exit 1; }
[ "$java" = 'early ' ] || { echo "CHANGED: the stream lasts as long as the pipe" >&2; exit 1; }
echo "as seen: the stream ends with the child"
