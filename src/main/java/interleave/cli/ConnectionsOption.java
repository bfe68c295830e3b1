package interleave.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** A bound of the requests to the service that are under way at once. */
final class ConnectionsOption {
    @Option(
            names = "--connections",
            paramLabel = "N",
            converter = RunConverters.OfConnections.class,
            description = "Requests to the HTTP service that may be under way at once, as a pool of connections bounds"
                    + " them: the others wait for their turn; default: no bound.")
    private Optional<Long> connections = Optional.empty();

    /** 0: no bound. Empty unless it was asked for. */
    Optional<Long> asked() {
        return connections;
    }
}
