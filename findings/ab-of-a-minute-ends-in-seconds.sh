#!/bin/sh
# ab -t 60, a test of a minute, ends after 50,000 requests: against a quick service in a second or two. hey -z and wrk
# -d run for as long as they are told.
#
# Guess: -t is the time that the test takes, as in other tools.
# Seen (apache2-utils 2.4.71, JDK 25.0.3), ab -k -t 60 -c 4 on a service that answers at once: 50,000 requests in 3.0 s
#   (0.7 s of a service in C), exit 0; with -n 100000000 behind -t 3 it takes the three seconds. The report says how
#   long it took, and nothing of what was asked.
# So: the faster the service, the shorter the test, down to its warm-up: an improvement is measured on a colder program.
#   Interleave's runs last as long as is asked, whatever the rate.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
command -v ab >/dev/null || { [ "$(id -u)" = 0 ] && apt-get update -q && apt-get install -y -q apache2-utils; } >/dev/null 2>&1 ||
    { echo "needs ab, or root to install it" >&2; exit 2; }
ab -V | head -1
cat >Serve.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Answers at once; prints its port. */
public class Serve {
    public static void main(String[] unused) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
JAVA
"$home/bin/javac" Serve.java
"$home/bin/java" Serve >port &
server=$!
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done
url="http://127.0.0.1:$(cat port)/"
# Prints requests and seconds of ab with the arguments.
run() { ab -q -k -c 4 "$@" "$url" 2>/dev/null | awk '/^Time taken/ { s = $5 } /^Complete/ { n = $3 } END { print n, s }'; }
echo "requests and seconds of ab -t 60: $(run -t 60 | tee seen)"
echo "of ab -t 3 -n 100000000: $(run -t 3 -n 100000000 | tee long)"
awk '{ exit !($1 == 50000 && $2 < 50) }' seen || { echo "CHANGED: a minute is a minute, or this machine is too slow to tell" >&2; exit 1; }
awk '{ exit !($2 > 2.5) }' long || { echo "CHANGED: -n behind -t does not help" >&2; exit 1; }
echo "as seen: a minute ends after 50,000 requests"
