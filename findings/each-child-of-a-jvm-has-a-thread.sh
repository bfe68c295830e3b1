#!/bin/sh
# java.lang.Process: each child has a thread of the JVM for itself, which waits for its end: a hundred children are a
# hundred threads more, and these are still there when the last child has ended.
#
# Guess: one thread waits for all children, by SIGCHLD or pidfd; virtual threads are there for such things.
# Seen (JDK 25.0.3, Linux 6.18): 100 children of one sleep each: 19 threads, then 119, and 119 two seconds after all
#   have ended. Their name is "process reaper", cut by the kernel to 15 characters. Node.js 20 beside it: 7 threads with
#   none as with a hundred.
# So: a service that starts programs has as many OS threads as it has children, whoever waits for them. Interleave's
#   monitor starts one process for each run.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Reapers.java <<'JAVA'
import java.io.File;
import java.util.ArrayList;

/** OS threads of this JVM: before, with a hundred children, and two seconds after these have ended. */
public class Reapers {
    private static int threads() {
        return new File("/proc/self/task").list().length;
    }

    public static void main(String[] unused) throws Exception {
        new ProcessBuilder("true").start().waitFor();
        int before = threads();
        var children = new ArrayList<Process>();
        for (int i = 0; i < 100; i++) children.add(new ProcessBuilder("sleep", "60").start());
        Thread.sleep(500);
        int with = threads();
        for (Process child : children) child.destroy();
        for (Process child : children) child.waitFor();
        Thread.sleep(2_000);
        System.out.println(before + " " + with + " " + threads());
    }
}
JAVA
echo "threads before, with a hundred children, two seconds after their end:"
"$home/bin/java" Reapers.java | tee seen
awk '{ exit !($2 - $1 > 90 && $3 - $1 > 50) }' seen || { echo "CHANGED: children share threads, or these end with them" >&2; exit 1; }
echo "as seen: a thread for each child"
