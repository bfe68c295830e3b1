#!/bin/sh
# com.sun.net.httpserver (jwebserver too) keeps 200 idle connections: of 300 clients that keep theirs, 100 find them closed after
# their first answer, of HTTP/1.1 and without "Connection: close".
#
# Guess: keep-alive is kept until an idle time-out of 30 s, for as many as descriptors allow; a connection that will be closed is
#   announced in the answer.
# Seen (JDK 25.0.3 and 17.0.15), 300 connections with one request each, all answered: 200 open, 100 closed by the server, 0
#   told by a header. The 201st to fall idle is closed (sun.net.httpserver.maxIdleConnections).
# So: a load of more than 200 connections that pause between requests measures connecting, or counts failures that are races.
#   Interleave opens such a connection anew and counts it (reconnects).
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Idle.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;

/** Three hundred connections, one request each; prints how many are open and closed then, and how many were told of it. */
public class Idle {
    public static void main(String[] unused) throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 300);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        var sockets = new ArrayList<Socket>();
        int told = 0;
        for (int i = 0; i < 300; i++) {
            var socket = new Socket(here, server.getAddress().getPort());
            sockets.add(socket);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            var answer = new ByteArrayOutputStream();
            while (!answer.toString().endsWith("\r\n\r\nok")) answer.write(socket.getInputStream().read());
            if (answer.toString().toLowerCase(Locale.ROOT).contains("connection: close")) told++;
        }
        Thread.sleep(300);
        int closed = 0;
        for (Socket socket : sockets) {
            socket.setSoTimeout(5);
            try {
                if (socket.getInputStream().read() < 0) closed++;
            } catch (SocketTimeoutException open) {
                // Nothing to be read: it is open.
            }
        }
        System.out.println(300 - closed + " open, " + closed + " closed, " + told + " told by a header");
        System.exit(0);
    }
}
JAVA
seen=$("$home/bin/java" Idle.java)
echo "$seen"
[ "$seen" = "200 open, 100 closed, 0 told by a header" ] || { echo "CHANGED" >&2; exit 1; }
echo "as seen: the 201st idle connection is closed without a word"
