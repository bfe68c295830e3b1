package interleave.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import interleave.spec.Transport;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TransportsTest {
    private static final Function<Transport, Optional<String>> NO_RINGS =
            whyNot(Map.of(Transport.IO_URING, "forbidden"));

    private static Function<Transport, Optional<String>> whyNot(Map<Transport, String> missing) {
        return transport -> Optional.ofNullable(missing.get(transport));
    }

    @Test
    void theFirstThatIsThereIsTaken() {
        assertEquals(Transport.IO_URING, Transports.automatic(whyNot(Map.of())));
        assertEquals(Transport.EPOLL, Transports.automatic(NO_RINGS));
        assertEquals(
                Transport.NIO,
                Transports.automatic(whyNot(Map.of(Transport.IO_URING, "forbidden", Transport.EPOLL, "no library"))));
    }

    @Test
    void whatIsNotThereIsRefusedInOneLineThatSaysWhyAndWhatIs() throws Unable {
        Transports.check(Transport.EPOLL, NO_RINGS);
        Unable refused = assertThrows(Unable.class, () -> Transports.check(Transport.IO_URING, NO_RINGS));
        assertEquals(
                "the transport io_uring is not to be had here (forbidden): leave it out, or take epoll",
                refused.getMessage());
    }

    @Test
    void theReasonIsTheFirstLineOfWhatIsAtTheBottom() {
        Throwable why = new UnsatisfiedLinkError("failed");
        why.initCause(new IOException("not permitted\nat all"));
        assertEquals("not permitted", Transports.words(why));
        assertEquals("no reason is known", Transports.words(new IOException("")));
    }

    @Test
    void nioIsEverywhere() {
        assertEquals(Optional.empty(), Transports.whyNot(Transport.NIO));
        assertEquals(Transport.NIO, Transports.here().getLast());
        assertEquals(Transports.here().getFirst(), Transports.automatic());
    }
}
