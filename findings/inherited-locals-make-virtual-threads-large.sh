#!/bin/sh
# A hundred InheritableThreadLocals of whoever starts them, as of a framework's contexts, make each virtual thread five
# kilobytes instead of one, and its start slower, though it reads none of them.
#
# Guess: the values are shared with the parent until the child sets one, or are looked up there: no difference.
# Seen (JDK 25.0.3), 20,000 virtual threads that wait, bytes of heap for each: none set 1,310 to 1,930, a hundred set
#   4,730 to 5,010, a hundred set and inheritInheritableThreadLocals(false) 750 to 890. The whole table is copied for
#   each thread when it is made.
# So: a million virtual threads may cost 5 GB by what their parent has in its hands. Interleave has none that are
#   inherited.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Inherit.java <<'JAVA'
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/** Bytes of heap for a virtual thread that waits, by what its parent has set. */
public class Inherit {
    private static final int THREADS = 20_000;

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void show(String name, boolean inherit) throws InterruptedException {
        long before = used();
        var all = new ArrayList<Thread>();
        var there = new CountDownLatch(THREADS);
        var end = new CountDownLatch(1);
        for (int i = 0; i < THREADS; i++)
            all.add(Thread.ofVirtual().inheritInheritableThreadLocals(inherit).start(() -> {
                there.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        there.await();
        Thread.sleep(300);
        System.out.println(name + " " + (used() - before) / THREADS);
        end.countDown();
        for (Thread one : all) one.join();
    }

    public static void main(String[] unused) throws InterruptedException {
        show("first", true);
        show("none", true);
        var locals = new ArrayList<InheritableThreadLocal<Integer>>();
        for (int i = 0; i < 100; i++) {
            var local = new InheritableThreadLocal<Integer>();
            local.set(i);
            locals.add(local);
        }
        show("hundred", true);
        show("hundred,not-inherited", false);
    }
}
JAVA
"$home/bin/javac" Inherit.java
echo "what the parent has set, bytes a virtual thread:"
"$home/bin/java" -XX:+UseSerialGC -Xmx1g -Xmn400m Inherit | grep -v first | tee seen
awk '{ n[$1] = $2 } END { exit !(n["hundred"] - n["none"] > 2000 && n["hundred,not-inherited"] - n["none"] < 1000) }' seen ||
    { echo "CHANGED: what is inherited takes no memory" >&2; exit 1; }
echo "as seen: each thread has a copy"
