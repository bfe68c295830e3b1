#!/bin/sh
# HttpURLConnection: twenty threads that ask the same server, pause, and ask again open fifteen new connections each
# time: no more than five idle ones are kept.
#
# Guess: HTTP/1.1 keeps connections: twenty in all, or each thread keeps its own.
# Seen (JDK 25.0.3), ten rounds in which all ask at once, each answer read to its end, connections that the server
#   accepted: 5 threads 5, 20 threads 150; with http.maxConnections=20 20 in all. The sixth connection to fall idle is
#   closed.
# So: a load of twenty such clients measures connecting for the most part. Interleave counts connections that were
#   opened beside those that were kept.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Rounds.java <<'JAVA'
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that a keeping HTTP server accepts from threads that ask in ten rounds, all at once. */
public class Rounds {
    private static final AtomicInteger ACCEPTED = new AtomicInteger();

    private static void serve(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                while (!line.isEmpty()) line = in.readLine();
                Thread.sleep(50);
                connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes());
            }
        } catch (IOException | InterruptedException e) {
            // The client closed it.
        }
    }

    private static void ask(int threads, URL url) throws Exception {
        int before = ACCEPTED.get();
        var round = new CyclicBarrier(threads);
        var all = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++)
                all.add(pool.submit(() -> {
                    for (int k = 0; k < 10; k++) {
                        round.await();
                        try (var answer = url.openConnection().getInputStream()) {
                            answer.readAllBytes();
                        }
                    }
                    return null;
                }));
            for (Future<?> one : all) one.get();
        }
        System.out.println(threads + " " + (ACCEPTED.get() - before));
    }

    public static void main(String[] unused) throws Exception {
        var server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Socket connection = server.accept();
                    ACCEPTED.incrementAndGet();
                    Thread.ofPlatform().daemon().start(() -> serve(connection));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        URL url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/").toURL();
        ask(5, url);
        ask(20, url);
    }
}
JAVA
"$home/bin/javac" Rounds.java
echo "threads, connections of ten rounds:"
"$home/bin/java" Rounds | tee seen
echo "with http.maxConnections=20:"
"$home/bin/java" -Dhttp.maxConnections=20 Rounds | tee kept
awk '$1 == 20 { exit !($2 > 100) }' seen || { echo "CHANGED: more than five idle connections are kept" >&2; exit 1; }
awk '$1 == 20 { exit !($2 < 60) }' kept || { echo "CHANGED: not with http.maxConnections=20 either" >&2; exit 1; }
echo "as seen: five are kept, the others are made anew"
