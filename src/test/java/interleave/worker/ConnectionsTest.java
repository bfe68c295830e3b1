package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.execution.Execution;
import interleave.metric.Ticker;
import interleave.service.Service;
import interleave.spec.Knob;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connections of tasks to the HTTP service. */
@Timeout(60)
class ConnectionsTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();
    private final long began = System.nanoTime();
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

    /** A connection is in use by one task at a time: with two of them, no more than two tasks ask at once. */
    @ParameterizedTest
    @ValueSource(strings = {"event-loop", "promises", "virtual", "threads", "pool", "work-stealing", "hybrid"})
    void canBeBounded(String model) throws Exception {
        RunSpec spec =
                RunSpec.of(new Workload("http", model), new Load.Closed(1)).with(Knob.CONNECTIONS, 2);
        try (Execution execution = start(spec)) {
            execution.change(new Load.Closed(16));
            Await.until("tasks", SOON, () -> execution.counts().completed() > 100);
            assertEquals(2, connections(execution));
            assertEquals(16, execution.inFlight());
            execution.tune(Knob.CONNECTIONS, 5);
            Await.until("more connections", SOON, () -> connections(execution) == 5);
            execution.tune(Knob.CONNECTIONS, 0);
            Await.until("no bound", SOON, () -> connections(execution) == 16);
            execution.tune(Knob.CONNECTIONS, 1);
            long done = execution.counts().completed();
            Await.until("goes on", SOON, () -> execution.counts().completed() > done + 50);
            execution.stop(Duration.ofMillis(500));
            assertEquals(0, execution.counts().failed());
            Sums.addUp(execution);
        }
    }

    /** The bound is of the run, not of each of its loops. */
    @Test
    void areBoundedOverAllLoops() throws Exception {
        RunSpec spec = RunSpec.of(new Workload("http", "event-loop"), new Load.Closed(1))
                .with(Knob.CONNECTIONS, 1)
                .with(Knob.LOOPS, 3);
        try (Execution execution = start(spec)) {
            execution.change(new Load.Closed(9));
            Await.until("tasks of all loops", SOON, () -> execution.counts().completed() > 60);
            assertTrue(connections(execution) <= 3, "a connection belongs to a loop");
            assertTrue(execution.counts().completed() * 2.0 <= elapsedMillis(), "two at once");
        }
    }

    private long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
