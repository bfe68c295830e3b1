#!/bin/sh
# Netty's water marks count 96 bytes more for each message that waits: with the high one at 64 KiB a channel stops being writable after 676
# writes of one byte.
#
# Guess: the mark is compared with the bytes that wait to be sent: 65,537 writes of one byte, 4,097 of 16.
# Seen (Netty 4.2.18, JDK 25.0.3): writes until isWritable() is false: of 1 byte 676, of 16 bytes 586, of 100 bytes 335, of 1,000
#   bytes 60; so that 676, 9,376, 33,500 and 60,000 bytes wait.
# So: pipelined requests of 100 bytes meet backpressure at half the mark, and batching moves the limit. Interleave asks for the next
#   request on a connection only when the last one is answered.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for part in common buffer transport resolver; do
    curl -sSfLO "https://repo1.maven.org/maven2/io/netty/netty-$part/4.2.18.Final/netty-$part-4.2.18.Final.jar"
done
cat >Mark.java <<'JAVA'
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;

/** How many messages of a size are written until the channel is not writable. */
public class Mark {
    public static void main(String[] unused) {
        for (int size : new int[] {1, 16, 100, 1_000}) {
            var channel = new EmbeddedChannel();
            channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(32 << 10, 64 << 10));
            int writes = 0;
            while (channel.isWritable()) {
                channel.write(Unpooled.wrappedBuffer(new byte[size]));
                writes++;
            }
            System.out.println(size + " " + writes);
        }
    }
}
JAVA
echo "bytes of a message, messages until the high mark of 65,536:"
"$home/bin/java" -cp '*' Mark.java 2>/dev/null | tee seen
printf '1 676\n16 586\n100 335\n1000 60\n' | cmp -s - seen || { echo "CHANGED" >&2; exit 1; }
echo "as seen: 96 bytes more for each"
