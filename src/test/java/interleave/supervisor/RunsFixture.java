package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.Frames;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.spec.Load;
import interleave.spec.Workload;
import interleave.wire.Message;
import interleave.wire.Order;
import interleave.wire.Orders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of children that do nothing, and what is told of them. */
abstract class RunsFixture {
    static final Workload IMAGE = new Workload("image", "pool");
    static final Workload HTTP = new Workload("http", "virtual");
    static final Workload SERVE = new Workload("serve", "virtual");
    static final Load FOUR = new Load.Closed(4);
    static final Load EIGHT = new Load.Closed(8);
    static final RunId FIRST = new RunId(1);
    static final RunId SECOND = new RunId(2);
    /** The first process that is started for others: the service, or a client. */
    static final RunId HELPER = new RunId(101);

    static final RunId SERVICE = HELPER;
    static final Message NO_TASK_YET = new Message.Report(Frames.at(250, 0, 0, 0, 0));
    static final Message TASKS = new Message.Report(Frames.at(500, 9, 0, 0, 0));

    final Map<RunId, FakeChild> children = new LinkedHashMap<>();
    final List<RunEvent> news = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    /** Programs at whose start the JDK's helper dies of a signal that its group got. */
    final List<String> shotDown = new ArrayList<>();

    long nanos;
    int serviceNumber = 100;
    final Runs runs = new Runs(
            new Launch(Path.of("java"), "x.jar", Optional.empty(), Duration.ofMillis(20), List.of()),
            this::spawn,
            workload -> workload.task().equals("http"),
            () -> new RunId(++serviceNumber),
            () -> nanos,
            news::add);

    ChildProcess spawn(RunId id, Workload workload, List<String> command) throws IOException {
        if (refused.stream().anyMatch(command::contains)) throw FakeChild.refused();
        if (shotDown.stream().anyMatch(command::contains))
            throw new IOException("Cannot run program \"java\" (in directory \"/\"): Exec failed, error: 0 (Success); "
                    + "Failed to exec spawn helper: pid: 4711, signal: 15");
        FakeChild child = new FakeChild(1000 + id.number(), command);
        children.put(id, child);
        return child;
    }

    RunStatus status(RunId id) {
        return news.stream()
                .filter(RunEvent.Changed.class::isInstance)
                .map(event -> ((RunEvent.Changed) event).status())
                .filter(status -> status.id().equals(id))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    void assertPhase(Phase phase, RunId id) {
        assertEquals(phase, status(id).phase());
    }

    void assertFailed(String why, RunId id) {
        assertPhase(Phase.FAILED, id);
        assertEquals(Optional.of(why), status(id).reason());
    }

    void pass(Duration time) {
        nanos += time.toNanos();
        runs.tick();
    }

    static String line(Order order) {
        return Orders.toLine(order) + "\n";
    }
}
