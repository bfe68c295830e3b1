#!/bin/sh
# -XX:+ExitOnOutOfMemoryError does not end a JVM that cannot make a thread, though what is thrown is an OutOfMemoryError; no heap
# dump is made either. The same flags at a full heap end it with status 3.
#
# Guess: the flag is about the error: the first OutOfMemoryError, whatever ran out, ends the process, and the supervisor starts it anew.
# Seen (JDK 25.0.3, 60 processes and threads allowed by pids.max of a cgroup): "unable to create native thread" is thrown and
#   caught, the JVM goes on and exits with 0; with a full heap of 16 MB 3.
#   The flags are looked at where the heap is full, not where a thread is refused.
# So: a service at its limit of threads stays up and serves badly. Interleave says that no more threads can be had, of a run and
#   of the monitor, where it catches the error.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
[ "$(id -u)" = 0 ] || { echo "needs root, to limit threads by a cgroup" >&2; exit 2; }
for root in /sys/fs/cgroup/pids /sys/fs/cgroup /sys/fs/cgroup/unified none; do
    { [ -d "$root" ] && mkdir "$root/findings-$$" && [ -e "$root/findings-$$/pids.max" ]; } 2>/dev/null && break
    rmdir "$root/findings-$$" 2>/dev/null || :
done
[ "$root" != none ] || { echo "needs the pids controller of cgroups" >&2; exit 2; }
trap 'rmdir "$root/findings-$$"; rm -rf "$dir"' EXIT
echo 60 >"$root/findings-$$/pids.max"
cat >Full.java <<'JAVA'
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/** Makes threads, or keeps arrays, until there is no more; then ends in order. */
public class Full {
    public static void main(String[] args) {
        var kept = new ArrayList<byte[]>();
        try {
            for (int i = 0; i < 1_000; i++) {
                if (args[0].equals("threads")) Thread.ofPlatform().daemon().start(LockSupport::park);
                else kept.add(new byte[1 << 20]);
            }
        } catch (OutOfMemoryError e) {
            System.out.println("caught: " + e.getMessage());
        }
    }
}
JAVA
"$home/bin/javac" Full.java
end() {
    status=0
    sh -c 'echo $$ >"$0/cgroup.procs"; exec "$@"' "$root/findings-$$" "$home/bin/java" -Xmx16m -XX:+UseSerialGC \
        -XX:+ExitOnOutOfMemoryError -XX:+HeapDumpOnOutOfMemoryError -Xlog:disable -cp . Full "$1" >"$1.out" 2>&1 || status=$?
    echo "$1: status $status, $(ls | grep -c hprof || :) heap dumps; $(grep caught "$1.out" || echo nothing caught)"
    rm -f ./*.hprof
}
end threads | tee seen
end heap | tee -a seen
grep -q "threads: status 0, 0 heap dumps; caught: unable to create native thread" seen ||
    { echo "CHANGED: the flags hold for threads" >&2; exit 1; }
grep -q "heap: status 3, 1 heap" seen || { echo "CHANGED: a full heap does not end it with 3" >&2; exit 1; }
echo "as seen: the flag is about the heap"
