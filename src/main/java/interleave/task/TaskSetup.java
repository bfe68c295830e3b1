package interleave.task;

import interleave.spec.Defaults;
import interleave.spec.Transport;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The things that a task is given.
 *
 * @param cores how many CPUs the work can use
 * @param servicePort the HTTP service's port on loopback; 0 where none was named
 * @param seed what is drawn by lot is drawn from this
 * @param latencyNanos how long a wait takes; it may change at any time
 * @param threads makes further threads of the kind that the model runs tasks on, not started yet
 * @param findings is told, from any thread, what people should know of, in one plain sentence
 * @param transport of event loops, which this machine has; empty: the first that it has
 */
public record TaskSetup(
        int cores,
        int servicePort,
        long seed,
        LongSupplier latencyNanos,
        ThreadFactory threads,
        Consumer<String> findings,
        Optional<Transport> transport) {
    public static final long DEFAULT_LATENCY_NANOS = Defaults.LATENCY.toNanos();

    /** With OS threads, and defaults for the rest. */
    public TaskSetup(int cores, int servicePort) {
        this(
                cores,
                servicePort,
                1,
                () -> DEFAULT_LATENCY_NANOS,
                Thread.ofPlatform().factory(),
                finding -> {});
    }

    /** With what this machine has for event loops. */
    public TaskSetup(
            int cores,
            int servicePort,
            long seed,
            LongSupplier latencyNanos,
            ThreadFactory threads,
            Consumer<String> findings) {
        this(cores, servicePort, seed, latencyNanos, threads, findings, Optional.empty());
    }

    public TaskSetup with(LongSupplier latency) {
        return new TaskSetup(cores, servicePort, seed, latency, threads, findings, transport);
    }

    public TaskSetup with(ThreadFactory others) {
        return new TaskSetup(cores, servicePort, seed, latencyNanos, others, findings, transport);
    }

    public TaskSetup with(Optional<Transport> other) {
        return new TaskSetup(cores, servicePort, seed, latencyNanos, threads, findings, other);
    }
}
