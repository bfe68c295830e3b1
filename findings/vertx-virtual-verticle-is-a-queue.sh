#!/bin/sh
# Vert.x: a verticle on virtual threads handles one message of the event bus at a time, as a worker does, whether its handler blocks or
# waits by Vert.x's own Future.await, which lets other work of the verticle in.
#
# Guess: each message has a virtual thread, so eight handlers that wait for 100 ms take 100 ms, at least where they use await.
# Seen (vertx-core 5.0.7, JDK 25.0.3), eight messages: on virtual threads with Thread.sleep 806 to 813 ms, with vertx.timer(100 ms).await()
#   827 to 866 ms, as a worker 806 to 855 ms: never two at once. Eight tasks given to the same verticle by runOnContext take 800 ms
#   with sleep and 100 with await, all at once: the consumer takes its next message when the handler has returned.
# So: such a verticle is a queue with one server for each address it listens to. Interleave's virtual model has a thread for each task,
#   and no context around it.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in io/vertx/vertx-core/5.0.7/vertx-core-5.0.7.jar io/vertx/vertx-core-logging/5.0.7/vertx-core-logging-5.0.7.jar \
    com/fasterxml/jackson/core/jackson-core/2.18.2/jackson-core-2.18.2.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
for part in common buffer transport handler codec-base handler-proxy codec-socks codec-http codec-compression codec-http2 \
    resolver resolver-dns codec-dns transport-native-unix-common; do
    curl -sSfLO "https://repo1.maven.org/maven2/io/netty/netty-$part/4.2.9.Final/netty-$part-4.2.9.Final.jar"
done
cat >Turns.java <<'JAVA'
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Eight messages, or tasks, for a verticle that waits 100 ms for each: how long they take, and how many are handled at once. */
public class Turns {
    private final CountDownLatch done = new CountDownLatch(8);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Vertx vertx;
    private final boolean await;

    private Turns(Vertx vertx, boolean await) {
        this.vertx = vertx;
        this.await = await;
    }

    private void handle() {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        if (await) vertx.timer(100).await();
        else sleep();
        now.decrementAndGet();
        done.countDown();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(ThreadingModel model, boolean messages) throws Exception {
        var home = new AtomicReference<Context>();
        String address = model + " " + await + " " + messages;
        vertx.deployVerticle(
                        () -> new VerticleBase() {
                            @Override
                            public Future<?> start() {
                                home.set(context);
                                vertx.eventBus().consumer(address, message -> handle());
                                return Future.succeededFuture();
                            }
                        },
                        new DeploymentOptions().setThreadingModel(model))
                .await(10, TimeUnit.SECONDS);
        long begin = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            if (messages) vertx.eventBus().send(address, "");
            else home.get().runOnContext(none -> handle());
        }
        done.await();
        System.out.println(model + (messages ? " messages" : " tasks") + (await ? " await " : " sleep ")
                + (System.nanoTime() - begin) / 1_000_000 + " " + most);
    }

    public static void main(String[] unused) throws Exception {
        var vertx = Vertx.vertx();
        new Turns(vertx, false).show(ThreadingModel.WORKER, true);
        new Turns(vertx, false).show(ThreadingModel.VIRTUAL_THREAD, true);
        new Turns(vertx, true).show(ThreadingModel.VIRTUAL_THREAD, true);
        new Turns(vertx, false).show(ThreadingModel.VIRTUAL_THREAD, false);
        new Turns(vertx, true).show(ThreadingModel.VIRTUAL_THREAD, false);
        System.exit(0);
    }
}
JAVA
echo "threading model, what it is given, how the handler waits, ms for eight, most at once:"
"$home/bin/java" -cp '*' Turns.java 2>/dev/null | tee seen
awk '$2 == "messages" { n++; if ($4 < 750 || $5 != 1) exit 1 } END { exit n != 3 }' seen ||
    { echo "CHANGED: messages overlap" >&2; exit 1; }
awk '$2 " " $3 == "tasks await" { exit !($4 < 500 && $5 > 4) }' seen || { echo "CHANGED: tasks that await take turns" >&2; exit 1; }
echo "as seen: one message at a time"
