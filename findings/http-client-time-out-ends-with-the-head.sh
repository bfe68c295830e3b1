#!/bin/sh
# java.net.http, JDK 25: a request with a timeout of half a second whose answer begins at once and then stands still for
# three: send waits for all three, and no HttpTimeoutException comes. With HttpURLConnection's read time-out it ends
# after half a second.
#
# Guess: HttpRequest.timeout is the time for the answer, and send returns the answer with its body: 0.5 s.
# Seen (JDK 25.0.3): HttpClient.send 3,000 ms and the whole body; sendAsync the same; HttpURLConnection with
#   setReadTimeout(500) throws SocketTimeoutException after 500 ms. The time-out ends with the head of the answer.
#   sendAsync with orTimeout ends in time.
# So: threads and connections that wait on a stalled server are held for as long as it likes, with a time-out set. No
#   time-out of Interleave is of this kind.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Stalled.java <<'JAVA'
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** How long a call with a time-out of 500 ms takes, where an answer's head comes at once and half of its body after 3 s. */
public class Stalled {
    private static void answer(Socket connection) {
        try (connection) {
            connection.getInputStream().read(new byte[4096]);
            var out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\nha".getBytes());
            Thread.sleep(3_000);
            out.write("lf".getBytes());
        } catch (IOException | InterruptedException e) {
            // The client went away.
        }
    }

    private static void show(String name, Callable<String> call) {
        long begin = System.nanoTime();
        String end;
        try {
            end = call.call();
        } catch (ExecutionException e) {
            end = e.getCause().getClass().getSimpleName();
        } catch (Exception e) {
            end = e.getClass().getSimpleName();
        }
        System.out.println(name + " " + (System.nanoTime() - begin) / 1_000_000 + " " + end);
    }

    public static void main(String[] unused) throws Exception {
        var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Socket connection = server.accept();
                    Thread.ofPlatform().daemon().start(() -> answer(connection));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        var uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofMillis(500)).build();
        var client = HttpClient.newHttpClient();
        show("send", () -> client.send(request, BodyHandlers.ofString()).body());
        show("sendAsync", () -> client.sendAsync(request, BodyHandlers.ofString()).get().body());
        show("sendAsync,orTimeout", () -> client.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(500, TimeUnit.MILLISECONDS)
                .get()
                .body());
        show("HttpURLConnection", () -> {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setReadTimeout(500);
            return new String(connection.getInputStream().readAllBytes());
        });
        System.exit(0);
    }
}
JAVA
echo "call with a time-out of 500 ms, milliseconds, how it ended:"
"$home/bin/java" Stalled.java | tee seen
awk '$1 == "send" || $1 == "sendAsync" { if ($2 < 2500 || $3 != "half") bad = 1 } END { exit bad }' seen ||
    { echo "CHANGED: the time-out is of the body, too" >&2; exit 1; }
awk '$1 ~ /orTimeout|URL/ { exit !($2 < 2500 && $3 ~ /Timeout/) }' seen || { echo "CHANGED: the others wait as well" >&2; exit 1; }
echo "as seen: the time-out ends with the head of the answer"
