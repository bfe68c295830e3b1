package interleave.state;

import interleave.spec.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The intervals between samples that keys can choose. One given on the command line may lie between them. */
final class Pace {
    static final List<Duration> ALL = List.of(
            Limits.SHORTEST_INTERVAL,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Limits.LONGEST_INTERVAL);

    private Pace() {}

    static Optional<Duration> faster(Duration now) {
        for (int i = ALL.size() - 1; i >= 0; i--) if (ALL.get(i).compareTo(now) < 0) return Optional.of(ALL.get(i));
        return Optional.empty();
    }

    static Optional<Duration> slower(Duration now) {
        for (Duration each : ALL) if (each.compareTo(now) > 0) return Optional.of(each);
        return Optional.empty();
    }
}
