package interleave.worker;

import static interleave.run.SampleField.CARRIERS;
import static interleave.run.SampleField.IN_FLIGHT;
import static interleave.run.SampleField.MOUNTED;
import static interleave.run.SampleField.NANOS;
import static interleave.run.SampleField.PARALLELISM;
import static interleave.run.SampleField.QUEUED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Frame;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.wire.Message;
import interleave.wire.Order;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The carriers of a run in a JVM of its own, changed while all of them compute. */
@Timeout(30)
class CarriersTest {
    private static final int TASKS = 5;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @ParameterizedTest
    @ValueSource(strings = {"image", "hash"})
    void moreCarryWithinASecondAlthoughNoneComesFree(String task) throws Exception {
        RunSpec spec = RunSpec.of(new Workload(task, "virtual"), new Load.Closed(TASKS))
                .with(Knob.CARRIERS, 1);
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.order(new Order.Start(spec, 0));
            Frame one = next(worker, frame -> frame.of(IN_FLIGHT) == TASKS && pool(frame) == 1);
            assertEquals(1, one.of(PARALLELISM));
            for (int carriers : new int[] {3, TASKS}) {
                worker.order(new Order.Tune(Knob.CARRIERS, carriers));
                long asked = worker.nextFrame().of(NANOS);
                Frame more = next(worker, frame -> {
                    boolean there = pool(frame) >= carriers;
                    assertTrue(there || frame.of(NANOS) - asked < SECOND, frame.toString());
                    return there;
                });
                assertEquals(carriers, more.of(PARALLELISM));
            }
            next(worker, frame -> frame.of(MOUNTED) == TASKS && frame.of(QUEUED) == 0);
            worker.order(new Order.Tune(Knob.CARRIERS, 1));
            assertStayIsTold(worker);
        }
    }

    /** Unless they went. */
    private static void assertStayIsTold(ChildProcess worker) throws Exception {
        Message message = worker.next();
        while (!(message instanceof Message.Finding) && !isDown(message)) message = worker.next();
        if (message instanceof Message.Finding(String words))
            assertTrue(words.contains("stay mounted at once, though carriers are to be 1"), words);
    }

    private static boolean isDown(Message message) {
        return message instanceof Message.Report(Frame frame) && frame.of(PARALLELISM) == 1 && frame.of(MOUNTED) <= 1;
    }

    private static long pool(Frame frame) {
        return frame.sample().orElse(CARRIERS, 0);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds(Frame frame);
    }

    private static Frame next(ChildProcess worker, Condition condition) throws Exception {
        Frame frame = worker.nextFrame();
        while (!condition.holds(frame)) frame = worker.nextFrame();
        return frame;
    }
}
