#!/bin/sh
# JDK 25: as many virtual threads as there are CPUs that meet at a class which is just being initialised stop all others, until the class is
# ready. One that initialises it and waits in there does not.
#
# Guess: since monitors do not pin (24) only native frames do; who waits for a class gives its carrier back, or another is made.
# Seen (JDK 25.0.3, two carriers), a class whose initialiser sleeps 1.5 s, another virtual thread started 0.2 s later runs: with one thread at
#   the class after 0 to 4 ms, with two after 1,297 ms, with ten after 1,299 ms. Ten platform threads: after 0 to 1 ms.
#   Who initialises is pinned by the JVM's frame below, and who waits for it is, too; no carrier is made in place of theirs.
# So: the first requests after a start can stand in line where OS threads would not. Interleave leaves a warm-up out of what it measures.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Meet.java <<'JAVA'
import java.util.concurrent.CompletableFuture;

/** How long a fresh virtual thread waits while others meet at a class. */
public class Meet {
    static class Slow {
        static final Object READY = sleep();

        private static Object sleep() {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "ready";
        }
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[1]);
        Thread.Builder builder = args[0].equals("virtual") ? Thread.ofVirtual() : Thread.ofPlatform();
        Thread.ofVirtual().start(() -> {}).join();
        for (int i = 0; i < threads; i++) builder.start(() -> Slow.READY.hashCode());
        Thread.sleep(200);
        var ran = new CompletableFuture<Long>();
        long begin = System.nanoTime();
        Thread.ofVirtual().start(() -> ran.complete(System.nanoTime() - begin));
        System.out.println(args[0] + " " + threads + " " + ran.get() / 1_000_000);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" Meet.java
echo "threads at the class, ms until another virtual thread runs:"
for threads in "virtual 1" "virtual 2" "virtual 10" "platform 10"; do
    # shellcheck disable=SC2086
    "$home/bin/java" -Djdk.virtualThreadScheduler.parallelism=2 Meet $threads
done | tee seen
awk '$1 == "virtual" && $2 > 1 { if ($3 < 900) exit 1 }' seen || { echo "CHANGED: others run meanwhile" >&2; exit 1; }
awk '$1 == "platform" || $2 == 1 { if ($3 > 600) exit 1 }' seen || { echo "CHANGED: one stops all, too" >&2; exit 1; }
echo "as seen: a class stops all virtual threads"
