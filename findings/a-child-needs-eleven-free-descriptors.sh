#!/bin/sh
# ProcessBuilder.start() of JDK 25 needs eleven free file descriptors. With eight or nine it fails, and such failures lose two of them
# for good, a pipe that stays open. With ten the reason given is "error: 0 (none)", and the advice to install the JDK anew.
#
# Guess: three pipes are six; with fewer it fails, "Too many open files", and gives back what it had.
# Seen (JDK 25.0.3, Linux 6.18), free descriptors, and lost ones after a start that failed: 5 to 7: 0; 8: 2; 9: 2; 10: "Failed to exec spawn
#   helper: exit code: 127, error: 0 (none) ... Re-install JDK to fix permission/versioning problems", 0; 11: it starts. A hundred
#   failures with nine free lose 102. The helper program that makes the child has pipes of its own, and its loader opens a library.
# So: a service near its limit of connections that starts programs comes nearer with each that fails and stays there; collections do not
#   help, as no object knows of the pipe. Interleave's monitor starts one process a run, and takes its numbers from files kept open.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Starts.java <<'JAVA'
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;

/** Starts a child with so many free descriptors, so many times; prints what came of it and how many descriptors are lost. */
public class Starts {
    private static int open() {
        System.gc();
        return new File("/proc/self/fd").list().length;
    }

    private static String start() throws InterruptedException, IOException {
        Process child;
        try {
            child = new ProcessBuilder("true").start();
        } catch (IOException e) {
            return e.getMessage().lines().findFirst().orElse("").replaceAll("pid: \\d+, |Cannot.*true.: ", "");
        }
        child.waitFor();
        child.getInputStream().close();
        child.getErrorStream().close();
        child.getOutputStream().close();
        return "starts";
    }

    private static void starts(int free, int times) throws InterruptedException, IOException {
        int before = open();
        String result = "";
        for (int i = 0; i < times; i++) {
            var held = new ArrayList<FileInputStream>(1 << 12);
            try {
                for (;;) held.add(new FileInputStream("/dev/null"));
            } catch (IOException e) {
                // None is left.
            }
            for (int k = 0; k < free; k++) held.removeLast().close();
            result = start();
            for (FileInputStream stream : held) stream.close();
        }
        System.out.println(free + " free, " + times + " starts, lost " + (open() - before) + ": " + result);
    }

    public static void main(String[] arguments) throws Exception {
        start();
        open();
        starts(5, 1);
        for (int free = 5; free <= 12; free++) starts(free, 1);
        starts(9, 100);
    }
}
JAVA
"$home/bin/javac" Starts.java
ulimit -n 400
"$home/bin/java" -XX:+UseSerialGC Starts 2>/dev/null | tail -n +2 | tee seen
grep -q '^6 .*lost 0: .*Too many open files' seen || { echo "CHANGED: six are enough, or lost" >&2; exit 1; }
grep -q '^9 free, 100 starts, lost 1[0-9][0-9]:' seen || { echo "CHANGED: a failed start gives its pipes back" >&2; exit 1; }
grep -q '^10 .*spawn helper' seen || { echo "CHANGED: ten are enough, or it tells why not" >&2; exit 1; }
grep -q '^12 .*lost 0: starts' seen || { echo "CHANGED: twelve are not enough" >&2; exit 1; }
echo "as seen: it needs eleven, and loses pipes when it has nine"
