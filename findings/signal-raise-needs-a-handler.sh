#!/bin/sh
# sun.misc.Signal.raise: with the default action put back, it throws and the process lives on.
#
# Guess: Signal.handle(TERM, SIG_DFL), then Signal.raise(TERM): the process dies of SIGTERM, a shell sees 143.
# Seen (JDK 25.0.3): IllegalArgumentException "Unhandled signal: SIGTERM" from raise; exit status 0 at the end of main.
# So: to end by a signal, as a shell expects of a command that was interrupted, Interleave puts the default action back and
#   has the kernel send the signal (kill of its own process id).
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Raise.java <<'JAVA'
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Puts the default action of TERM back and raises it, or has the kernel send it. */
public class Raise {
    public static void main(String[] args) throws Exception {
        Signal term = new Signal("TERM");
        Signal.handle(term, SignalHandler.SIG_DFL);
        if (args[0].equals("kill")) {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-TERM", self).inheritIO().start().waitFor();
        } else {
            try {
                Signal.raise(term);
            } catch (IllegalArgumentException refused) {
                System.out.println(refused.getMessage());
            }
        }
        Thread.sleep(300);
        System.out.println("alive");
    }
}
JAVA
"$home/bin/javac" -XDignore.symbol.file Raise.java 2>/dev/null
raised=0
words=$("$home/bin/java" -cp . Raise raise) || raised=$?
killed=0
"$home/bin/java" -cp . Raise kill >/dev/null || killed=$?
echo "raise: status $raised, says: $(echo "$words" | tr '\n' ' ')"
echo "kill:  status $killed"
[ "$killed" = 143 ] || { echo "CHANGED: the default action is not back" >&2; exit 1; }
[ "$raised" = 0 ] && echo "$words" | grep -q alive || { echo "CHANGED: raise ends the process" >&2; exit 1; }
echo "as seen: raise refuses and the process lives"
