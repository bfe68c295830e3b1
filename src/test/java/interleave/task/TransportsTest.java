package interleave.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.spec.Transport;
import io.netty.channel.uring.IoUring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TransportsTest {
    /** Far more than there are threads of others that wait for a disk. */
    private static final int LOOPS = 64;

    private static final long TO_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

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
                "the transport io_uring is not available here (forbidden): leave it out, or take epoll",
                refused.getMessage());
    }

    @Test
    void theReasonIsThatOfWhatIsAtTheBottomAndNeverAMessageForProgrammers() {
        Throwable why = new UnsatisfiedLinkError("failed");
        assertEquals("its native library cannot be loaded", Transports.words(why));
        why.initCause(new IOException("io_uring_setup: Operation not permitted\nat all"));
        assertEquals("Operation not permitted", Transports.words(why));
        assertEquals("unexpected (IOException)", Transports.words(new IOException("Input length = 1")));
    }

    @Test
    void aLoopThatIsRefusedNamesTheCure() {
        assertRefused(Transport.IO_URING, "no room (see ulimit): Cannot allocate memory", true, "raise ulimit -l");
        assertRefused(Transport.IO_URING, "Operation not permitted", false, "kernel.io_uring_disabled");
        assertRefused(Transport.EPOLL, "Too many open files", false, "raise ulimit -n");
        assertRefused(Transport.NIO, "whatever", false, "over nio: unexpected (IOException)");
    }

    private static void assertRefused(Transport transport, String message, boolean mayPass, String words) {
        Throwable why = new IllegalStateException("failed to create a child event loop", new IOException(message));
        Transports.Refused refused = Transports.refused(transport, why);
        assertTrue(refused.words().contains(words), refused.words());
        assertEquals(mayPass, refused.mayPass());
    }

    /** Else the cores panel would show a CPU that waits for a disk, and a blocked thread for each idle loop. */
    @Test
    void aSleepingLoopIsNoThreadThatWaitsForADisk() throws Exception {
        assumeTrue(Transports.automatic() == Transport.IO_URING, "io_uring is not available here");
        assumeTrue(IoUring.featureString().contains("ENTER_NO_IOWAIT_SUPPORTED=true"), "a kernel before 6.15");
        List<NettyLoop> loops = new ArrayList<>();
        try {
            while (loops.size() < LOOPS) loops.add(NettyLoop.open("idle", Transport.IO_URING));
            for (NettyLoop loop : loops) loop.events().submit(() -> {}).sync();
            long asleep = System.nanoTime() + TO_SLEEP_NANOS;
            Await.until(() -> System.nanoTime() > asleep);
            assertTrue(blocked() < LOOPS / 2, "blocked: " + blocked());
        } finally {
            loops.forEach(NettyLoop::close);
        }
    }

    private static long blocked() {
        try {
            return Files.readAllLines(Path.of("/proc/stat")).stream()
                    .filter(line -> line.startsWith("procs_blocked "))
                    .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nioIsEverywhere() {
        assertEquals(Optional.empty(), Transports.whyNot(Transport.NIO));
        assertEquals(Transport.NIO, Transports.here().getLast());
        assertEquals(Transports.here().getFirst(), Transports.automatic());
    }
}
