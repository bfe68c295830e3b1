package interleave.task;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both forms, the asynchronous one over every transport that this machine has, with real clients. */
@Timeout(30)
class ServeTest {
    private static final int TASKS = 3;
    private static final int CLIENTS = 5;
    private static final int REQUESTS = 200;
    private static final int ROUNDS = 50;

    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final Setup setup = new Setup(2, 0, 1, () -> 0, Thread.ofPlatform().factory(), findings::add);
    private final AtomicInteger answered = new AtomicInteger();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private Loop loop;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose) one.close();
    }

    private static Stream<String> forms() {
        return Stream.concat(Stream.of("blocking"), Transports.here().stream().map(transport -> transport.key));
    }

    /** Keeps so many tasks under way until one fails. */
    private Task serve(String form) {
        Task serve = open(form);
        begin(serve);
        return serve;
    }

    private Task open(String form) {
        return form.equals("blocking")
                ? openBlocking()
                : openOnALoop(Transport.of(form).orElseThrow());
    }

    private Task openBlocking() {
        ServeBlocking serve = new ServeBlocking(setup);
        toClose.add(serve);
        return serve;
    }

    private Task openOnALoop(Transport transport) {
        loop = new Loop("event-loop", Optional.of(transport));
        Task.Async serve = new ServeHall(setup).open(new Place(loop, Place.ON_THE_LOOP));
        toClose.add(serve);
        toClose.add(loop);
        return serve;
    }

    private void begin(Task serve) {
        for (int i = 0; i < TASKS; i++)
            switch (serve) {
                case Task.Blocking blocking -> Thread.ofVirtual().start(() -> serveOn(blocking));
                case Task.Async async -> loop.events().execute(() -> serveOn(async));
            }
    }

    private void serveOn(Task.Blocking serve) {
        try {
            for (; ; ) {
                serve.call();
                answered.incrementAndGet();
            }
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private void serveOn(Task.Async serve) {
        serve.start(new Task.Completion() {
            @Override
            public void completed() {
                answered.incrementAndGet();
                serve.start(this);
            }

            @Override
            public void failed(Throwable why) {
                failures.add(why);
            }
        });
    }

    /** All that has come in is looked at. */
    private void turnTheLoop() {
        for (int i = 0; i < ROUNDS && loop != null; i++)
            loop.events().submit(() -> {}).syncUninterruptibly();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void moreClientsThanTasksAreAllAnswered(String form) throws Exception {
        Task serve = serve(form);
        assertTrue(findings.take().contains("http://127.0.0.1:" + serve.port() + "/"));
        try (HttpBlocking client = new HttpBlocking(new Setup(2, serve.port()));
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            Callable<Void> asking = () -> {
                for (int i = 0; i < REQUESTS; i++) client.call();
                return null;
            };
            for (Future<Void> end : clients.invokeAll(List.of(asking, asking, asking, asking, asking))) end.get();
        }
        Await.until(() -> answered.get() == CLIENTS * REQUESTS);
        assertEquals(List.of(), List.copyOf(failures));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aClientThatGoesAwayIsNoFailure(String form) throws Exception {
        Task serve = serve(form);
        for (int i = 0; i < 2 * TASKS; i++) connect(serve.port()).close();
        assertTrue(ask(serve.port(), "GET /hello HTTP/1.0\r\n\r\n").endsWith("\r\n\r\nhello"));
        Await.until(() -> answered.get() == 1);
        assertEquals(List.of(), List.copyOf(failures));
    }

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

    /** As many of them as there are tasks ask without end and hear nothing; then they are told all that they asked for. */
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

    private static String body(String answer) {
        return answer.substring(answer.lastIndexOf("\r\n\r\n") + 4);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void requestsBackToBackAreAnsweredInTheirOrder(String form) throws Exception {
        Task serve = serve(form);
        String one = "GET /%d HTTP/1.1\r\n\r\n";
        StringBuilder requests = new StringBuilder();
        for (int i = 10; i < 60; i++) requests.append(one.formatted(i));
        requests.append("GET /last HTTP/1.1\r\nConnection: close\r\n\r\n");
        String answers = ask(serve.port(), requests.toString());
        int at = 0;
        for (int i = 10; i < 60; i++) at = answers.indexOf("\r\n\r\n" + i, at) + 1;
        assertTrue(at > 0 && answers.endsWith("\r\n\r\nlast"), answers);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void closingEndsTheTasksThatWaitForAClient(String form) throws Exception {
        Task serve = serve(form);
        int port = serve.port();
        Socket idle = connect(port);
        toClose.removeFirst().close();
        for (int i = 0; i < TASKS; i++) {
            Throwable why = failures.take();
            assertTrue(
                    why instanceof InterruptedException
                            || why instanceof IOException
                            || why instanceof CancellationException,
                    why.toString());
        }
        assertTrue(isOver(idle));
        assertThrows(IOException.class, () -> connect(port));
    }

    /** In order, or by the kernel if nobody had let it in yet. */
    private static boolean isOver(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** All that comes until the server closes the connection. */
    private static String text(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    private static String ask(int port, String text) throws IOException {
        try (Socket socket = connect(port)) {
            send(socket, text);
            return text(socket);
        }
    }
}
