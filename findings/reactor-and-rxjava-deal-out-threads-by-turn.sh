#!/bin/sh
# Reactor's Schedulers.parallel() and RxJava's Schedulers.computation(): a second flow that computes is put behind the
# first, on the same thread, while the other threads are idle, if as many short ones as there are CPUs less one began
# between them.
#
# Guess: whoever is free takes the next, as in a pool with a queue: two flows on two CPUs, at once, on two threads.
# Seen (reactor-core 3.7.0, rxjava 3.1.10, JDK 25.0.3, 2 CPUs), two that compute for 0.3 s each: in a row they have two
#   threads and overlap; with one that is done at once between them both have one thread, and the second begins when
#   the first has ended. Threads are dealt out by turn when a flow begins, whatever they have to do, and none helps
#   another.
# So: with two CPUs every second flow waits for a strange one, at a load of half, and the p99 is the others' computing
#   time. Run-queue wait is 0. Interleave shows the wait in the run queue beside the response times.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
maven=https://repo1.maven.org/maven2
for jar in io/projectreactor/reactor-core/3.7.0/reactor-core-3.7.0.jar io/reactivex/rxjava3/rxjava/3.1.10/rxjava-3.1.10.jar \
    org/reactivestreams/reactive-streams/1.0.4/reactive-streams-1.0.4.jar; do
    curl -sSfLO "$maven/$jar"
done
cat >Turns.java <<'JAVA'
import io.reactivex.rxjava3.core.Completable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Threads that two flows have which compute at the same time, with none or as many between as there are CPUs less one. */
public class Turns {
    private static void compute() {
        long end = System.nanoTime() + 300_000_000;
        while (System.nanoTime() < end) Thread.onSpinWait();
    }

    private static void show(String name, Consumer<Runnable> begin, int between) throws InterruptedException {
        var threads = ConcurrentHashMap.<String>newKeySet();
        var done = new CountDownLatch(2);
        Runnable flow = () -> {
            threads.add(Thread.currentThread().getName());
            compute();
            done.countDown();
        };
        begin.accept(flow);
        for (int i = 0; i < between; i++) begin.accept(() -> {});
        begin.accept(flow);
        done.await();
        System.out.println(name + " " + between + " " + threads.size());
    }

    public static void main(String[] unused) throws InterruptedException {
        int others = Runtime.getRuntime().availableProcessors() - 1;
        Consumer<Runnable> byReactor = flow ->
                Mono.fromRunnable(flow).subscribeOn(reactor.core.scheduler.Schedulers.parallel()).subscribe();
        Consumer<Runnable> byRxJava = flow -> Completable.fromRunnable(flow)
                .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
                .subscribe();
        for (int between : new int[] {0, others}) {
            show("Reactor", byReactor, between);
            show("RxJava", byRxJava, between);
        }
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Turns.java 2>compiled || { cat compiled >&2; exit 1; }
echo "library, short flows between, threads of two that compute:"
for cpus in 2 4; do
    "$home/bin/java" -XX:ActiveProcessorCount=$cpus -cp '*:.' Turns 2>/dev/null | tee seen
    awk '$2 == 0 && $3 == 2 { apart++ } $2 > 0 && $3 == 1 { together++ } END { exit !(apart == 2 && together == 2) }' seen ||
        { echo "CHANGED: whoever is free takes the next" >&2; exit 1; }
done
echo "as seen: by turn"
