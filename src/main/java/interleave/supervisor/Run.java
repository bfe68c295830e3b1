package interleave.supervisor;

import interleave.metric.Load;
import interleave.metric.Workload;
import interleave.supervisor.RunStatus.Phase;
import interleave.wire.Order;
import interleave.wire.Orders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@link Runs} knows of one child process, the service's included. */
final class Run {
    final RunId id;
    final Workload workload;
    final boolean service;

    Load load;
    Phase phase = Phase.STARTING;
    long sinceNanos;
    Optional<Child> child = Optional.empty();
    Optional<String> reason = Optional.empty();
    Optional<String> log = Optional.empty();

    /** Whether its worker was told to begin. */
    boolean begun;

    /** Whether its worker has yet to be told of a new load, because it does not answer. */
    boolean loadHeldBack;

    /** When there was last a sign of life. */
    long heardNanos;

    /** When it is killed, because it was told to end and did not. */
    OptionalLong killAtNanos = OptionalLong.empty();

    Run(RunId id, Workload workload, boolean service, Load load, long nanos) {
        this.id = id;
        this.workload = workload;
        this.service = service;
        this.load = load;
        this.sinceNanos = nanos;
        this.heardNanos = nanos;
    }

    /** Whether it is neither at its end nor told to end. */
    boolean wanted() {
        return phase.live() && phase != Phase.STOPPING;
    }

    RunStatus status() {
        OptionalLong pid = child.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty());
        return new RunStatus(id, workload, service, load, phase, sinceNanos, pid, reason, log);
    }

    void send(Order order) {
        try {
            OutputStream orders = child.orElseThrow().orders();
            orders.write((Orders.toLine(order) + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            // It has ended; the news of its end is on the way.
        }
    }

    /** Orders it to end at once. */
    void endInput() {
        try {
            if (child.isPresent()) child.get().orders().close();
        } catch (IOException e) {
            // It has ended; the news of its end is on the way.
        }
    }
}
