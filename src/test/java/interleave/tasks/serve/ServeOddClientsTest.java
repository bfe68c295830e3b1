package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that ask for what is not answered, say no more, say nothing, or do not listen. */
class ServeOddClientsTest extends Serving {
    @ParameterizedTest
    @MethodSource("forms")
    void whatIsNotAnsweredIsTheClientsFault(String form) throws Exception {
        Task serve = serve(form);
        Map<String, String> statuses = Map.of(
                "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx",
                "405 Method Not Allowed\r\nAllow: GET, HEAD\r\n",
                "OPTIONS * HTTP/1.1\r\n\r\n",
                "405 ",
                "BREW / HTTP/1.1\r\n\r\n",
                "501 ",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "505 ",
                "GET / HTTP/1.1\r\nA: " + "a".repeat(9000) + "\r\n\r\n",
                "431 ",
                "GET /" + "a".repeat(9000),
                "414 ",
                "\u0016\u0003\u0001\u0002\0\u0001",
                "400 ",
                "rubbish\n",
                "400 ");
        for (Map.Entry<String, String> one : statuses.entrySet()) {
            String answer = ask(serve.port(), one.getKey());
            assertTrue(answer.startsWith("HTTP/1.1 " + one.getValue()), one + ": " + answer);
            assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
        }
        assertEquals("x", body(ask(serve.port(), "GET http://h/x HTTP/1.0\n\n")));
        Await.until(() -> answered.get() == 1);
        assertEquals(Map.of("requests_refused", (double) statuses.size()), serve.extra());
        assertEquals(List.of(), List.copyOf(failures));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aHeadIsAnsweredWithoutABody(String form) throws Exception {
        Task serve = serve(form);
        String answer = ask(serve.port(), "HEAD /four HTTP/1.1\r\nConnection: TE, close\r\n\r\n");
        assertTrue(answer.endsWith("Content-Length: 4\r\n\r\n"), answer);
        Await.until(() -> answered.get() == 1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anOldClientThatAsksForItKeepsItsConnection(String form) throws Exception {
        Task serve = serve(form);
        String kept = "GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n";
        String answers = ask(serve.port(), kept + kept + "GET /end HTTP/1.0\r\n\r\n");
        assertEquals(3, answers.split("\r\nConnection: keep-alive\r\n", -1).length, answers);
        assertTrue(answers.endsWith("\r\nConnection: close\r\nContent-Length: 3\r\n\r\nend"), answers);
    }

    /** Closed with the rest of it unread, the connection would be reset, and the answer be lost with it. */
    @ParameterizedTest
    @MethodSource("forms")
    void whoSendsABodyHearsThatItIsRefused(String form) throws Exception {
        Task serve = serve(form);
        for (int i = 0; i < ROUNDS; i++)
            assertTrue(ask(serve.port(), "POST / HTTP/1.1\r\n\r\n" + "b".repeat(200_000))
                    .endsWith("answered\n"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whoSaysNoMoreIsAnsweredAllTheSame(String form) throws Exception {
        Task serve = open(form);
        try (Socket socket = connect(serve.port())) {
            send(socket, "GET /a HTTP/1.1\r\n\r\nGET /last HTTP/1.1\r\n\r\n");
            socket.shutdownOutput();
            turnTheLoop();
            begin(serve);
            assertEquals("last", body(text(socket)));
        }
        Await.until(() -> answered.get() == 2);
    }

    /** The only thread there is must not wait for others while somebody has asked for more. */
    @Test
    void oneThreadAnswersAllThatAClientAsksForAtOnce() throws Exception {
        ServeBlocking serve = openBlocking();
        Thread.ofVirtual().start(() -> serveOn(serve));
        String ask = "GET /a HTTP/1.1\r\n\r\n";
        try (Socket socket = connect(serve.port())) {
            socket.setSoTimeout(5_000);
            send(socket, ask + ask + "GET /end HTTP/1.0\r\n\r\n");
            assertEquals("end", body(text(socket)));
        }
        Await.until(() -> answered.get() == 3);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void idleClientsKeepNoTask(String form) throws Exception {
        Task serve = serve(form);
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < 2 * TASKS; i++) idle.add(connect(serve.port()));
        turnTheLoop();
        for (int i = 0; i < ROUNDS; i++) assertEquals("x", body(ask(serve.port(), "GET /x HTTP/1.0\r\n\r\n")));
        for (Socket socket : idle) {
            send(socket, "GET /idle HTTP/1.0\r\n\r\n");
            assertEquals("idle", body(text(socket)));
            socket.close();
        }
    }

    /**
     * As many of them as there are tasks ask without end and hear nothing; then they are told all that they asked for.
     */
    @ParameterizedTest
    @MethodSource("forms")
    void whoDoesNotReadIsAnsweredNoMoreUntilItDoes(String form) throws Exception {
        Task serve = serve(form);
        List<Deaf> deaf = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) deaf.add(new Deaf(serve.port()));
        for (int stuck = 0; stuck < 4 * ROUNDS; stuck++) {
            assertEquals("x", body(ask(serve.port(), "GET /x HTTP/1.0\r\n\r\n")));
            for (Deaf one : deaf) if (one.asks()) stuck = 0;
        }
        for (Deaf one : deaf) one.hearsAll();
        assertEquals(List.of(), List.copyOf(failures));
    }

    /** A client that asks for a long path again and again, and reads nothing. */
    private static final class Deaf {
        private static final int PATH = 4000;
        private static final long TOO_MUCH = 64 << 20;
        private static final byte[] REQUEST = ("GET /" + "p".repeat(PATH) + " HTTP/1.1\r\n\r\n").getBytes(US_ASCII);

        private final SocketChannel channel;
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private long asked;

        Deaf(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
        }

        /** @return whether something was taken from it */
        boolean asks() throws IOException {
            long before = asked;
            while (writes()) assertTrue(asked * REQUEST.length < TOO_MUCH, "all that it asks for is taken");
            return asked > before;
        }

        private boolean writes() throws IOException {
            if (!rest.hasRemaining()) {
                rest = ByteBuffer.wrap(REQUEST);
                asked++;
            }
            return channel.write(rest) > 0;
        }

        void hearsAll() throws IOException {
            ByteBuffer in = ByteBuffer.allocate(1 << 16);
            long due = (asked - 1) * PATH;
            long heard = 0;
            while (heard < due) {
                channel.write(rest);
                assertTrue(channel.read(in.clear()) >= 0, "it was closed after " + heard + " of " + due);
                for (byte octet : Arrays.copyOf(in.array(), in.position())) if (octet == 'p') heard++;
            }
            channel.close();
        }
    }
}
