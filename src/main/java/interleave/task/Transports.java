package interleave.task;

import interleave.kernel.Reason;
import interleave.spec.Transport;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which transport event loops get: the one that was asked for, or the first that this machine has. */
public final class Transports {
    static final List<Transport> AUTOMATIC = List.of(Transport.IO_URING, Transport.EPOLL, Transport.NIO);

    /**
     * Set for a process whose event loops are one of several of a comparison that has no room for rings for all of
     * them.
     */
    private static final String RINGS = "interleave.rings";

    private Transports() {}

    /** @throws Unable if this machine does not have it: says why, and what there is */
    public static void check(Transport asked) throws Unable {
        check(asked, Transports::whyNot);
    }

    /** @param whyNot why a transport cannot be used here; empty if it can */
    static void check(Transport asked, Function<Transport, Optional<String>> whyNot) throws Unable {
        Optional<String> why = whyNot.apply(asked);
        if (why.isPresent())
            throw new Unable(
                    "the transport " + asked.key + " is not available here (" + why.get() + "): leave it out, or take "
                            + automatic(whyNot).key,
                    null);
    }

    /** Looks no further than to the first that there is: what is not used is not loaded. */
    public static Transport automatic() {
        return Boolean.parseBoolean(System.getProperty(RINGS, "true"))
                ? automatic(Transports::whyNot)
                : automaticBut(Transport.IO_URING);
    }

    /** The first of those that this machine has, leaving out one that has run out. */
    public static Transport automaticBut(Transport exhausted) {
        return automatic(
                transport -> transport == exhausted ? Optional.of("there is no more of it") : whyNot(transport));
    }

    static Transport automatic(Function<Transport, Optional<String>> whyNot) {
        return AUTOMATIC.stream()
                .filter(transport -> whyNot.apply(transport).isEmpty())
                .findFirst()
                .orElse(Transport.NIO);
    }

    /** All that this machine has. */
    public static List<Transport> here() {
        return AUTOMATIC.stream()
                .filter(transport -> whyNot(transport).isEmpty())
                .toList();
    }

    static Optional<String> whyNot(Transport transport) {
        NettyLoop.quickenNetty();
        return switch (transport) {
            case IO_URING ->
                IoUring.isAvailable() ? Optional.empty() : Optional.of(words(IoUring.unavailabilityCause()));
            case EPOLL -> Epoll.isAvailable() ? Optional.empty() : Optional.of(words(Epoll.unavailabilityCause()));
            case NIO -> Optional.empty();
        };
    }

    /**
     * Why an event loop could not be made.
     *
     * @param mayPass whether a moment later it may be otherwise, as others give back what they had
     */
    record Refused(String words, boolean mayPass, Throwable cause) {
        Unable unable() {
            return new Unable(words, cause);
        }
    }

    static Refused refused(Transport transport, Throwable why) {
        String words = words(why);
        boolean noMemory = transport == Transport.IO_URING && words.contains("Cannot allocate memory");
        if (noMemory)
            return new Refused(
                    "io_uring has no room for one more event loop in the memory that this user may lock, all processes"
                            + " together: raise ulimit -l, or ask for fewer event loops",
                    true,
                    why);
        if (transport == Transport.IO_URING && words.contains("not permitted"))
            return new Refused(
                    "the kernel forbids io_uring for one more event loop: set the sysctl kernel.io_uring_disabled to 0",
                    false,
                    why);
        if (words.contains("Too many open files"))
            return new Refused(
                    "too many open files for one more event loop: raise ulimit -n, or ask for fewer event loops",
                    false,
                    why);
        return new Refused("one more event loop could not be made over " + transport.key + ": " + words, false, why);
    }

    /** The reason of what went wrong at the bottom: above it Netty has others of its own. */
    static String words(Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null) cause = cause.getCause();
        return Reason.of(cause);
    }
}
