#!/bin/sh
# Aeron: one byte sent from a thread to another of the same process takes 200 MB of memory; over UDP on the same
# machine 100 MB more.
#
# Guess: three buffers of 16 MB for the stream, files with holes, of which a page is in use: 48 MB of addresses, some
#   kB of memory.
# Seen (aeron-driver 1.44.1, JDK 25.0.3), disk space that the driver's folder takes (as shared memory it is memory):
#   driver alone 8 MB, after one byte over aeron:ipc 205 MB, after a stream over UDP as well 303 MB; resident memory of
#   the JVM grows as much. Each stream has three buffers of 64 MB (16 MB over UDP, for the sender and for the
#   receiver), written through when they are made.
# So: RSS of a messaging service is its streams and not its messages, and each process that maps a stream counts all of
#   it again; in a container with 64 MB of /dev/shm no stream can be made. PSS, which Interleave shows, halves what two
#   share.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
maven=https://repo1.maven.org/maven2
for jar in io/aeron/aeron-driver/1.44.1/aeron-driver-1.44.1.jar io/aeron/aeron-client/1.44.1/aeron-client-1.44.1.jar \
    org/agrona/agrona/1.23.1/agrona-1.23.1.jar; do
    curl -sSfLO "$maven/$jar"
done
cat >OneByte.java <<'JAVA'
import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import org.agrona.concurrent.UnsafeBuffer;

/** Kibibytes on disk of the driver's folder: alone, and after one byte has been sent within the process. */
public class OneByte {
    private static void show(String name, String folder) throws Exception {
        var du = new ProcessBuilder("du", "-sk", folder).start();
        System.out.println(name + " " + new String(du.getInputStream().readAllBytes()).split("\t")[0]);
    }

    public static void main(String[] args) throws Exception {
        var context = new MediaDriver.Context().aeronDirectoryName(args[0]).dirDeleteOnShutdown(true);
        try (var driver = MediaDriver.launch(context);
                var aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(args[0]))) {
            show("driver", args[0]);
            var sender = aeron.addPublication("aeron:ipc", 10);
            var receiver = aeron.addSubscription("aeron:ipc", 10);
            var message = new UnsafeBuffer(new byte[1]);
            while (sender.offer(message) < 0) Thread.sleep(1);
            while (receiver.poll((_, _, _, _) -> {}, 1) == 0) Thread.sleep(1);
            show("byte", args[0]);
        }
    }
}
JAVA
"$home/bin/javac" -cp '*' OneByte.java
echo "KiB in use by the driver's folder:"
"$home/bin/java" --add-opens java.base/sun.nio.ch=ALL-UNNAMED --add-opens java.base/jdk.internal.misc=ALL-UNNAMED -cp '*:.' OneByte "$dir/aeron" \
    2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { exit !(n["driver"] < 60000 && n["byte"] - n["driver"] > 150000) }' seen || { echo "CHANGED: it takes less" >&2; exit 1; }
echo "as seen: 200 MB"
