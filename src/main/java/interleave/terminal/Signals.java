package interleave.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Handlers of this process's signals, and the way back to those that were there before. */
final class Signals implements AutoCloseable {
    private static final String STOP = "TSTP";

    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Runs the action on a thread of its own whenever the signal comes; not at all where the JVM keeps it to itself. */
    void on(String name, Runnable action) {
        try {
            Signal signal = new Signal(name);
            SignalHandler before = Signal.handle(signal, ignored -> action.run());
            undo.push(() -> Signal.handle(signal, before));
        } catch (IllegalArgumentException e) {
            // A JVM that was started with -Xrs does without.
        }
    }

    /**
     * Stops this process as ^Z does; returns once it is continued. The kernel ignores it, and this returns at once,
     * where there is no shell that could continue it.
     */
    static void stopThisProcess() {
        Signal stop = new Signal(STOP);
        SignalHandler before = Signal.handle(stop, SignalHandler.SIG_DFL);
        Libc.raise(stop.getNumber());
        Signal.handle(stop, before);
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) undo.pop().run();
    }
}
