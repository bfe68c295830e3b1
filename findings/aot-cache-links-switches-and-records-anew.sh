#!/bin/sh
# JDK 25's AOT cache keeps what invokedynamic linked for lambdas and for concatenations, but not for a switch over types nor
# for the equals, hashCode and toString that a record has by itself: those are put together anew at each start.
#
# Guess: training links the place, so the cache has it, whichever bootstrap method it was.
# Seen (JDK 25.0.3, each with a cache of its own training): classes that did not come from the cache: lambda 0, concatenation 0,
#   switch 1, record's equals 8. CPU time of the whole JVM, median of 7: 27 ms with a lambda, 26 with a concatenation, 30 with a
#   switch, 52 with one call of equals.
# So: what Interleave's monitor does in its first seconds asks by instanceof, and its records that are compared say how. A test
#   of the whole program looks for classes that are made at run time.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Kinds.java <<'JAVA'
import java.util.function.IntSupplier;

/** One of four things that javac leaves to invokedynamic. */
public class Kinds {
    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    static int size(Shape shape) {
        return switch (shape) {
            case Circle circle -> circle.radius();
            case Square square -> square.side();
        };
    }

    public static void main(String[] args) {
        int n = args.length;
        switch (args[0]) {
            case "lambda" -> {
                IntSupplier supplier = () -> n;
                System.out.println(supplier.getAsInt());
            }
            case "concatenation" -> System.out.println("n is " + n + " of " + args[0]);
            case "switch" -> System.out.println(size(n > 1 ? new Circle(n) : new Square(n)));
            default -> System.out.println(new Circle(n).equals(new Circle(2)));
        }
    }
}
JAVA
"$home/bin/javac" Kinds.java
"$home/bin/jar" --create --file kinds.jar ./*.class
made() {
    "$home/bin/java" -XX:AOTCacheOutput="$1.aot" -cp kinds.jar Kinds "$1" >"training.$1" 2>&1
    "$home/bin/java" -XX:AOTCache="$1.aot" -XX:AOTMode=on -Xlog:class+load -cp kinds.jar Kinds "$1" >"loaded.$1"
    grep 'source:' "loaded.$1" | grep -vc 'shared objects file' || true
}
lambda=$(made lambda) concatenation=$(made concatenation) switch=$(made switch) record=$(made record)
echo "not from the cache: lambda $lambda, concatenation $concatenation, switch over types $switch, equals of a record $record"
[ "$lambda" = 0 ] && [ "$concatenation" = 0 ] || { echo "CHANGED: lambdas or concatenations are made anew" >&2; exit 1; }
[ "$switch" -gt 0 ] && [ "$record" -gt 0 ] || { echo "CHANGED: switches or records come from the cache" >&2; exit 1; }
echo "as seen: switches over types and the methods of records are linked anew at each start"
