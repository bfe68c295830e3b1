package interleave.tasks.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HandoffTest {
    private final List<Thread> partners = new CopyOnWriteArrayList<>();

    private Handoff handoff(ThreadFactory kind) {
        return new Handoff(new TaskSetup(2, 0).with((ThreadFactory) task -> {
            Thread thread = kind.newThread(task);
            partners.add(thread);
            return thread;
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachTaskUnderWayHasAPartnerThatLivesOn(boolean virtual) throws Exception {
        ThreadFactory kind =
                virtual ? Thread.ofVirtual().factory() : Thread.ofPlatform().factory();
        Handoff handoff = handoff(kind);
        Callable<Void> work = () -> {
            for (int i = 0; i < 5_000; i++) handoff.call();
            return null;
        };
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(kind)) {
            List<Future<Void>> ends = new ArrayList<>(threads.invokeAll(List.of(work, work, work)));
            for (Future<Void> end : ends) end.get();
        }
        assertTrue(partners.size() <= 3, partners.toString());
        handoff.close();
        for (Thread partner : partners) partner.join();
    }

    /** With a partner that never answers. */
    @Test
    void closingEndsARoundTripUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Handoff handoff = handoff(task -> Thread.ofPlatform().unstarted(asked::countDown));
        FutureTask<Void> question = new FutureTask<>(() -> {
            handoff.call();
            return null;
        });
        Thread asker = Thread.ofPlatform().start(question);
        asked.await();
        Await.until(() -> asker.getState() == Thread.State.WAITING);
        handoff.close();
        ExecutionException end = assertThrows(ExecutionException.class, question::get);
        assertInstanceOf(InterruptedException.class, end.getCause());
    }

    @Test
    void afterTheEndNoRoundTripBegins() throws Exception {
        Handoff handoff = handoff(Thread.ofPlatform().factory());
        handoff.call();
        handoff.close();
        assertThrows(InterruptedException.class, handoff::call);
    }

    @Test
    void anInterruptedRoundTripEndsItsPartner() throws Exception {
        Handoff handoff = handoff(Thread.ofPlatform().factory());
        handoff.call();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, handoff::call);
        assertFalse(Thread.currentThread().isInterrupted());
        partners.getFirst().join();
        handoff.call();
        handoff.close();
        for (Thread partner : partners) partner.join();
    }

    @Test
    void theLoopTakesTwoTurns() throws Exception {
        try (NettyLoop loop = NettyLoop.open("event-loop", Transports.automatic())) {
            HandoffAsync handoff = new HandoffAsync(loop);
            CountDownLatch ends = new CountDownLatch(1_000);
            loop.events()
                    .execute(() -> handoff.start(new Task.Completion() {
                        @Override
                        public void completed() {
                            ends.countDown();
                            if (ends.getCount() > 0) handoff.start(this);
                        }

                        @Override
                        public void failed(Throwable why) {
                            throw new AssertionError(why);
                        }
                    }));
            ends.await();
            handoff.close();
        }
        assertEquals(0, partners.size());
    }
}
