package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.execution.Execution;
import interleave.metric.Ticker;
import interleave.service.Service;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connections of tasks to the HTTP service. */
@Timeout(20)
class ConnectionsTest {
    private static final Duration SOON = Duration.ofSeconds(3);

    private final BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();
    private Service service;

    @BeforeEach
    void open() throws Unable {
        service = Service.open(TimeUnit.MILLISECONDS.toNanos(2), broken::offer);
    }

    @AfterEach
    void close() {
        service.close();
        assertEquals(List.of(), List.copyOf(broken));
    }

    private Execution start(RunSpec spec) throws Unable {
        return Workloads.start(spec, new TaskSetup(2, service.port()), Ticker.SYSTEM, broken::offer);
    }

    private static double connections(Execution execution) {
        return execution.extra(0).get("connections_opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "virtual", "threads", "pool"})
    void areUsedAgain(String model) throws Exception {
        try (Execution execution = start(RunSpec.of(new Workload("http", model), new Load.Closed(1)))) {
            execution.change(new Load.Closed(8));
            Await.until("many tasks", SOON, () -> execution.counts().completed() > 200);
            assertTrue(connections(execution) <= 8, model + " " + execution.extra(0));
        }
    }
}
