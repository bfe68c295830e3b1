#!/bin/sh
# JFR's "Thread Context Switch Rate" of a JVM that does nothing is the switch rate of the whole machine.
#
# Guess: an event of a JVM's recording, beside "Thread CPU Load" and "JVM: thread statistics", counts that JVM's threads.
# Seen (JDK 25.0.3, Linux 6.18): an idle JVM records 17,000 to 22,000 Hz while another process switches; its own threads made
#   fewer than 100 a second. The number is /proc/stat's ctxt. The event's fields and its description ("Number of context
#   switches per second") name neither machine nor process.
# So: Interleave's switches of a run come from getrusage in its worker, and a JFR file is no witness of them.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/jfr" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
neighbour=
trap 'kill $neighbour 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"

cat >Neighbour.java <<'JAVA'
/** Sixteen threads that sleep for a millisecond, again and again. */
public class Neighbour {
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 16; i++)
            Thread.ofPlatform().daemon().start(() -> {
                while (true) java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            });
        Thread.sleep(60_000);
    }
}
JAVA
cat >Idle.java <<'JAVA'
import java.nio.file.*;

/** Does nothing for 8 s; prints the switches a second of its own threads. */
public class Idle {
    static long own() throws Exception {
        long switches = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("ctxt_switches")) switches += Long.parseLong(line.split("\\s+")[1]);
        }
        return switches;
    }

    public static void main(String[] args) throws Exception {
        Thread.sleep(2000);
        long before = own();
        Thread.sleep(6000);
        System.out.println((own() - before) / 6);
    }
}
JAVA
"$home/bin/javac" Neighbour.java Idle.java
"$home/bin/java" -XX:+UseSerialGC Neighbour &
neighbour=$!
"$home/bin/java" -XX:+UseSerialGC -Xlog:disable -Xlog:all=off \
    "-XX:StartFlightRecording=filename=idle.jfr,jdk.ThreadContextSwitchRate#enabled=true,jdk.ThreadContextSwitchRate#period=1s" \
    Idle 2>/dev/null | tail -1 >own
recorded=$("$home/bin/jfr" print --events jdk.ThreadContextSwitchRate idle.jfr |
    awk '$1 == "switchRate" { print int($3) }' | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }')
echo "the idle JVM's own threads: $(cat own) switches/s; its recording says $recorded Hz"
[ "$recorded" -gt 5000 ] && [ "$(cat own)" -lt $((recorded / 5)) ] ||
    { echo "CHANGED: the recording does not count the whole machine any more" >&2; exit 1; }
echo "as seen: the rate in the recording is the machine's"
