package interleave.cli;

import java.time.Duration;
import java.util.Optional;

/** How long runs go; empty: until they are stopped. */
record RunLimit(Optional<Duration> limit) {}
