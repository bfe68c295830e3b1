package interleave.task;

import interleave.spec.Defaults;
import interleave.spec.Target;
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
 * @param settings those that may change at any time
 * @param threads makes further threads of the kind that the model runs tasks on, not started yet
 * @param findings is told, from any thread, what people should know of, in one plain sentence
 * @param target the server that is asked in place of the HTTP service, at one address; empty: that is asked
 * @param transport of event loops, which this machine has; empty: the first that it has
 */
public record TaskSetup(
        int cores,
        int servicePort,
        long seed,
        TaskSettings settings,
        ThreadFactory threads,
        Consumer<String> findings,
        Optional<Target> target,
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
        this(
                cores,
                servicePort,
                seed,
                TaskSettings.waiting(latencyNanos),
                threads,
                findings,
                Optional.empty(),
                Optional.empty());
    }

    /** The time that a wait takes; it may change at any time. */
    public LongSupplier latencyNanos() {
        return settings.latencyNanos();
    }

    public Work work() {
        return settings.work();
    }

    public TaskSetup with(LongSupplier latency) {
        return with(new TaskSettings(latency, settings.work(), settings.tile(), settings.connections()));
    }

    public TaskSetup with(TaskSettings others) {
        return new TaskSetup(cores, servicePort, seed, others, threads, findings, target, transport);
    }

    public TaskSetup with(ThreadFactory others) {
        return new TaskSetup(cores, servicePort, seed, settings, others, findings, target, transport);
    }

    public TaskSetup with(Optional<Transport> other) {
        return new TaskSetup(cores, servicePort, seed, settings, threads, findings, target, other);
    }

    public TaskSetup with(Target server) {
        return new TaskSetup(cores, servicePort, seed, settings, threads, findings, Optional.of(server), transport);
    }
}
