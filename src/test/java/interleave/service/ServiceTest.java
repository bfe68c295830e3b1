package interleave.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.worker.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class ServiceTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\n";

    @AutoClose
    private Service service;

    @BeforeEach
    void open() throws Exception {
        service = Service.open(TimeUnit.MILLISECONDS.toNanos(5), Assertions::fail);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), service.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String read(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), US_ASCII);
    }

    @Test
    void anyClientIsAnswered() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + service.port() + "/some/path");
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            assertEquals("some/path", response.body());
        }
    }

    @Test
    void aRequestInPiecesIsAnswered() throws IOException {
        try (Socket socket = connect()) {
            socket.setTcpNoDelay(true);
            for (String piece : new String[] {"GE", "T /a", "bc HTTP/1.1\r\nHost: h\r", "\n\r", "\n"})
                send(socket, piece);
            assertEquals(ANSWER + "abc", read(socket, ANSWER.length() + 3));
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /one HTTP/1.1\r\n\r\nGET /two HTTP/1.1\r\n\r\nGET /six HTTP/1.1\r\n\r\n");
            assertEquals(ANSWER + "one" + ANSWER + "two" + ANSWER + "six", read(socket, 3 * (ANSWER.length() + 3)));
        }
    }

    @Test
    void aBadRequestIsRefusedAndTheConnectionClosed() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "DELETE / HTTP/1.1\r\n\r\n");
            String all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertTrue(all.startsWith("HTTP/1.1 405 Method Not Allowed\r\n"), all);
        }
    }

    @Test
    void aConnectionIsClosedOnRequest() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /abc HTTP/1.1\r\nConnection: close\r\n\r\nGET /not HTTP/1.1\r\n\r\n");
            InputStream in = socket.getInputStream();
            String all = new String(in.readAllBytes(), US_ASCII);
            assertTrue(all.contains("Connection: close\r\n") && all.endsWith("\r\n\r\nabc"), all);
        }
    }

    @Test
    void noAnswerIsEarlyAndAllAreCounted() throws IOException {
        try (Socket socket = connect()) {
            long before = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                send(socket, "GET /abc HTTP/1.1\r\n\r\n");
                read(socket, ANSWER.length() + 3);
            }
            assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(50));
            assertEquals(10, service.tally().counts().completed());
            assertEquals(1, service.inFlightPeak());
        }
    }

    /** A second ago they would have been due in an hour: nothing that waits keeps the old latency, nor overtakes. */
    @Test
    void aNewLatencyIsForWhatWaitsAlreadyAndKeepsTheOrder() throws Exception {
        service.close();
        service = Service.open(TimeUnit.HOURS.toNanos(1), Assertions::fail);
        try (Socket socket = connect()) {
            send(socket, "GET /one HTTP/1.1\r\n\r\nGET /two HTTP/1.1\r\n\r\n");
            Await.until("asked", Duration.ofSeconds(2), () -> service.inFlight() == 2);
            service.latency(0);
            send(socket, "GET /six HTTP/1.1\r\n\r\n");
            assertEquals(ANSWER + "one" + ANSWER + "two" + ANSWER + "six", read(socket, 3 * (ANSWER.length() + 3)));
            Await.until("nothing waits", Duration.ofSeconds(2), () -> service.inFlight() == 0);
        }
    }

    @Test
    void aLongerLatencyHoldsBackWhatWaits() throws Exception {
        try (Socket socket = connect()) {
            service.latency(TimeUnit.MILLISECONDS.toNanos(50));
            long before = System.nanoTime();
            send(socket, "GET /abc HTTP/1.1\r\n\r\n");
            read(socket, ANSWER.length() + 3);
            assertTrue(System.nanoTime() - before >= TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void aClientThatWentAwayIsAFailedAnswer() throws Exception {
        // So slow that the client is gone before its answer is due, however busy the machine.
        service.close();
        service = Service.open(TimeUnit.SECONDS.toNanos(1), Assertions::fail);
        try (Socket socket = connect()) {
            socket.setSoLinger(true, 0);
            send(socket, "GET /abc HTTP/1.1\r\n\r\n");
            Await.until("asked", Duration.ofSeconds(2), () -> service.inFlight() == 1);
        }
        Await.until(
                "failed", Duration.ofSeconds(5), () -> service.tally().counts().failed() == 1);
    }

    @Test
    void whoSaysNoMoreGetsAllThatItAskedFor() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /one HTTP/1.1\r\n\r\nGET /two HTTP/1.1\r\n\r\n");
            socket.shutdownOutput();
            String all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertEquals(ANSWER + "one" + ANSWER + "two", all);
        }
    }

    @Test
    void aRefusalDoesNotOvertakeTheAnswersBeforeIt() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /one HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\n\r\n" + "b".repeat(200_000));
            String all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertTrue(all.startsWith(ANSWER + "oneHTTP/1.1 405 ") && all.endsWith("\n"), all);
        }
    }

    /** Neither what waits for its time nor what the client does not read may grow without bound. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3_600_000_000_000L})
    void whoAsksWithoutEndAndDoesNotReadIsReadNoFurther(long latencyNanos) throws Exception {
        service.close();
        service = Service.open(latencyNanos, Assertions::fail);
        String request = "GET /" + "p".repeat(4000) + " HTTP/1.1\r\n\r\n";
        ByteBuffer rest = ByteBuffer.wrap(request.repeat(16).getBytes(US_ASCII));
        try (SocketChannel deaf = SocketChannel.open(new InetSocketAddress("127.0.0.1", service.port()))) {
            deaf.configureBlocking(false);
            long sent = 0;
            for (int stuck = 0; stuck < 20; stuck++) {
                for (int more = 1; more > 0; sent += more) {
                    if (!rest.hasRemaining()) rest.rewind();
                    more = deaf.write(rest);
                    if (more > 0) stuck = 0;
                    assertTrue(sent < 64 << 20, "all that it asks for is taken");
                }
                othersAreServed();
            }
            assertTrue(service.inFlight() <= ServiceConnection.MOST_WAITING, "in flight " + service.inFlight());
        }
    }

    /** The loop has come round to it. */
    private void othersAreServed() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "DELETE / HTTP/1.1\r\n\r\n");
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void latencyIsParsedStrictly() {
        assertEquals(Optional.of(20.0), ServiceMain.latencyMillis());
        assertEquals(Optional.of(0.5), ServiceMain.latencyMillis("--latency-ms", "0.5"));
        assertEquals(Optional.empty(), ServiceMain.latencyMillis("--latency-ms"));
        assertEquals(Optional.empty(), ServiceMain.latencyMillis("--latency-ms", "-1"));
        assertEquals(Optional.empty(), ServiceMain.latencyMillis("--latency-ms", "NaN"));
        assertEquals(Optional.empty(), ServiceMain.latencyMillis("--latency-ms", "soon"));
        assertEquals(Optional.empty(), ServiceMain.latencyMillis("--port", "1"));
    }
}
