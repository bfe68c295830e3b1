package interleave.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Handlers of this process's signals, and the way back to those that were there before. */
final class Signals implements AutoCloseable {
    private static final String STOP = "TSTP";

    private final Deque<Runnable> undo = new ArrayDeque<>();

    /**
     * Runs the action on a thread of its own whenever the signal comes; not at all where the JVM keeps it to itself.
     */
    void on(String name, Runnable action) {
        handle(name, ignored -> action.run());
    }

    /**
     * Tells of each of these signals by its name, as {@link #on} does. Needs no class of its own for each: this comes
     * before the first picture.
     */
    void onEach(String[] names, Consumer<String> told) {
        SignalHandler handler = signal -> told.accept(signal.getName());
        for (String name : names) handle(name, handler);
    }

    private void handle(String name, SignalHandler handler) {
        try {
            Signal signal = new Signal(name);
            SignalHandler before = Signal.handle(signal, handler);
            undo.push(() -> Signal.handle(signal, before));
        } catch (IllegalArgumentException e) {
            // A JVM that was started with -Xrs does without.
        }
    }

    /** The status of a process that a signal of this name ended, as a shell tells it. */
    static int status(String name) {
        return 128 + new Signal(name).getNumber();
    }

    /**
     * Stops this process and all others of its group, as ^Z does: whoever waits for this one, such as a shell script,
     * is to stop with it, or the shell in front gives no prompt. The kernel ignores it where there is no shell that
     * could continue it.
     *
     * @param continued waits until this process has been stopped and continued: the signal is taken by any of its
     *     threads, perhaps after the call
     */
    static void stopThisGroup(Runnable continued) {
        Signal stop = new Signal(STOP);
        SignalHandler before = Signal.handle(stop, SignalHandler.SIG_DFL);
        // One signal for all of them: a tracer that had been stopped first would hold this process back.
        Libc.signalGroup(stop.getNumber());
        continued.run();
        Signal.handle(stop, before);
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) undo.pop().run();
    }
}
