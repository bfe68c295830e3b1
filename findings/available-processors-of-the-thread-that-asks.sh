#!/bin/sh
# Runtime.availableProcessors() is about the thread that asks: one that is bound to a CPU sees 1, the JVM around it 2. A
# pool that such a thread makes has a parallelism of one for good.
#
# Guess: the number is the process's, from its affinity and its cgroup; a bound thread is the thread's own matter.
# Seen (JDK 25.0.3, Linux 6.18, 2 CPUs): 1 in a thread that bound itself to CPU 0, 2 in main at that time and later;
#   Executors.newWorkStealingPool() made there has parallelism 1, and keeps it when the thread is let loose again. A thread that
#   it starts is bound as well, and sees 1.
# So: what is sized by the number of CPUs is made before a thread is bound to one. Interleave binds whole processes, by taskset
#   before they start.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Bound.java <<'JAVA'
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** How many CPUs there are, by who asks. */
public class Bound {
    static final MethodHandle GET = affinity("sched_getaffinity");
    static final MethodHandle SET = affinity("sched_setaffinity");

    static MethodHandle affinity(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }

    static int cpus() {
        try {
            // Longer than the JVM keeps the number.
            Thread.sleep(100);
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
        return Runtime.getRuntime().availableProcessors();
    }

    public static void main(String[] args) throws Exception {
        System.out.println("main before: " + cpus());
        Thread thread = new Thread(Bound::bound);
        thread.start();
        thread.join();
        System.out.println("main after: " + cpus());
    }

    static void bound() {
        try (Arena arena = Arena.ofConfined()) {
            var before = arena.allocate(128);
            var first = arena.allocate(128);
            if ((int) GET.invokeExact(0, 128L, before) < 0) throw new IllegalStateException("no affinity");
            for (int cpu = 0; cpu < 1024 && first.get(ValueLayout.JAVA_BYTE, cpu / 8) == 0; cpu++)
                if ((before.get(ValueLayout.JAVA_BYTE, cpu / 8) >> (cpu % 8) & 1) == 1)
                    first.set(ValueLayout.JAVA_BYTE, cpu / 8, (byte) (1 << (cpu % 8)));
            if ((int) SET.invokeExact(0, 128L, first) != 0) throw new IllegalStateException("not bound");
            System.out.println("bound thread: " + cpus());
            var pool = (ForkJoinPool) Executors.newWorkStealingPool();
            System.out.println("a thread of a pool made there: " + pool.submit(Bound::cpus).get());
            if ((int) SET.invokeExact(0, 128L, before) != 0) throw new IllegalStateException("not let loose");
            System.out.println("let loose: " + cpus() + ", its pool: " + pool.getParallelism());
        } catch (Throwable wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
JAVA
"$home/bin/javac" Bound.java
"$home/bin/java" --enable-native-access=ALL-UNNAMED Bound >said
cat said
grep -qx 'bound thread: 1' said && grep -qx 'a thread of a pool made there: 1' said && grep -q ', its pool: 1' said ||
    { echo "CHANGED: the thread that asks does not matter" >&2; exit 1; }
grep -Eq 'main after: ([2-9]|[1-9][0-9])' said || { echo "CHANGED: a bound thread binds the process" >&2; exit 1; }
echo "as seen: the number is the asking thread's"
