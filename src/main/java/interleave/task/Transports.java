package interleave.task;

import interleave.spec.Transport;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which transport event loops get: the one that was asked for, or the first that this machine has. */
public final class Transports {
    static final List<Transport> AUTOMATIC = List.of(Transport.IO_URING, Transport.EPOLL, Transport.NIO);

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
                    "the transport " + asked.key + " is not to be had here (" + why.get() + "): leave it out, or take "
                            + automatic(whyNot).key,
                    null);
    }

    /** Looks no further than to the first that there is: what is not used is not loaded. */
    static Transport automatic() {
        return automatic(Transports::whyNot);
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

    /** Of what went wrong at the bottom, the first line. */
    static String words(Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null) cause = cause.getCause();
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse("no reason is known");
    }
}
