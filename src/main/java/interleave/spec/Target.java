package interleave.spec;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A server that is not ours, and what it is asked for.
 *
 * @param url as it was given
 * @param host as the request names it, with the port where that is not 80
 * @param addresses where it may be, as literals: the first that answers is taken
 * @param path with the query, as the request line has it
 * @param bytes how long the body of each answer has to be; empty: however long
 * @param patience how long it is waited for at the start: none unless it was started only just now
 */
public record Target(
        String url, String host, List<String> addresses, int port, String path, OptionalLong bytes, Duration patience) {
    public Target {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) throw new IllegalArgumentException("a target must have an address");
        if (port < 1 || port > Limits.HIGHEST_PORT)
            throw new IllegalArgumentException("a port must be from 1 to " + Limits.HIGHEST_PORT);
    }

    public Target with(Duration time) {
        return new Target(url, host, addresses, port, path, bytes, time);
    }

    /** At that one of its addresses. */
    public Target at(String address) {
        return new Target(url, host, List.of(address), port, path, bytes, Duration.ZERO);
    }
}
