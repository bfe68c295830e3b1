package interleave.tasks.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.tasks.http.HttpBlocking;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both forms, the asynchronous one over every transport that this machine has, with real clients. */
class ServeTest extends Serving {
    @ParameterizedTest
    @MethodSource("forms")
    void moreClientsThanTasksAreAllAnswered(String form) throws Exception {
        Task serve = serve(form);
        try (HttpBlocking client = new HttpBlocking(new TaskSetup(2, serve.port()));
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            Callable<Void> asking = () -> {
                for (int i = 0; i < REQUESTS; i++) client.call();
                return null;
            };
            for (Future<Void> end : clients.invokeAll(List.of(asking, asking, asking, asking, asking))) end.get();
        }
        Await.until(() -> answered.get() == CLIENTS * REQUESTS);
        assertTrue(findings.remove().contains("http://127.0.0.1:" + serve.port() + "/"));
        assertEquals(List.of(), List.copyOf(findings));
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
        assertTrue(isSoonShut(port));
    }

    /** The JDK closes a channel that a selector knows when that selects the next time. */
    private boolean isSoonShut(int port) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (System.nanoTime() < deadline) {
            try {
                connect(port);
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    /** In order, or by the kernel if nobody had let it in yet. */
    private static boolean isOver(Socket socket) throws IOException {
        socket.setSoTimeout(15_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }
}
