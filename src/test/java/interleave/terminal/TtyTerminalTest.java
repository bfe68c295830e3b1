package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.program.Await;
import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.screen.Terminal;
import interleave.screen.Terminal.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real pseudo-terminals. Signals that stop the process are left to the tests of the whole program. */
class TtyTerminalTest {
    /** More pictures than a terminal's buffer has room for, of 64 KiB at most. */
    private static final int MOST_UNREAD = 1000;

    private static final Size SIZE = new Size(60, 20);
    private static final String FRAME_END = "\033[?2026l";
    private static final String LEAVE = Pen.LEAVE.replace("\n", "\r\n");

    private final BlockingQueue<Signal> news = new LinkedBlockingQueue<>();

    @Test
    void modesAreTakenAndGivenBackExactly() throws IOException {
        try (Pty pty = new Pty(SIZE)) {
            List<Object> before = pty.modes();
            Terminal terminal = pty.open();
            assertNotEquals(before, pty.modes());
            terminal.close();
            assertEquals(before, pty.modes());
            terminal.close();
            assertEquals(before, pty.modes());
        }
    }

    @Test
    void aFrameIsOneWriteAndAnUnchangedOneNone() throws IOException {
        try (Pty pty = new Pty(SIZE);
                Terminal terminal = pty.open()) {
            assertEquals(SIZE, terminal.size());
            assertTrue(terminal.show(picture('a')));
            String first = pty.readUntil(FRAME_END);
            assertTrue(first.startsWith("\033[?2026h\033[?1049h"), first);
            settle(terminal);
            assertEquals(1, pty.writes());
            assertEquals(first.length(), terminal.bytesWritten());
            assertTrue(terminal.show(picture('a')));
            assertTrue(terminal.show(picture('b')));
            pty.readUntil(FRAME_END);
            settle(terminal);
            assertEquals(2, pty.writes());
        }
    }

    /** It would stand at the shell's prompt. */
    @Test
    void anAnswerThatIsUnderWayIsNotLeftForTheShell() throws IOException {
        try (Pty pty = new Pty(SIZE)) {
            Terminal terminal = pty.open();
            terminal.listen(news::add);
            terminal.show(picture('a'));
            assertTrue(pty.readUntil(FRAME_END).contains(PasteBrackets.QUESTION));
            pty.type("\033[?2004;1$y");
            terminal.close();
            pty.type("ls\n");
            assertEquals("ls\n", pty.readAsShell());
        }
    }

    @Test
    void closingLeavesTheAlternateScreen() throws IOException {
        try (Pty pty = new Pty(SIZE)) {
            Terminal terminal = pty.open();
            terminal.show(picture('a'));
            terminal.close();
            assertTrue(pty.readUntil(LEAVE).contains("\033[?1049h"));
            assertFalse(terminal.show(picture('b')));
        }
    }

    @Test
    void aTerminalThatWasNeverDrawnOnGetsNoSequence() throws IOException {
        try (Pty pty = new Pty(SIZE)) {
            Terminal terminal = pty.open();
            terminal.close();
            assertEquals(0, terminal.bytesWritten());
        }
    }

    @Test
    void aPeerThatDoesNotReadHoldsUpNothing() throws IOException {
        try (Pty pty = new Pty(SIZE)) {
            List<Object> before = pty.modes();
            Terminal terminal = pty.open();
            stall(terminal);
            long least = Long.MAX_VALUE;
            for (int tries = 0; tries < 5; tries++) least = Math.min(least, refusedNanos(terminal));
            assertTrue(least < 200_000_000, least + " ns");
            assertClosesWithinASecond(terminal);
            assertEquals(before, pty.modes());
            assertTrue(pty.readUntil(LEAVE).contains("\030\033[?2026l"), "the torn frame is ended");
        }
    }

    /** As an earlier program may have left it, or one beside it makes it: EAGAIN is a reason to wait. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNonBlockingTerminalIsWaitedFor(boolean fromTheStart) throws Exception {
        try (Pty pty = new Pty(SIZE)) {
            if (fromTheStart) pty.block(false);
            Terminal terminal = pty.open();
            terminal.listen(news::add);
            pty.block(false);
            stall(terminal);
            assertFalse(terminal.show(picture('z')));
            pty.type("x");
            Set<Signal> seen = new HashSet<>();
            while (!seen.contains(new Signal.Pressed(new Key.Char('x')))) seen.add(next());
            pty.drainUntil(((TtyTerminal) terminal)::idle);
            seen.addAll(news);
            assertTrue(seen.stream().noneMatch(Signal.Ended.class::isInstance), seen.toString());
            // A frame that was cut short and sent again leaves doubts: all is to be drawn anew.
            assertEquals(!fromTheStart, seen.contains(new Signal.Resumed()));
            terminal.repaint();
            assertTrue(terminal.show(picture('z')));
            assertTrue(pty.readUntil(FRAME_END).contains("z".repeat(SIZE.columns())));
            terminal.close();
            assertTrue(pty.readUntil(LEAVE).endsWith(LEAVE));
        }
    }

    @Test
    void aNonBlockingTerminalThatNobodyReadsIsGivenBackAllTheSame() throws IOException {
        try (Pty pty = new Pty(SIZE)) {
            List<Object> before = pty.modes();
            Terminal terminal = pty.open();
            pty.block(false);
            stall(terminal);
            assertClosesWithinASecond(terminal);
            assertEquals(before, pty.modes());
            pty.readUntil(LEAVE);
        }
    }

    @Test
    void whatWasRefusedIsShownLater() throws IOException {
        try (Pty pty = new Pty(SIZE);
                Terminal terminal = pty.open()) {
            stall(terminal);
            assertFalse(terminal.show(picture('z')));
            pty.readUntil(FRAME_END);
            settle(terminal);
            assertTrue(terminal.show(picture('z')));
            assertTrue(pty.readUntil(FRAME_END).contains("z".repeat(SIZE.columns())));
        }
    }

    @Test
    void repaintSendsEverything() throws IOException {
        try (Pty pty = new Pty(SIZE);
                Terminal terminal = pty.open()) {
            terminal.show(picture('a'));
            pty.readUntil(FRAME_END);
            settle(terminal);
            terminal.repaint();
            terminal.show(picture('a'));
            assertTrue(pty.readUntil(FRAME_END).contains("\033[2J"));
        }
    }

    @Test
    void aNewSizeIsTold() throws Exception {
        try (Pty pty = new Pty(SIZE);
                Terminal terminal = pty.open()) {
            pty.resize(new Size(1, 1));
            terminal.listen(news::add);
            assertEquals(new Signal.Resized(new Size(1, 1)), next());
            assertEquals(new Size(1, 1), terminal.size());
            assertTrue(terminal.show(picture('a')));
            assertTrue(pty.readUntil(FRAME_END).endsWith("\033[2Ja" + FRAME_END));
        }
    }

    /** A terminal need not tell the truth of its size, and a picture of that size has to fit into the heap. */
    @Test
    void aSizeBeyondReasonIsDrawnOnInPart() throws Exception {
        try (Pty pty = new Pty(new Size(65_535, 65_535));
                Terminal terminal = pty.open()) {
            assertEquals(new Size(800, 250), terminal.size());
            assertTrue(terminal.show(picture('a')));
            assertTrue(pty.readUntil(FRAME_END).contains("a"));
        }
    }

    @Test
    void aTerminalThatKnowsNoSizeGetsTheFallback() throws IOException {
        try (Pty pty = new Pty(new Size(0, 0));
                Terminal terminal = pty.open()) {
            assertEquals(new Size(80, 24), terminal.size());
        }
    }

    @Test
    void aLostTerminalIsToldOnceAndClosingIsQuick() throws Exception {
        try (Pty pty = new Pty(SIZE)) {
            Terminal terminal = pty.open();
            terminal.listen(news::add);
            terminal.show(picture('a'));
            pty.hangUp();
            assertEquals(new Signal.Ended("the terminal is gone", 129), next());
            terminal.show(picture('b'));
            assertClosesWithinASecond(terminal);
            assertTrue(news.isEmpty());
        }
    }

    private Signal next() throws InterruptedException {
        Signal signal = news.poll(20, TimeUnit.SECONDS);
        if (signal == null) throw new AssertionError("no news");
        return signal;
    }

    /** Until the writer is free again; an unchanged picture costs nothing. */
    private static void settle(Terminal terminal) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        long written = terminal.bytesWritten();
        while (written == 0 || !((TtyTerminal) terminal).idle()) {
            if (System.nanoTime() > deadline) throw new AssertionError("still writing");
            LockSupport.parkNanos(100_000);
            written = terminal.bytesWritten();
        }
    }

    /** The time that it takes to be refused, of which the least of some is not others' who want the CPU. */
    private static long refusedNanos(Terminal terminal) {
        long begin = System.nanoTime();
        assertFalse(terminal.show(picture('c')));
        return System.nanoTime() - begin;
    }

    private static void assertClosesWithinASecond(Terminal terminal) {
        Thread closing = Thread.ofPlatform().start(terminal::close);
        Await.until("closed", Duration.ofSeconds(1), () -> !closing.isAlive());
    }

    /** Until nothing has been taken for so many looks in a row that the writer would have run as well if it got on. */
    private static void stall(Terminal terminal) {
        int taken = 0;
        for (int looks = 0; looks < 600; looks++) {
            if (terminal.show(picture(taken % 2 == 0 ? 'a' : 'b'))) {
                looks = 0;
                assertTrue(++taken < MOST_UNREAD, "it takes whatever it is given");
            }
            LockSupport.parkNanos(100_000);
        }
    }

    private static Grid picture(char glyph) {
        Grid grid = new Grid(SIZE);
        for (int row = 0; row < SIZE.rows(); row++) {
            for (int column = 0; column < SIZE.columns(); column++) {
                grid.set(column, row, new Cell(glyph, Ink.PLAIN, false, false));
            }
        }
        return grid;
    }
}
