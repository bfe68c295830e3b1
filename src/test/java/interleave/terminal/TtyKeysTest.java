package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Key;
import interleave.screen.Size;
import interleave.screen.Terminal;
import interleave.screen.Terminal.Signal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Keys and pastes at a real pseudo-terminal. */
class TtyKeysTest {
    private static final Size SIZE = new Size(60, 20);

    private final BlockingQueue<Signal> news = new LinkedBlockingQueue<>();

    @Test
    void keysArriveWhateverTheyWereForTheShell() throws Exception {
        try (Pty pty = new Pty(SIZE);
                Terminal terminal = pty.open()) {
            terminal.listen(news::add);
            pressing(pty, "q", new Key.Char('q'));
            pressing(pty, "\003", new Key.Ctrl('c'));
            pressing(pty, "\032", new Key.Ctrl('z'));
            pressing(pty, "\023", new Key.Ctrl('s'));
            pressing(pty, "\033[5~", Key.Named.PAGE_UP);
            pressing(pty, "\r", Key.Named.ENTER);
            pty.type("\033");
            assertEquals(new Signal.Pressed(Key.Named.ESCAPE), next());
        }
    }

    @Test
    void aPasteIsToldAndDropped() throws Exception {
        try (Pty pty = new Pty(SIZE);
                Terminal terminal = pty.open()) {
            terminal.listen(news::add);
            pty.type("\033[200~q\r1\033[201~");
            assertEquals(new Signal.Pasted(), next());
            pty.type("quit\r".repeat(2000));
            // Input after a pause is a key again; how long this test waits for that is not to matter.
            Signal signal;
            do {
                pty.type("x");
                signal = news.poll(100, TimeUnit.MILLISECONDS);
            } while (signal == null || signal.equals(new Signal.Pasted()));
            assertEquals(new Signal.Pressed(new Key.Char('x')), signal);
        }
    }

    private void pressing(Pty pty, String typed, Key key) throws Exception {
        pty.type(typed);
        assertEquals(new Signal.Pressed(key), next());
    }

    @Test
    void whatIsTypedAfterwardsIsLeftForTheShell() throws Exception {
        try (Pty pty = new Pty(SIZE)) {
            Terminal terminal = pty.open();
            terminal.listen(news::add);
            pty.type("a");
            assertEquals(new Signal.Pressed(new Key.Char('a')), next());
            terminal.close();
            pty.type("ls\n");
            assertEquals("ls\n", pty.readAsShell());
            assertTrue(news.isEmpty());
        }
    }

    private Signal next() throws InterruptedException {
        Signal signal = news.poll(5, TimeUnit.SECONDS);
        if (signal == null) throw new AssertionError("no news");
        return signal;
    }
}
