#!/bin/sh
# A blocking call of an HTTP client, one at a time over one kept connection: java.net.http.HttpClient.send costs 10 to 17 kernel
# switches, OkHttp's execute 6 to 8, HttpURLConnection and Apache's classic client one.
#
# Guess: OkHttp reads and writes on the caller's thread as Apache does: one, for the wait. HttpClient.send hands over to its
#   selector and back: three.
# Seen (JDK 25.0.3, okhttp 5.3.2, httpclient5 5.5.1, 2 CPUs): HttpURLConnection 1.1, Apache 1.0 to 1.3, OkHttp 6.5 to 7.7,
#   HttpClient 11.9 to 17.2, and 10 to 13 with an executor of one thread. OkHttp's watchdog of its time-outs is woken for
#   each read; with all time-outs off it is 2 to 4.
# So: a blocking call may hide more switches than a callback; Interleave's clients speak over sockets of their own.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in com/squareup/okhttp3/okhttp-jvm/5.3.2/okhttp-jvm-5.3.2.jar com/squareup/okio/okio-jvm/3.16.4/okio-jvm-3.16.4.jar \
    org/jetbrains/kotlin/kotlin-stdlib/2.2.21/kotlin-stdlib-2.2.21.jar \
    org/apache/httpcomponents/client5/httpclient5/5.5.1/httpclient5-5.5.1.jar \
    org/apache/httpcomponents/core5/httpcore5/5.3.6/httpcore5-5.3.6.jar \
    org/apache/httpcomponents/core5/httpcore5-h2/5.3.6/httpcore5-h2-5.3.6.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar org/slf4j/slf4j-nop/2.0.17/slf4j-nop-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done

cat >Serve.java <<'JAVA'
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** Answers what one client after the other asks, until it leaves. */
public class Serve {
    public static void main(String[] unused) throws Exception {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[65_536];
        try (var server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                try (var client = server.accept()) {
                    client.setTcpNoDelay(true);
                    String asked = "";
                    for (int n; (n = client.getInputStream().read(buffer)) >= 0; ) {
                        asked += new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                        if (!asked.endsWith("\r\n\r\n")) continue;
                        client.getOutputStream().write(answer);
                        asked = "";
                    }
                }
            }
        }
    }
}
JAVA
cat >Ask.java <<'JAVA'
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Kernel switches of this process for each request. */
public class Ask {
    interface Call {
        void once() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + arguments[0] + "/");
        Call call = switch (arguments[1]) {
            case "HttpURLConnection" -> () -> {
                try (var body = ((HttpURLConnection) uri.toURL().openConnection()).getInputStream()) {
                    body.readAllBytes();
                }
            };
            case "Apache" -> {
                var client = HttpClients.createDefault();
                yield () -> client.execute(new HttpGet(uri), answer -> EntityUtils.toByteArray(answer.getEntity()));
            }
            case "OkHttp" -> {
                var client = new OkHttpClient();
                var request = new Request.Builder().url(uri.toString()).build();
                yield () -> {
                    try (var answer = client.newCall(request).execute()) {
                        answer.body().bytes();
                    }
                };
            }
            default -> {
                var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var request = HttpRequest.newBuilder(uri).build();
                yield () -> client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            }
        };
        for (int i = 0; i < 3_000; i++) call.once();
        long before = switches();
        for (int i = 0; i < 3_000; i++) call.once();
        System.out.printf(Locale.ROOT, "%s %.2f%n", arguments[1], (switches() - before) / 3_000.0);
        System.exit(0);
    }

    static long switches() throws IOException {
        long sum = 0;
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
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
"$home/bin/javac" -cp '*' Serve.java Ask.java
"$home/bin/java" Serve >port &
server=$!
trap 'kill $server; rm -rf "$dir"' EXIT
for look in 1 2 3 4 5 6 7 8 9 10; do [ -s port ] || sleep 0.5; done
for client in HttpURLConnection Apache OkHttp HttpClient; do
    timeout 60 "$home/bin/java" -cp '.:*' Ask "$(cat port)" $client
done | tee seen
awk '{ each[$1] = $2 } END { exit !(each["Apache"] < 2.5 && each["OkHttp"] > 3 && each["HttpClient"] > 5) }' seen ||
    { echo "CHANGED: a blocking call is a few switches with all clients" >&2; exit 1; }
echo "as seen: one, one, six and more, ten and more"
