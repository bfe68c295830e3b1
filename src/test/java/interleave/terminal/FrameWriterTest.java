package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private static final byte[] ONE = {1};
    private static final byte[] LAST = {2};
    private static final byte[] TORN = {3};

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CountDownLatch reading = new CountDownLatch(1);
    private final BlockingQueue<Boolean> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<IOException> failures = new LinkedBlockingQueue<>();

    /** A peer that takes nothing before {@link #reading}. */
    private final OutputStream peer = new OutputStream() {
        @Override
        public void write(int octet) {
            try {
                reading.await();
                written.write(octet);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };

    @Test
    void aSecondFrameIsDroppedWhileTheFirstIsUnderWay() {
        FrameWriter writer = new FrameWriter(peer, failures::add, () -> ready.add(true));
        assertTrue(writer.idle());
        writer.submit(ONE);
        assertFalse(writer.idle());
        writer.submit(ONE);
        reading.countDown();
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}));
        assertArrayEquals(new byte[] {1, 2}, written.toByteArray());
        assertEquals(2, writer.written());
    }

    @Test
    void whoFoundItBusyIsToldOnceItIsIdle() throws InterruptedException {
        FrameWriter writer = new FrameWriter(peer, failures::add, () -> ready.add(true));
        assertTrue(writer.idleOrTell());
        writer.submit(ONE);
        assertFalse(writer.idleOrTell());
        reading.countDown();
        assertEquals(true, ready.poll(5, TimeUnit.SECONDS));
        assertTrue(writer.idle());
        writer.submit(ONE);
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}));
        assertTrue(ready.isEmpty(), "told once");
    }

    @Test
    void aStalledPeerIsFreedByDiscarding() {
        FrameWriter writer = new FrameWriter(peer, failures::add, () -> ready.add(true));
        writer.submit(ONE);
        assertTrue(writer.finish(LAST, TORN, 200, reading::countDown));
        assertArrayEquals(new byte[] {1, 3}, written.toByteArray());
    }

    @Test
    void aPeerThatNothingFreesIsGivenUp() {
        FrameWriter writer = new FrameWriter(peer, failures::add, () -> ready.add(true));
        writer.submit(ONE);
        assertFalse(writer.finish(LAST, TORN, 10, () -> {}));
        reading.countDown();
    }

    /** One that was begun before the end and comes after it: it would draw on a terminal that has been given back. */
    @Test
    void aFrameThatComesAfterTheLastIsDroppedUntilItIsOpenedAgain() {
        reading.countDown();
        FrameWriter writer = new FrameWriter(peer, failures::add, () -> ready.add(true));
        writer.submit(ONE);
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}));
        assertFalse(writer.idle());
        writer.submit(ONE);
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}), "finished already");
        assertArrayEquals(new byte[] {1, 2}, written.toByteArray());
        writer.reopen();
        assertFalse(writer.begun());
        writer.submit(ONE);
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}));
        assertArrayEquals(new byte[] {1, 2, 1, 2}, written.toByteArray());
    }

    @Test
    void whereNothingHasBeenTakenTheLastIsNotWritten() {
        reading.countDown();
        FrameWriter writer = new FrameWriter(peer, failures::add, () -> ready.add(true));
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}));
        writer.submit(ONE);
        assertEquals(0, written.size());
    }

    @Test
    void aFailureIsToldAndHoldsUpNothing() throws InterruptedException {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        FrameWriter writer = new FrameWriter(broken, failures::add, () -> ready.add(true));
        writer.submit(ONE);
        assertEquals("gone", failures.poll(5, TimeUnit.SECONDS).getMessage());
        assertTrue(writer.finish(LAST, TORN, 5000, () -> {}));
        assertEquals(0, writer.written());
    }
}
