#!/bin/sh
# java.io: closing System.out, or any stream over FileDescriptor.out, does not free descriptor 1: the JDK puts /dev/null there.
# A reader of the pipe sees its end at once, and whatever writes to descriptor 1 later, native code or a child that inherits
# it, is lost without an error, where a C program's write would say EBADF and its next open would be descriptor 1.
#
# Guess: close closes; the descriptor is free, and the next file that is opened gets the number 1.
# Seen (JDK 25.0.3 and 17.0.15): afterwards /proc/self/fd/1 is /dev/null; a file opened next gets another number; a child
#   with inherited output prints into nothing and exits 0.
# So: Interleave writes what it has to say last to a descriptor of its own, and never closes the stream.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Shut.java <<'JAVA'
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Closes standard output, and says on standard error what descriptor 1 is then. */
public class Shut {
    public static void main(String[] unused) throws Exception {
        System.out.println("before");
        System.out.close();
        Path one = Path.of("/proc/self/fd/1");
        System.err.println("descriptor 1: " + Files.readSymbolicLink(one));
        try (var next = new FileOutputStream("next")) {
            System.err.println("after an open: " + Files.readSymbolicLink(one));
        }
        int exit = new ProcessBuilder("echo", "from the child").inheritIO().start().waitFor();
        System.err.println("child: exit " + exit);
    }
}
JAVA
"$home/bin/java" Shut.java 2>said | cat >printed
cat said
echo "printed: $(cat printed)"
[ "$(cat printed)" = before ] || { echo "CHANGED: the child's line arrives" >&2; exit 1; }
grep -qx 'descriptor 1: /dev/null' said && grep -qx 'after an open: /dev/null' said && grep -qx 'child: exit 0' said ||
    { echo "CHANGED: descriptor 1 is something else" >&2; exit 1; }
echo "as seen: /dev/null in the place of standard output"
