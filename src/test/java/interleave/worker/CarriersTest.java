package interleave.worker;

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
    private static final int IN_FLIGHT = 5;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @ParameterizedTest
    @ValueSource(strings = {"image", "hash"})
    void moreCarryWithinASecondAlthoughNoneComesFree(String task) throws Exception {
        RunSpec spec = RunSpec.of(new Workload(task, "virtual"), new Load.Closed(IN_FLIGHT))
                .with(Knob.CARRIERS, 1);
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.order(new Order.Start(spec, 0));
            Frame.Carriers one = next(worker, frame -> frame.inFlight() == IN_FLIGHT && pool(frame) == 1);
            assertEquals(1, one.parallelism());
            for (int carriers : new int[] {3, IN_FLIGHT}) {
                worker.order(new Order.Tune(Knob.CARRIERS, carriers));
                long asked = worker.nextFrame().nanos();
                Frame.Carriers more = next(worker, frame -> {
                    boolean there = pool(frame) >= carriers;
                    assertTrue(there || frame.nanos() - asked < SECOND, frame.toString());
                    return there;
                });
                assertEquals(carriers, more.parallelism());
            }
            next(worker, frame -> {
                Frame.Carriers all = frame.carriers().orElseThrow();
                return all.mounted() == IN_FLIGHT && all.queued() == 0;
            });
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
        return message instanceof Message.Report(Frame frame)
                && frame.carriers().orElseThrow().parallelism() == 1
                && frame.carriers().orElseThrow().mounted() <= 1;
    }

    private static int pool(Frame frame) {
        return frame.carriers().map(Frame.Carriers::pool).orElse(0);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds(Frame frame);
    }

    private static Frame.Carriers next(ChildProcess worker, Condition condition) throws Exception {
        Frame frame = worker.nextFrame();
        while (!condition.holds(frame)) frame = worker.nextFrame();
        return frame.carriers().orElseThrow();
    }
}
