#!/bin/sh
# ab cannot load a Helidon 4 server: it asks in HTTP/1.0, which that server refuses, and the report of a thousand
# refusals says "Failed requests: 0" and a rate. wrk and hey get their answers from the same server.
#
# Guess: HTTP/1.0 with keep-alive is what each server still speaks; and a tool that gets an error for every request says
#   they failed.
# Seen (apache2-utils 2.4.71, helidon-webserver 4.5.0, hey 0.1.4, JDK 25.0.3): ab -k -n 1000: 1,000 complete, 0 failed,
#   "Non-2xx responses: 1000" (505), 0 of them kept, thousands a second; hey -n 1000: [200] 1000 responses. The JDK's
#   own HttpServer, Jetty 12, Tomcat 11, Undertow 2.4 and Vert.x 5 answer ab, and keep its connections.
# So: a rate is worth what the answers are worth. Interleave's requests are HTTP/1.1, and an answer that is not of 200
#   to 299 is a failure.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
for tool in mvn curl; do command -v $tool >/dev/null || { echo "needs $tool" >&2; exit 2; }; done
{ command -v ab && command -v hey; } >/dev/null || { [ "$(id -u)" = 0 ] && apt-get update -q && apt-get install -y -q apache2-utils hey; } >/dev/null 2>&1 ||
    { echo "needs ab and hey, or root to install them" >&2; exit 2; }
ab -V | head -1
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.helidon.webserver</groupId>
      <artifactId>helidon-webserver</artifactId>
      <version>4.5.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B -ntp dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$dir/lib" >/dev/null
cat >Serve.java <<'JAVA'
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

/** A service that says "ok"; prints its port. */
public class Serve {
    public static void main(String[] unused) {
        var server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(HttpRouting.builder().get("/", (request, response) -> response.send("ok")))
                .build()
                .start();
        System.out.println("port " + server.port());
    }
}
JAVA
"$home/bin/javac" -cp 'lib/*' Serve.java
"$home/bin/java" -cp 'lib/*:.' Serve >out 2>/dev/null &
server=$!
for _ in $(seq 100); do grep -q '^port' out && break; sleep 0.1; done
url="http://127.0.0.1:$(awk '$1 == "port" { print $2 }' out)/"
ab -q -k -n 1000 -c 2 "$url" 2>&1 | grep -E 'Complete|Failed|Non-2xx|per second|Keep-Alive requests' | tee seen
hey -n 1000 -c 2 "$url" | grep -E '^ *\[[0-9]+\].*responses' | tee kept
grep -Eq 'Non-2xx responses: +1000' seen && grep -Eq 'Failed requests: +0$' seen ||
    { echo "CHANGED: Helidon answers ab, or ab calls it failed" >&2; exit 1; }
grep -q '\[200\].*1000 responses' kept || { echo "CHANGED: hey has no answers either" >&2; exit 1; }
echo "as seen: a thousand refusals, none of which failed"
