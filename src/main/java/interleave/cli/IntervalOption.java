package interleave.cli;

import interleave.spec.Defaults;
import interleave.spec.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The time between two samples of the machine. */
final class IntervalOption {
    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = Converters.OfInterval.class,
            description = "Time between two samples, which rates are taken over, " + Limits.INTERVALS + "; default "
                    + Defaults.INTERVAL_TEXT + ".")
    private Duration interval = Defaults.INTERVAL;

    Duration value() {
        return interval;
    }
}
