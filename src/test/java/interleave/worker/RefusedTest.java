package interleave.worker;

import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.VERIFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.Frame;
import interleave.service.ServiceMain;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.Workload;
import interleave.task.Transports;
import interleave.wire.Message;
import interleave.wire.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers that the system gives less than they need: more event loops than there is room for rings, for one. */
@Timeout(20)
class RefusedTest {
    /** Of Netty's size there are two in this. */
    private static final int TWO_RINGS = 192;

    private static final RunSpec TIMER = RunSpec.of(new Workload("timer", "event-loop"), new Load.Closed(4));

    @BeforeEach
    void ringsAreHere() {
        assumeTrue(Transports.here().contains(Transport.IO_URING), "io_uring is not available here");
    }

    private static Message afterHello(ChildProcess worker) throws Exception {
        assertEquals(new Message.Hello(worker.pid(), 0, ""), worker.next());
        return worker.next();
    }

    @Test
    void whereThereIsNoRoomForAllRingsAllLoopsGoOverAnotherTransport() throws Exception {
        try (ChildProcess worker = ChildProcess.withLockedMemory(TWO_RINGS, WorkerMain.class)) {
            worker.order(new Order.Start(TIMER.with(Knob.LOOPS, 3), 0));
            Message.Finding why = assertInstanceOf(Message.Finding.class, afterHello(worker));
            assertTrue(why.words().startsWith("event loops go over epoll, not io_uring: "), why.words());
            assertTrue(why.words().contains("ulimit -l"), why.words());
            assertEquals(new Message.Hello(worker.pid(), 0, "epoll"), worker.next());
            Frame frame = worker.nextFrame();
            while (frame.of(VERIFIED) == 0) frame = worker.nextFrame();
        }
    }

    @Test
    void whoAskedForItByNameIsTold() throws Exception {
        try (ChildProcess worker = ChildProcess.withLockedMemory(TWO_RINGS, WorkerMain.class)) {
            worker.order(new Order.Start(TIMER.with(Knob.LOOPS, 3).with(Transport.IO_URING), 0));
            String words = worker.fault();
            assertTrue(words.contains("io_uring") && words.contains("ulimit -l"), words);
            assertEquals(1, worker.exitWithin(1_000));
        }
    }

    @Test
    void aLoopMoreThanThereIsRoomForIsRefusedAndTheRunGoesOn() throws Exception {
        try (ChildProcess worker = ChildProcess.withLockedMemory(TWO_RINGS, WorkerMain.class)) {
            worker.order(new Order.Start(TIMER, 0));
            assertEquals(new Message.Hello(worker.pid(), 0, "io_uring"), afterHello(worker));
            worker.nextFrame();
            worker.order(new Order.Tune(Knob.LOOPS, 2));
            worker.order(new Order.Tune(Knob.LOOPS, 4));
            Message.Refused refused = worker.nextRefusal();
            assertEquals(new Order.Tune(Knob.LOOPS, 4), refused.refused());
            assertEquals(new Order.Tune(Knob.LOOPS, 2), refused.inForce());
            assertTrue(refused.words().contains("ulimit -l"), refused.words());
            assertGoesOn(worker);
        }
    }

    @Test
    void moreConnectionsThanFilesAreRefusedAndTheRunGoesOn() throws Exception {
        try (ChildProcess service = new ChildProcess(ServiceMain.class, "--latency-ms", "5");
                ChildProcess worker = ChildProcess.withFiles(200, WorkerMain.class)) {
            int port = assertInstanceOf(Message.Hello.class, service.next()).port();
            Load four = new Load.Closed(4);
            worker.order(new Order.Start(RunSpec.of(new Workload("http", "virtual"), four), port));
            worker.nextFrame();
            worker.order(new Order.Change(new Load.Closed(1000)));
            Message.Refused refused = worker.nextRefusal();
            assertEquals(new Order.Change(four), refused.inForce());
            assertTrue(refused.words().contains("ulimit -n"), refused.words());
            assertGoesOn(worker);
        }
    }

    private static void assertGoesOn(ChildProcess worker) throws Exception {
        long before = worker.nextFrame().of(COMPLETED);
        Frame frame = worker.nextFrame();
        while (frame.of(COMPLETED) <= before) frame = worker.nextFrame();
    }
}
