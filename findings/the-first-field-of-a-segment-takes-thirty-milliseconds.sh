#!/bin/sh
# JDK 25: the first int that a program reads from a MemorySegment takes 20 to 37 ms and 87 classes more than the first
# from a ByteBuffer, which takes 0.25 ms; by a VarHandle of a struct's layout it is 29 to 60 ms and 140 classes.
#
# Guess: none was written; the start of Interleave met it. One would have said some classes, and 3 ms.
# Seen (JDK 25.0.3, Serial, its default class data archive), in main, least of three: ByteBuffer 0.25 ms, segment 22,
#   field 29; classes loaded in all 640, 727, 780. The reader of each layout is made at run time, out of method handles
#   and hidden classes.
# So: a tool of a short life, or a first request, pays more for how it reads a struct than for all that it does.
#   Interleave's first picture reads by ByteBuffer.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >First.java <<'JAVA'
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/** Milliseconds of the first read of an int, by the way that it is read. */
public class First {
    private static int field(MemorySegment segment) {
        var layout = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("a"), ValueLayout.JAVA_INT.withName("b"));
        VarHandle handle = layout.varHandle(MemoryLayout.PathElement.groupElement("b"));
        return (int) handle.get(segment, 0L);
    }

    public static void main(String[] args) {
        long begin = System.nanoTime();
        int read =
                switch (args[0]) {
                    case "buffer" -> ByteBuffer.allocateDirect(16).getInt(4);
                    case "segment" -> Arena.global().allocate(16).get(ValueLayout.JAVA_INT, 4);
                    default -> field(Arena.global().allocate(16));
                };
        System.out.println("took " + args[0] + " " + (System.nanoTime() - begin) / 1e6 + " " + read);
    }
}
JAVA
"$home/bin/javac" First.java
echo "how it is read, milliseconds, classes loaded:"
for way in buffer segment field; do
    for _ in 1 2 3; do
        "$home/bin/java" -XX:+UseSerialGC -Xlog:class+load:file=loaded First $way
    done | awk '/^took/ && (!least || $3 < least) { least = $3 } END { printf "%s %.2f ", "'$way'", least }'
    grep -c 'source:' loaded
done | tee seen
awk '{ n[$1] = $2; classes[$1] = $3 } END { exit !(n["segment"] > 10 * n["buffer"] && n["field"] > n["buffer"] * 10 &&
    classes["segment"] - classes["buffer"] > 40 && classes["field"] - classes["segment"] > 20) }' seen ||
    { echo "CHANGED: the first read is as fast" >&2; exit 1; }
echo "as seen: by far slower"
