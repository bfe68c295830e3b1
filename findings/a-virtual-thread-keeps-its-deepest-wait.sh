#!/bin/sh
# JDK 25: a virtual thread that has once waited under a deep stack keeps memory of that size while it waits at the top
# of its stack, through any number of collections. One that was as deep and did not wait there keeps none.
#
# Guess: a parked virtual thread costs the frames that it has now, 1 to 2 kB at the top, whatever it did before; what it
#   does not need is given back at the next collection.
# Seen (JDK 25.0.3), bytes of heap for each of 5,000 threads that wait at the top, after three collections, and when
#   they were woken and wait there again: never deep 1,480 to 2,010, then 2,090 to 2,940; 500 frames deep 1,330, then
#   1,860 to 1,920; 500 frames deep and waited there 17,110 to 17,570, then 760 with Parallel and G1, 760 to 17,000 with
#   Serial. The stack is copied into an object, and the next wait uses that object again, as large as it is, unless a
#   collection came between.
# So: a million idle connections of 2 kB may be of 17, by where they waited once before (a driver, a lock below a
#   framework's filters). What Interleave shows for a thread in flight is of the stack that its task has.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Deep.java <<'JAVA'
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Bytes of heap a virtual thread that waits at the top of its stack, by what it did before; and when it was woken and waits there again. */
public class Deep {
    private static final int THREADS = 5_000;

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int below(int frames, boolean wait) {
        if (frames > 0) return below(frames - 1, wait) + 1;
        if (wait) LockSupport.parkNanos(1_000_000);
        return 0;
    }

    private static void show(String name, int frames, boolean waitThere) throws Exception {
        long before = used();
        var all = new ArrayList<Thread>();
        var there = new Semaphore(0);
        var again = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        for (int i = 0; i < THREADS; i++)
            all.add(Thread.ofVirtual().start(() -> {
                below(frames, waitThere);
                try {
                    there.release();
                    again.await();
                    there.release();
                    end.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        there.acquire(THREADS);
        Thread.sleep(300);
        long first = used() - before;
        again.countDown();
        there.acquire(THREADS);
        Thread.sleep(300);
        long second = used() - before;
        System.out.println(name + " " + first / THREADS + " " + second / THREADS);
        end.countDown();
        for (Thread one : all) one.join();
    }

    public static void main(String[] unused) throws Exception {
        show("first", 1, true);
        show("shallow", 1, true);
        show("deep", 500, false);
        show("deep-wait", 500, true);
    }
}
JAVA
"$home/bin/javac" Deep.java
echo "collector, what it did before, bytes a thread, and after it was woken and waits again:"
for collector in Serial Parallel G1; do
    "$home/bin/java" -XX:+Use${collector}GC -Xmx1g -Xmn400m Deep | sed "s/^/$collector /" | grep -v first
done | tee seen
awk '$2 == "shallow" { least = $3 } $2 == "deep-wait" { n++; if ($3 > 6000 && $3 > 3 * least) kept++ }
    END { exit !(n == 3 && kept == 3) }' seen || { echo "CHANGED: the memory of a deep stack is given back" >&2; exit 1; }
echo "as seen: where it waited deep, it stays large"
