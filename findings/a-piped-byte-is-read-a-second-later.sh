#!/bin/sh
# java.io.PipedInputStream: a byte that another thread writes is read up to a second later, though the reader waits for
# it all the time. With flush() after it, at once.
#
# Guess: a write wakes the reader: some 0.1 ms, as with a queue between two threads.
# Seen (JDK 25.0.3), six bytes, one each 1.3 s: read after 100 to 1,000 ms; each followed by flush() after 0.1 to 0.5
#   ms. The reader looks each second; a write wakes it only where the buffer is full, and flush does.
# So: a latency of half a second on average, with no CPU time and one switch a second, looks like a slow partner. No
#   stream of this kind is in Interleave, and its own frames are flushed.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Late.java <<'JAVA'
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** How many milliseconds after it was written a byte is read from a pipe between two threads: of six, in order. */
public class Late {
    private static void show(String how, boolean flush) throws Exception {
        var in = new PipedInputStream();
        var late = new double[6];
        try (var out = new PipedOutputStream(in)) {
            var written = new long[1];
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < late.length; i++) {
                        in.read();
                        late[i] = (System.nanoTime() - written[0]) / 1e6;
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            for (int i = 0; i < late.length; i++) {
                Thread.sleep(1_300);
                written[0] = System.nanoTime();
                out.write(1);
                if (flush) out.flush();
            }
            reader.join();
        }
        Arrays.sort(late);
        System.out.printf(Locale.ROOT, "%s %.1f %.1f %.1f%n", how, late[0], (late[2] + late[3]) / 2, late[5]);
    }

    public static void main(String[] unused) throws Exception {
        show("write", false);
        show("flush", true);
    }
}
JAVA
echo "how, milliseconds until a byte is read: least, median, most:"
"$home/bin/java" Late.java | tee seen
awk '$1 == "write" { exit !($3 > 200) }' seen || { echo "CHANGED: a write wakes the reader" >&2; exit 1; }
awk '$1 == "flush" { exit !($3 < 100) }' seen || { echo "CHANGED: flush does not wake it" >&2; exit 1; }
echo "as seen: the reader looks once a second"
