#!/bin/sh
# Vert.x: a request that a worker verticle answers costs four to eight kernel switches where one client waits for each answer,
# and one on an event loop; with 64 clients at once it is well below one.
#
# Guess: one to wake the event loop, one to wake the worker, one to hand the answer back to the loop: three. A virtual thread as
#   verticle: three as well.
# Seen (vertx-core 5.0.7, JDK 25.0.3, 2 CPUs): event loop 1.0, worker 4.1 to 8.6, virtual thread 3.6 to 6.5. A request
#   is handed over more than once: its head and its end each wake a thread.
# So: the number of switches belongs to the load as much as to the model; Interleave shows it live for a server that is named
#   by --target.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
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

cat >Hello.java <<'JAVA'
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Serves, or asks as one client, one request at a time, and gives the server's switches for each. */
public class Hello {
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("serve")) serve(ThreadingModel.valueOf(arguments[1]));
        else ask(Integer.parseInt(arguments[0]), arguments[1]);
    }

    static void serve(ThreadingModel model) throws Exception {
        var verticle = new AbstractVerticle() {
            @Override
            public void start() {
                vertx.createHttpServer()
                        .requestHandler(request -> request.response().end("hello"))
                        .listen(0, "127.0.0.1")
                        .onSuccess(server -> System.out.println(server.actualPort()));
            }
        };
        Vertx.vertx().deployVerticle(verticle, new DeploymentOptions().setThreadingModel(model))
                .await();
    }

    static void ask(int port, String server) throws Exception {
        byte[] request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[4096];
        try (var socket = new Socket("127.0.0.1", port)) {
            long before = 0;
            for (int i = 0; i < 6_000; i++) {
                if (i == 3_000) before = switches(server);
                socket.getOutputStream().write(request);
                String got = "";
                while (!got.endsWith("hello"))
                    got += new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.US_ASCII);
            }
            System.out.printf(Locale.ROOT, "%.2f%n", (switches(server) - before) / 3_000.0);
        }
    }

    static long switches(String pid) throws IOException {
        long sum = 0;
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks.toList()) {
                for (String line : Files.readAllLines(task.resolve("status"))) {
                    if (line.contains("voluntary_ctxt")) sum += Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
                }
            }
        }
        return sum;
    }
}
JAVA
"$home/bin/javac" -cp '*' Hello.java 2>/dev/null
for model in EVENT_LOOP WORKER VIRTUAL_THREAD; do
    "$home/bin/java" -cp '.:*' Hello serve $model >port 2>/dev/null &
    server=$!
    for look in 1 2 3 4 5 6 7 8 9 10; do [ -s port ] || sleep 0.5; done
    echo "$model $("$home/bin/java" -cp '.:*' Hello "$(cat port)" $server 2>/dev/null)"
    kill $server
    wait $server 2>/dev/null || true
    rm port
done | tee seen
awk '{ each[$1] = $2 } END { exit !(each["EVENT_LOOP"] < 1.7 && each["WORKER"] > 3.2) }' seen ||
    { echo "CHANGED: a worker's request is three switches" >&2; exit 1; }
echo "as seen: more than three switches for a request that a worker answers"
