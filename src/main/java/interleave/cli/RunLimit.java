package interleave.cli;

import java.time.Duration;
import java.util.Optional;

/** The time for which runs go; empty: until they are stopped. */
record RunLimit(Optional<Duration> limit) {}
