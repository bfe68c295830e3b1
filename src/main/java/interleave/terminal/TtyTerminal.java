package interleave.terminal;

import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.screen.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A terminal device in raw mode, drawn on by Lanterna. */
final class TtyTerminal implements Terminal {
    private static final int SIGHUP_STATUS = 129;

    /**
     * The signals that end a process that does not handle them, as far as Java lets them be handled: the JVM keeps
     * SIGQUIT, SIGILL, SIGBUS, SIGFPE, SIGSEGV, SIGUSR2, SIGPIPE and SIGXFSZ to itself, and knows no names of real-time
     * signals.
     */
    private static final String[] ENDS = {
        "TERM", "INT", "TRAP", "ABRT", "USR1", "ALRM", "STKFLT", "XCPU", "VTALRM", "PROF", "IO", "PWR", "SYS"
    };

    /** Three such waits at most and one for an answer, and the closing is over within a second. */
    private static final long PATIENCE_MILLIS = 250;

    /** CAN: it ends a sequence of which only the beginning got through. */
    private static final String CANCEL = "\030";

    /** The most that is drawn on, from the upper left: larger ones do not fit into a small heap. This one does. */
    private static final Size LARGEST = new Size(800, 250);

    private final Tty tty;
    private final InputStream in;
    private final FrameWriter writer;
    private final Shades shades;
    private final Glyphs glyphs;
    private final Size fallback;
    private final PasteBrackets brackets;
    private final Signals signals = new Signals();
    private final Thread safetyNet =
            Thread.ofPlatform().name("terminal-restore").unstarted(this::close);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore resumed = new Semaphore(0);
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    private final AtomicBoolean stale = new AtomicBoolean();

    /** Set where the next picture has to go to the alternate screen again, whatever has been sent before. */
    private final AtomicBoolean back = new AtomicBoolean();

    /** Of the thread that shows. */
    // start-up: made with the first picture, until which nothing waits for Lanterna to load.
    private Painter painter;

    /** An end asked for, which may be before there is anybody to tell. */
    private volatile Signal.Ended early;

    private volatile boolean listening;
    private volatile boolean suspended;
    private volatile Size size;
    private volatile Consumer<Signal> listener = ignored -> {};

    /**
     * Takes the terminal: raw mode from here on; the alternate screen comes with the first picture.
     *
     * @param fallback the size, where the kernel does not know it
     */
    TtyTerminal(
            Tty tty,
            InputStream in,
            OutputStream out,
            Palette palette,
            Glyphs glyphs,
            Size fallback,
            PasteBrackets brackets)
            throws IOException {
        this.tty = tty;
        this.in = in;
        this.glyphs = glyphs;
        this.fallback = fallback;
        this.brackets = brackets;
        this.size = found();
        this.writer = new FrameWriter(out, this::failed, () -> listener.accept(new Signal.Ready()));
        this.shades = new Shades(palette, glyphs);
        Runtime.getRuntime().addShutdownHook(safetyNet);
        signals.onEach(ENDS, this::told);
        tty.raw();
    }

    @Override
    public void listen(Consumer<Signal> listener) {
        this.listener = listener;
        signals.on("WINCH", this::measure);
        signals.on("CONT", this::continued);
        signals.on("TSTP", () -> listener.accept(new Signal.SuspendAsked()));
        signals.on("HUP", () -> listener.accept(new Signal.Ended("the terminal hung up", SIGHUP_STATUS)));
        Runnable pasted = () -> listener.accept(new Signal.Pasted());
        if (early != null) listener.accept(early);
        new KeyReader(in, tty::readable, this::reading, brackets, this::pressed, pasted, this::lost).start();
        listening = true;
        measure();
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public Glyphs glyphs() {
        return glyphs;
    }

    @Override
    public boolean show(Grid grid) {
        if (closing.get() || suspended || !writer.idleOrTell()) return false;
        boolean all = stale.getAndSet(false);
        boolean enter = back.getAndSet(false) || !writer.begun();
        if (enter) brackets.ask();
        try {
            if (painter == null) painter = new Painter(new FrameOut(writer::submit), size, shades);
            painter.paint(grid, size, enter, all);
        } catch (IOException e) {
            lost();
        }
        return true;
    }

    /** True if {@link #show} would take a picture now. */
    boolean idle() {
        return !closing.get() && !suspended && writer.idle();
    }

    @Override
    public void repaint() {
        stale.set(true);
    }

    @Override
    public void suspend(String words) {
        if (closing.get()) return;
        suspended = true;
        leave(words.isEmpty() ? "" : words + "\r\n");
        resumed.drainPermits();
        Signals.stopThisGroup(this::awaitResumed);
        suspended = false;
        takeAgain();
    }

    /** Not for ever: a process that no shell could continue is not stopped. */
    private void awaitResumed() {
        try {
            resumed.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long bytesWritten() {
        return writer.written();
    }

    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            awaitClosed();
            return;
        }
        // With the handlers still there: a signal now must not end the process in between.
        leave("");
        signals.close();
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(safetyNet);
        } catch (IllegalStateException e) {
            // The process is ending already, perhaps by this very hook.
        }
    }

    private void awaitClosed() {
        try {
            closed.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also at a peer that has stopped reading, where it costs what that peer has not read. */
    private void leave(String words) {
        if (listening) brackets.awaitAnswer();
        writer.finish(
                ascii(Pen.LEAVE + words), ascii(CANCEL + Pen.LEAVE + words), PATIENCE_MILLIS, this::discardOutput);
        restore();
    }

    private void restore() {
        try {
            tty.restore();
        } catch (IOException e) {
            // It is gone; there is nothing to give back.
        }
    }

    /** The kernel wakes a blocked write when modes are set, not when its output is discarded (drivers/tty/n_tty.c). */
    private void discardOutput() {
        Libc.discardOutput(tty.descriptor());
        try {
            tty.raw();
        } catch (IOException e) {
            lost();
        }
    }

    /** SIGCONT, also after a SIGSTOP that could not be seen coming. */
    private void continued() {
        if (suspended) resumed.release();
        if (suspended || closing.get()) return;
        takeAgain();
    }

    private void takeAgain() {
        try {
            tty.raw();
        } catch (IOException e) {
            lost();
            return;
        }
        if (closing.get()) {
            // Meanwhile another thread has given it back.
            restore();
            return;
        }
        writer.reopen();
        back.set(true);
        listener.accept(new Signal.Resumed());
        measure();
    }

    private void measure() {
        Size now = found();
        if (now.equals(size)) return;
        size = now;
        listener.accept(new Signal.Resized(now));
    }

    private Size found() {
        Size told = tty.size().orElse(fallback);
        return new Size(Math.min(told.columns(), LARGEST.columns()), Math.min(told.rows(), LARGEST.rows()));
    }

    /** Until it is given back, and then until an answer that is under way has come. */
    private boolean reading() {
        return !closing.get() || brackets.underWay();
    }

    private void pressed(Key key) {
        listener.accept(new Signal.Pressed(key));
    }

    private void failed(IOException why) {
        if (why instanceof PatientOutput.TornException) {
            listener.accept(new Signal.Resumed());
        } else {
            lost();
        }
    }

    private void lost() {
        if (gone.compareAndSet(false, true)) {
            listener.accept(new Signal.Ended("the terminal is gone", SIGHUP_STATUS));
        }
    }

    /** Who asks twice does not want to wait. */
    private void told(String signal) {
        int status = Signals.status(signal);
        if (told.compareAndSet(false, true)) {
            early = new Signal.Ended("SIG" + signal, status);
            listener.accept(early);
        } else {
            close();
            Runtime.getRuntime().halt(status);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
