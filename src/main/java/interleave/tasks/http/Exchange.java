package interleave.tasks.http;

import interleave.task.Fault;
import interleave.task.WrongResult;
import java.io.IOException;
import java.util.Optional;

/**
 * A request and its answer on a keep-alive connection, over byte arrays: how the bytes are moved is the business of the
 * forms, which differ in nothing else. Used again for each request of a connection; one thread at a time.
 */
interface Exchange {
    /** Makes the next request, and forgets the answer before. It is as long as the first one. */
    byte[] next();

    /** Makes a request that is not answered, but does to its client what was asked for. */
    byte[] next(Fault fault);

    /** Where a request may differ from the one before. */
    int changesAt();

    /** So many bytes of it. */
    int changes();

    /** Where the next bytes of the answer belong, from {@link #filled} on. */
    byte[] answer();

    int filled();

    int room();

    /**
     * Looks at the answer once {@code count} more bytes of it are in place.
     *
     * @return whether it is whole; it then is right as well, or {@link #failure} says why not
     */
    boolean take(int count) throws IOException, WrongResult;

    /** True if no further request can be made on the connection, since the server closes it. */
    boolean last();

    /** Why a whole answer is none that was asked for; the connection can be used again nevertheless. */
    default Optional<IOException> failure() {
        return Optional.empty();
    }

    /**
     * The connection has ended within the exchange.
     *
     * @return whether the answer is whole by that
     */
    default boolean ended() throws IOException, WrongResult {
        throw new java.io.EOFException("the service closed the connection");
    }

    /** The failure of the connection within the exchange, in words that say what that means. */
    default IOException explained(IOException why) {
        return why;
    }

    /**
     * True if the server closed the connection instead of waiting for this request, so that it was not looked at, and
     * may be made again on another one.
     */
    default boolean stale() {
        return false;
    }
}
