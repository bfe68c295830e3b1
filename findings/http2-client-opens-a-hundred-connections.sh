#!/bin/sh
# java.net.http with HTTP/2: a hundred requests at once by a new client open a hundred connections. After a first
# request they share one.
#
# Guess: HTTP/2 is one connection with many streams: the first request opens it, the others wait for it or open a few.
# Seen (JDK 25.0.3; vertx-core 5.2.3 as the server, HTTP/2 without TLS by upgrade), connections that the server accepts:
#   a hundred requests at once 100, all of HTTP/2; the next hundred 0; by a client that has had one answer before 1 in
#   all. What protocol the server speaks is known with the first answer; until then each request goes its own way.
# So: a service that has just been started, under load, opens as many connections as HTTP/1.1 would, and warm-up by one
#   request changes what is measured. Interleave counts connections that were opened.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
command -v mvn >/dev/null || { echo "needs mvn" >&2; exit 2; }
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.vertx</groupId>
      <artifactId>vertx-core</artifactId>
      <version>5.2.3</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -ntp dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$dir/lib" >/dev/null
cat >Streams.java <<'JAVA'
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that a server of HTTP/2 accepts from a new client for a hundred requests at once, and again; and after a single one. */
public class Streams {
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private static void show(String name, HttpClient client, URI uri, int requests) {
        int before = CONNECTIONS.get();
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < requests; i++)
            answers.add(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
        long second = answers.stream().filter(one -> one.join().version() == HttpClient.Version.HTTP_2).count();
        System.out.println(name + " " + (CONNECTIONS.get() - before) + " " + second);
    }

    public static void main(String[] unused) throws Exception {
        var server = Vertx.vertx()
                .createHttpServer()
                .connectionHandler(_ -> CONNECTIONS.incrementAndGet())
                .requestHandler(request -> request.response().end("ok"))
                .listen(0, "127.0.0.1")
                .await();
        var uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/");
        var client = HttpClient.newHttpClient();
        show("hundred", client, uri, 100);
        show("next-hundred", client, uri, 100);
        var other = HttpClient.newHttpClient();
        show("one", other, uri, 1);
        show("hundred-after-one", other, uri, 100);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp 'lib/*' Streams.java
echo "requests at once, connections opened, answers of HTTP/2:"
"$home/bin/java" -cp 'lib/*:.' Streams 2>/dev/null | grep -E '^(hundred|next|one)' | tee seen
awk '{ n[$1] = $2 } $1 == "hundred" { answers = $3 } END { exit !(n["hundred"] > 50 && answers > 50 && n["hundred-after-one"] < 5) }' seen ||
    { echo "CHANGED: they share a connection, or never do" >&2; exit 1; }
echo "as seen: a hundred connections, until one has answered"
