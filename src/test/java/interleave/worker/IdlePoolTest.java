package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.catalogue.Workloads;
import interleave.execution.Execution;
import interleave.metric.Ticker;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.TaskSetup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pool whose threads wait for clients, who may never come: too many are given back, and the tasks wait on. */
@Timeout(60)
class IdlePoolTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int TASKS = 16;

    private final BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @CsvSource({"pool, pool-", "work-stealing, stealing-"})
    void itHasTheSizeThatWasAskedForAtOnce(String model, String name) throws Exception {
        try (Execution serves = start("serve", model, 0)) {
            serves.change(new Load.Closed(TASKS));
            for (int size : new int[] {8, 2, 5, 1}) {
                serves.tune(Knob.POOL, size);
                Await.until(size + " threads", SOON, () -> threads(name) == size);
            }
            assertEquals(TASKS, serves.counts().started());
            assertEquals(0, serves.counts().failed());
            try (Execution asks = start("http", "virtual", serves.port())) {
                asks.change(new Load.Closed(TASKS));
                Await.until("answers", SOON, () -> serves.counts().verified() > 100);
                asks.stop(Duration.ofMillis(500));
            }
            serves.stop(Duration.ofMillis(500));
            assertEquals(0, serves.counts().failed());
        }
        assertEquals(List.of(), List.copyOf(broken));
    }

    private Execution start(String task, String model, int port) throws Exception {
        RunSpec run = RunSpec.of(new Workload(task, model), new Load.Closed(1));
        return Workloads.start(run, new TaskSetup(2, port), Ticker.SYSTEM, broken::add);
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
