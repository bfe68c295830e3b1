package interleave.run;

import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a run stands. Immutable; the supervisor posts a new one at each change.
 *
 * @param spec what it was asked for, with every change since
 * @param service whether this is the shared HTTP service rather than a workload: its cost is shown apart, and its load
 *     means nothing
 * @param sinceNanos when the phase began, by the monitor's clock
 * @param reason in a failed phase: what happened, with exit status and the last line of stderr; else empty
 * @param log where its stderr is kept; empty while there is none, or when none can be written
 * @param transport how it does its input and output, as in {@code epoll}; empty until it has said so, or does none
 * @param port where it listens on loopback, itself or for its tasks; empty if it does not
 * @param endsAtNanos when its time is up, by the monitor's clock; empty if only an order ends it
 * @param diedOf in a failed phase: the number of the signal that its process, or the service it needs, died of; empty
 *     if it was none, or the JVM's own crash
 */
public record RunStatus(
        RunId id,
        RunSpec spec,
        boolean service,
        Phase phase,
        long sinceNanos,
        OptionalLong pid,
        Optional<String> reason,
        Optional<String> log,
        Optional<String> transport,
        OptionalInt port,
        OptionalLong endsAtNanos,
        OptionalInt diedOf) {
    /** The same of a run that is known by another number. */
    public RunStatus with(RunId other) {
        return new RunStatus(
                other, spec, service, phase, sinceNanos, pid, reason, log, transport, port, endsAtNanos, diedOf);
    }

    /** One that has said nothing of its input and output yet. */
    public RunStatus(
            RunId id,
            RunSpec spec,
            boolean service,
            Phase phase,
            long sinceNanos,
            OptionalLong pid,
            Optional<String> reason,
            Optional<String> log) {
        this(
                id,
                spec,
                service,
                phase,
                sinceNanos,
                pid,
                reason,
                log,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalInt.empty());
    }

    public Workload workload() {
        return spec.workload();
    }

    public Load load() {
        return spec.load();
    }

    public enum Phase {
        /** The process is being started, or has yet to complete its first task. */
        STARTING,
        RUNNING,
        /** No frame for two seconds; it may come back. */
        SILENT,
        STOPPING,
        /** It was told to end, and did. */
        ENDED,
        /** It ended by itself, could not be started, or was killed because it did not end. */
        FAILED;

        public boolean live() {
            return this != ENDED && this != FAILED;
        }
    }
}
