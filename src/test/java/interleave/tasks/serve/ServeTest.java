package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.NettyLoop;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.tasks.http.HttpBlocking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms, with real clients. */
@Timeout(30)
class ServeTest {
    private static final int TASKS = 3;
    private static final int CLIENTS = 5;
    private static final int REQUESTS = 200;

    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final TaskSetup setup =
            new TaskSetup(2, 0, 1, () -> 0, Thread.ofPlatform().factory(), findings::add);
    private final AtomicInteger answered = new AtomicInteger();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose) one.close();
    }

    /** Keeps so many tasks under way until one fails. */
    private Task serve(boolean async) {
        return async ? serveOnALoop() : serveByThreads();
    }

    private Task serveByThreads() {
        ServeBlocking serve = new ServeBlocking(setup);
        toClose.add(serve);
        for (int i = 0; i < TASKS; i++) Thread.ofVirtual().start(() -> serveOn(serve));
        return serve;
    }

    private void serveOn(ServeBlocking serve) {
        try {
            for (; ; ) {
                serve.call();
                answered.incrementAndGet();
            }
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private Task serveOnALoop() {
        NettyLoop loop = new NettyLoop("event-loop");
        Task.Async serve = new ServeHall(setup).open(new Place(loop, Place.ON_THE_LOOP));
        toClose.add(serve);
        toClose.add(loop);
        for (int i = 0; i < TASKS; i++)
            loop.events()
                    .execute(() -> serve.start(new Task.Completion() {
                        @Override
                        public void completed() {
                            answered.incrementAndGet();
                            serve.start(this);
                        }

                        @Override
                        public void failed(Throwable why) {
                            failures.add(why);
                        }
                    }));
        return serve;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moreClientsThanTasksAreAllAnswered(boolean async) throws Exception {
        Task serve = serve(async);
        assertTrue(findings.take().contains("http://127.0.0.1:" + serve.port() + "/"));
        try (HttpBlocking client = new HttpBlocking(new TaskSetup(2, serve.port()));
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
    @ValueSource(booleans = {false, true})
    void aClientThatGoesAwayIsNoFailure(boolean async) throws Exception {
        Task serve = serve(async);
        for (int i = 0; i < 2 * TASKS; i++) connect(serve.port()).close();
        assertTrue(ask(serve.port(), "GET /hello HTTP/1.0\r\n\r\n").endsWith("\r\n\r\nhello"));
        Await.until(() -> answered.get() == 1);
        assertEquals(List.of(), List.copyOf(failures));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNoRequestIsRefusedAndFailsATask(boolean async) throws Exception {
        Task serve = serve(async);
        String answer = ask(serve.port(), "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx");
        assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("only GET"), answer);
        assertTrue(failures.take() instanceof Requests.BadRequest);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestsBackToBackAreAnsweredInTheirOrder(boolean async) throws Exception {
        Task serve = serve(async);
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
    @ValueSource(booleans = {false, true})
    void closingEndsTheTasksThatWaitForAClient(boolean async) throws Exception {
        Task serve = serve(async);
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

    /** All that comes until the server closes the connection. */
    private static String ask(int port, String text) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
