package interleave.cli;

import interleave.spec.Defaults;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The time that is waited, by tasks or by the service for them. */
final class LatencyOption {
    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = RunConverters.OfLatency.class,
            description = "The time that a task waits, or the HTTP service before it answers; default "
                    + Defaults.LATENCY_TEXT + ".")
    private Optional<Duration> latency = Optional.empty();

    /** Empty unless it was asked for. */
    Optional<Duration> asked() {
        return latency;
    }

    Duration orDefault() {
        return latency.orElse(Defaults.LATENCY);
    }
}
