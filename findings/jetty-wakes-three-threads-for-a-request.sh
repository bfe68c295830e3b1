#!/bin/sh
# HTTP services on the JVM, one request at a time over a kept connection: the JDK's HttpServer makes one kernel switch a
# request, and with a pool of ten threads four to six; Jetty makes three to five.
#
# Guess: Jetty reads and answers on the thread that waited for the socket: one. HttpServer with a pool: two, to the
#   worker and back.
# Seen (JDK 25.0.3, jetty-server 12.1.14, Linux 6.18, 2 CPUs), 5,000 requests by a client process, switches of the
#   service's threads for each: HttpServer 1.0, HttpServer with a pool of ten 4.0 to 5.9, Jetty 3.2 to 5.5. HttpServer's
#   worker gives the connection back to the selecting thread; Jetty has another thread wait in its place before it
#   answers.
# So: switches per request are the server's design, at low load above all, and an executor "to be on the safe side"
#   makes four of one. Interleave shows them live for a server that is named by --target.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
maven=https://repo1.maven.org/maven2
for jar in jetty-server jetty-http jetty-io jetty-util; do
    curl -sSfLO "$maven/org/eclipse/jetty/$jar/12.1.14/$jar-12.1.14.jar"
done
for jar in slf4j-api slf4j-nop; do curl -sSfLO "$maven/org/slf4j/$jar/2.0.17/$jar-2.0.17.jar"; done
cat >Serve.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A service in this process and a client in another; the kernel switches of this one a request. */
public class Serve {
    private static final int REQUESTS = 5_000;
    private static final byte[] OK = {'o', 'k'};

    private static int jdk(Executor executor) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(OK);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }

    private static int jetty() throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put("Content-Length", 2);
                response.write(true, ByteBuffer.wrap(OK), callback);
                return true;
            }
        });
        server.start();
        return connector.getLocalPort();
    }

    private static void ask(int port, int requests) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            for (int i = 0; i < requests; i++) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {}
                for (int k = 0; k < OK.length; k++) in.read();
            }
        }
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

    private static void client(int port, int requests) throws Exception {
        var client = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-cp", ".:*", "Serve", "client", "" + port, "" + requests);
        if (client.inheritIO().start().waitFor() != 0) throw new IllegalStateException("the client failed");
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("client")) {
            ask(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        int port = switch (arguments[0]) {
            case "HttpServer" -> jdk(null);
            case "HttpServer,pool-of-10" -> jdk(Executors.newFixedThreadPool(10));
            default -> jetty();
        };
        client(port, 2_000);
        Thread.sleep(500);
        long before = switches();
        client(port, REQUESTS);
        System.out.printf(Locale.ROOT, "%s %.2f%n", arguments[0], (switches() - before) / (double) REQUESTS);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Serve.java
echo "service, switches a request:"
for service in HttpServer HttpServer,pool-of-10 Jetty; do
    "$home/bin/java" -XX:+UseSerialGC -cp '*:.' Serve $service 2>/dev/null
done | tee seen
awk '{ n[$1] = $2 } END { exit !(n["HttpServer"] < 1.8 && n["HttpServer,pool-of-10"] > 2.4 && n["Jetty"] > 2) }' seen ||
    { echo "CHANGED: a pool costs less, or Jetty wakes one thread" >&2; exit 1; }
echo "as seen: one switch, and three or more with a pool and with Jetty"
