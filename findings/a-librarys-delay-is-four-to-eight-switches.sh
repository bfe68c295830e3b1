#!/bin/sh
# To wait for a millisecond costs one kernel switch by Thread.sleep, four by Reactor and RxJava, six by
# CompletableFuture and seven or eight by a delay() of Kotlin on its default dispatcher.
#
# Guess: a library's timer is one thread more: two or three switches, its own, and whoever waits.
# Seen (JDK 25.0.3, reactor-core 3.8.8, rxjava 3.1.12, kotlinx-coroutines 1.11.0, 2 CPUs), 400 waits of 1 ms, one after
#   the other, switches of all threads for each: Thread.sleep 1.0 to 1.3, Mono.delay().block() 4.1 to 4.5,
#   Completable.timer().blockingAwait() 4.3, runAsync(delayedExecutor).join() 5.5 to 6.0, runBlocking { delay } 1.2,
#   runBlocking(Dispatchers.Default) { delay } 6.6 to 8.0. The thread that keeps the times wakes another to go on, that
#   one the caller; each new time wakes the first, as it was asleep.
# So: a chain of steps over a library with one in flight is mostly wake-ups, of which the code shows none. Interleave
#   shows them: its timer models have 1.3 to 5.8 with one in flight and far fewer with many.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/projectreactor/reactor-core/3.8.8/reactor-core-3.8.8.jar org/reactivestreams/reactive-streams/1.0.4/reactive-streams-1.0.4.jar \
    org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar io/reactivex/rxjava3/rxjava/3.1.12/rxjava-3.1.12.jar \
    org/jetbrains/kotlinx/kotlinx-coroutines-core-jvm/1.11.0/kotlinx-coroutines-core-jvm-1.11.0.jar \
    org/jetbrains/kotlin/kotlin-stdlib/2.2.20/kotlin-stdlib-2.2.20.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Waits.java <<'JAVA'
import io.reactivex.rxjava3.core.Completable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.Dispatchers;
import reactor.core.publisher.Mono;

/** Kernel switches of all threads for a wait of a millisecond, by who keeps the time. */
public class Waits {
    private static final int TIMES = 400;

    private interface Wait {
        void once() throws Exception;
    }

    private static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks)
                for (String line : Files.readAllLines(task.resolve("status")))
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.replaceAll("\\D+", ""));
        }
        return sum;
    }

    private static void show(String name, Wait wait) throws Exception {
        for (int i = 0; i < 300; i++) wait.once();
        Thread.sleep(500);
        long before = switches();
        for (int i = 0; i < TIMES; i++) wait.once();
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, (switches() - before) / (double) TIMES);
    }

    private static void kotlin(CoroutineContext context) throws InterruptedException {
        BuildersKt.runBlocking(context, (_, continuation) -> DelayKt.delay(1, continuation));
    }

    public static void main(String[] unused) throws Exception {
        show("Thread.sleep", () -> Thread.sleep(1));
        show("Reactor", () -> Mono.delay(Duration.ofMillis(1)).block());
        show("RxJava", () -> Completable.timer(1, TimeUnit.MILLISECONDS).blockingAwait());
        var delayed = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS);
        show("CompletableFuture", () -> CompletableFuture.runAsync(() -> {}, delayed).join());
        show("Kotlin,runBlocking", () -> kotlin(EmptyCoroutineContext.INSTANCE));
        show("Kotlin,Dispatchers.Default", () -> kotlin(Dispatchers.getDefault()));
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Waits.java
echo "who keeps the time, switches of a wait of 1 ms:"
"$home/bin/java" -cp '*:.' Waits 2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { exit !(n["Thread.sleep"] < 2 && n["Reactor"] > 3 && n["RxJava"] > 3 && n["CompletableFuture"] > 4 \
    && n["Kotlin,Dispatchers.Default"] > 5) }' seen || { echo "CHANGED: fewer than three for each library" >&2; exit 1; }
awk '$1 == "Kotlin,runBlocking" { exit !($2 < 2.5) }' seen || { echo "CHANGED: Kotlin's own loop does not wait by itself" >&2; exit 1; }
echo "as seen: four to eight switches for a wait of one"
