package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers the requests of each connection with the same texts in turn, and then closes it. */
final class FakeServer implements AutoCloseable {
    private final ServerSocket server;
    private final Thread accepting;
    private final List<String> answers;
    final List<String> requests = new CopyOnWriteArrayList<>();

    FakeServer(String address, String... answers) throws IOException {
        this.answers = List.of(answers);
        server = new ServerSocket(0, 50, InetAddress.ofLiteral(address));
        accepting = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            for (; ; ) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void answer(Socket client) {
        try (client) {
            for (String answer : answers) {
                requests.add(request(client.getInputStream()));
                client.getOutputStream().write(answer.getBytes(US_ASCII));
            }
        } catch (IOException e) {
            // Its client has gone.
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("gone");
            text.append((char) next);
        }
        return text.toString();
    }

    /** Nobody listens any more: while a thread still accepts, the kernel takes connections in. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
