package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutletTest {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);

    /** Takes nothing until it is told to. */
    private final class Paused extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            writing.countDown();
            try {
                reading.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            read.write(octet);
        }
    }

    private Outlet outlet(OutputStream to) {
        return new Outlet("test", new PrintStream(to, false, StandardCharsets.UTF_8), settled::countDown);
    }

    @Test
    void aReaderWhoPausesMissesWhatFindsNoRoomAndNothingElse() throws Exception {
        Outlet outlet = outlet(new Paused());
        assertTrue(outlet.offer("0\n"));
        assertTrue(writing.await(20, TimeUnit.SECONDS));
        for (int i = 1; i <= Outlet.ROOM; i++) assertTrue(outlet.offer(i + "\n"));
        assertFalse(outlet.offer("one too many\n"));
        outlet.offerIfIdle("outdated\n");
        outlet.end(List.of("summary\n"));
        assertFalse(outlet.isSettled());
        reading.countDown();
        assertTrue(settled.await(20, TimeUnit.SECONDS));
        List<String> lines = read.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(Outlet.ROOM + 2, lines.size());
        assertEquals("" + Outlet.ROOM, lines.get(Outlet.ROOM));
        assertEquals("summary", lines.getLast());
    }

    @Test
    void whereNothingMoreCanBeWrittenItSettlesByItself() throws Exception {
        Outlet outlet = outlet(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        assertTrue(outlet.offer("line\n"));
        assertTrue(settled.await(20, TimeUnit.SECONDS));
        assertTrue(outlet.isSettled());
    }
}
