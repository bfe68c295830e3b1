package interleave.tasks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Loop;
import interleave.task.Setup;
import interleave.task.Task;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
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
                Loop loop = new Loop("test loop")) {
            HttpAsync requests = new HttpAsync(new Setup(2, silent.getLocalPort()), loop);
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
}
