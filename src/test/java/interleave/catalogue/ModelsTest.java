package interleave.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import interleave.execution.Execution;
import interleave.execution.ModelInfo;
import interleave.execution.Taken;
import interleave.metric.Ticker;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.Await;
import interleave.task.Kind;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model's tasks take what it says that they take. */
@Timeout(30)
class ModelsTest {
    private static final int IN_FLIGHT = 200;
    private static final int POOL = 50;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();

    /** Blocks its thread until the gate opens. */
    private final class Blocked implements Task.Blocking {
        @Override
        public void call() throws InterruptedException {
            underWay.incrementAndGet();
            gate.await();
        }

        @Override
        public void close() {
            gate.countDown();
        }
    }

    /** Is begun and never ends. */
    private final class Endless implements Task.Async {
        @Override
        public void start(Completion done) {
            underWay.incrementAndGet();
        }

        @Override
        public void close() {}
    }

    static List<ModelInfo> models() {
        return Models.ALL;
    }

    @ParameterizedTest
    @MethodSource("models")
    void itTakesTheThreadsThatItSays(ModelInfo model) throws Exception {
        TaskInfo task = TaskInfo.named("blocked", Kind.COMPUTING, "").computes(setup -> new Blocked());
        long taken = model.threads().of(IN_FLIGHT, POOL);
        try (Execution execution = begin(model, task)) {
            Await.until(() -> execution.inFlight() == IN_FLIGHT && underWay.get() >= Math.max(1, taken));
            Await.until(() -> held() >= taken);
            // Whatever takes nothing has a thread of its own all the same, and that one may compute.
            assertEquals(taken, taken == 0 && held() == 1 ? 0 : held(), model.name());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itHasAsManyTasksUnderWayAsItTakesConnections(ModelInfo model) throws Exception {
        TaskInfo task = TaskInfo.named("waits", Kind.WAITING, "")
                .forms(setup -> new Blocked(), setup -> (Place place) -> new Endless());
        try (Execution execution = begin(model, task)) {
            long taken = model.connections().of(IN_FLIGHT, POOL);
            Await.until(() -> execution.inFlight() == IN_FLIGHT && underWay.get() >= taken);
            assertEquals(taken, underWay.get(), model.name());
        }
    }

    @Test
    void aModelThatDeclaresNothingIsRefused() {
        ModelInfo.Draft draft = ModelInfo.named("new").turnedBy(Knob.POOL);
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> draft.opens((task, setup, knobs) -> null));
        assertEquals("the model new must say what its tasks take of threads and connections", refused.getMessage());
        assertEquals(
                Taken.POOL,
                draft.takes(Taken.POOL, Taken.ONE)
                        .opens((task, setup, knobs) -> null)
                        .threads());
    }

    private static Execution begin(ModelInfo model, TaskInfo task) throws Exception {
        RunSpec plain = RunSpec.of(new Workload(task.name(), model.name()), new Load.Closed(IN_FLIGHT));
        RunSpec spec = model.knobs().contains(Knob.POOL) ? plain.with(Knob.POOL, POOL) : plain;
        Execution execution = Execution.start(spec, model, task, new TaskSetup(2, 0), Ticker.SYSTEM, why -> {});
        execution.change(spec.load());
        return execution;
    }

    /** OS threads that a task holds; virtual ones are not among them. */
    private static long held() {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().equals(Blocked.class.getName())))
                .count();
    }
}
