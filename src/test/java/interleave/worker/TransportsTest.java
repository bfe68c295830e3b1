package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.execution.Execution;
import interleave.metric.Ticker;
import interleave.service.Service;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.Workload;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real runs over every transport that this machine has. */
@Timeout(60)
class TransportsTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    static Stream<Transport> here() {
        return Transports.here().stream();
    }

    @ParameterizedTest
    @MethodSource("here")
    void tasksAreVerifiedWhateverTheTransport(Transport transport) throws Exception {
        BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();
        RunSpec spec = RunSpec.of(new Workload("http", "event-loop"), new Load.Closed(1))
                .with(transport);
        try (Service service = Service.open(1_000_000, broken::add);
                Execution execution =
                        Workloads.start(spec, new TaskSetup(2, service.port()), Ticker.SYSTEM, broken::add)) {
            assertEquals(transport.key, execution.transport());
            execution.change(new Load.Closed(32));
            Await.until("verified tasks", SOON, () -> execution.counts().verified() > 1000);
            execution.stop(Duration.ofMillis(500));
            assertEquals(0, execution.counts().failed());
            assertEquals(List.of(), List.copyOf(broken));
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void aServerAnswersOverIt(Transport transport) throws Exception {
        RunSpec serving = RunSpec.of(new Workload("serve", "event-loop"), new Load.Closed(8))
                .with(transport);
        BlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();
        RunSpec asking = RunSpec.of(new Workload("http", "virtual"), new Load.Closed(1));
        try (Execution server = Workloads.start(serving, new TaskSetup(2, 0), Ticker.SYSTEM, broken::add)) {
            server.change(serving.load());
            try (Execution client =
                    Workloads.start(asking, new TaskSetup(2, server.port()), Ticker.SYSTEM, broken::add)) {
                client.change(new Load.Closed(8));
                Await.until("verified tasks", SOON, () -> client.counts().verified() > 500);
            }
            assertTrue(server.counts().verified() > 500);
            assertEquals(List.of(), List.copyOf(broken));
        }
    }

    /** A task that neither connects nor listens has loops all the same. */
    @ParameterizedTest
    @MethodSource("here")
    void loopsAreNamedWhateverTheirTask(Transport transport) throws Exception {
        RunSpec spec =
                RunSpec.of(new Workload("timer", "hybrid"), new Load.Closed(1)).with(transport);
        try (Execution execution = Workloads.start(spec, new TaskSetup(2, 0), Ticker.SYSTEM, why -> {})) {
            assertEquals(transport.key, execution.transport());
        }
    }
}
