package interleave.tasks.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Transport;
import interleave.task.Await;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import interleave.tasks.http.HttpBlocking;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One address, several event loops, over every transport that this machine has. */
@Timeout(30)
class ServeLoopsTest {
    private static final int CLIENTS = 6;

    private final TaskSetup setup = new TaskSetup(2, 0);
    private final ServeHall hall = new ServeHall(setup, new Seats(Seats.ALL));
    private final List<Place> places = new ArrayList<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean asking = true;

    private static Stream<Transport> here() {
        return Transports.here().stream();
    }

    /** A loop of the run, with tasks on it. */
    private final class Place {
        private final NettyLoop loop;
        private final Task.Async serve;
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger waiting = new AtomicInteger();
        private volatile boolean leaving;

        Place(Transport transport, int tasks) throws Unable {
            loop = NettyLoop.open("event-loop-" + places.size(), transport);
            serve = hall.open(new interleave.task.Place(loop, interleave.task.Place.ON_THE_LOOP));
            places.add(this);
            for (int i = 0; i < tasks; i++) loop.events().execute(this::next);
        }

        private void next() {
            waiting.incrementAndGet();
            serve.start(new Task.Completion() {
                @Override
                public void completed() {
                    waiting.decrementAndGet();
                    answered.incrementAndGet();
                    if (!loop.events().inEventLoop()) failures.add(new AssertionError("told on another loop"));
                    if (!leaving) next();
                }

                @Override
                public void failed(Throwable why) {
                    waiting.decrementAndGet();
                    if (asking) failures.add(why);
                }
            });
        }

        /** As the model does it: closed when the last task has gone. */
        void retire() {
            leaving = true;
            serve.retire();
            Await.until(() -> waiting.get() == 0);
            places.remove(this);
            close();
        }

        void close() {
            serve.close();
            loop.close();
        }
    }

    /** Keep their connections, and have each answer verified. */
    private HttpBlocking ask() {
        HttpBlocking client = new HttpBlocking(new TaskSetup(2, hall.port()));
        CountDownLatch begun = new CountDownLatch(CLIENTS);
        for (int i = 0; i < CLIENTS; i++)
            clients.add(Thread.ofPlatform().start(() -> {
                try {
                    while (asking) {
                        client.call();
                        begun.countDown();
                    }
                } catch (Exception e) {
                    failures.add(e);
                }
            }));
        Await.until(() -> begun.getCount() == 0);
        return client;
    }

    @AfterEach
    void end() throws InterruptedException {
        asking = false;
        for (Thread client : clients) client.join(1000);
        places.forEach(Place::close);
    }

    @ParameterizedTest
    @MethodSource("here")
    void clientsFollowTheNumberOfLoopsAndNoneIsLetDown(Transport transport) throws Unable {
        Place first = new Place(transport, 4);
        HttpBlocking client = ask();
        Place second = new Place(transport, 4);
        Place third = new Place(transport, 4);
        Await.until(() -> second.answered.get() > 200 && third.answered.get() > 200);
        double opened = client.extra().get("connections_opened");
        assertTrue(opened > CLIENTS && opened <= 3 * CLIENTS, opened + " connections");

        third.retire();
        second.retire();
        int before = first.answered.get();
        Await.until(() -> first.answered.get() > before + 200);
        assertEquals(List.of(), List.copyOf(failures));
    }

    /** Where tasks and clients are is decided by different counts: none may wait for the other at different places. */
    @ParameterizedTest
    @MethodSource("here")
    void aTaskOfOneLoopAnswersAClientOfAnother(Transport transport) throws Unable {
        new Place(transport, 0);
        Place second = new Place(transport, 1);
        new Place(transport, 0);
        ask();
        Await.until(() -> second.answered.get() > 200);
        assertEquals(List.of(), List.copyOf(failures));
    }
}
