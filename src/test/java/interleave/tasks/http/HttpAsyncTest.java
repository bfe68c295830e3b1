package interleave.tasks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HttpAsyncTest {
    private static final int TASKS = 1_000;

    @Test
    void whatFindsNoConnectionDoesNotOpenThousandsAtOnce() throws Exception {
        CountDownLatch told = new CountDownLatch(TASKS);
        Task.Completion done = new Task.Completion() {
            @Override
            public void completed() {
                told.countDown();
            }

            @Override
            public void failed(Throwable why) {
                told.countDown();
            }
        };
        try (ServerSocket silent = new ServerSocket(0, TASKS, InetAddress.getLoopbackAddress());
                NettyLoop loop = NettyLoop.open("test loop", Transports.automatic())) {
            HttpAsync requests = new HttpAsync(new TaskSetup(2, silent.getLocalPort()), loop);
            Map<String, Double> extra = loop.events()
                    .submit(() -> {
                        for (int i = 0; i < TASKS; i++) requests.start(done);
                        return requests.extra();
                    })
                    .get();
            assertEquals(Map.of("connections_opened", 128.0), extra);
            requests.close();
            assertTrue(told.await(10, TimeUnit.SECONDS), () -> told.getCount() + " tasks were never told of their end");
        }
    }

    /** A server may close a connection that waits idle at any time. */
    @Test
    void aConnectionThatWasClosedWhileItWaitedIsNotUsedAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NettyLoop loop = NettyLoop.open("test loop", Transports.automatic())) {
            server.setSoTimeout(5_000);
            HttpAsync requests = new HttpAsync(new TaskSetup(2, server.getLocalPort()), loop);
            for (int i = 1; i <= 2; i++) {
                Told told = new Told();
                loop.events().execute(() -> requests.start(told));
                try (Socket client = server.accept()) {
                    echo(client);
                    assertEquals(Optional.empty(), told.failure.get(10, TimeUnit.SECONDS));
                }
                // The loop is told of the close before it is asked for more.
                Await.until(() -> open(requests, loop) == 0);
            }
            requests.close();
        }
    }

    private static int open(HttpAsync requests, NettyLoop loop) {
        return loop.events()
                .submit(requests::openConnections)
                .awaitUninterruptibly()
                .getNow();
    }

    private static void echo(Socket client) throws IOException {
        byte[] request = new byte[512];
        int length = client.getInputStream().read(request);
        String token = new String(request, 0, length, US_ASCII).split(" ")[1].substring(1);
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token;
        client.getOutputStream().write(answer.getBytes(US_ASCII));
    }

    private static final class Told implements Task.Completion {
        final CompletableFuture<Optional<String>> failure = new CompletableFuture<>();

        @Override
        public void completed() {
            failure.complete(Optional.empty());
        }

        @Override
        public void failed(Throwable why) {
            failure.complete(Optional.of(String.valueOf(why)));
        }
    }
}
