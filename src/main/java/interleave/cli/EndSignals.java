package interleave.cli;

import interleave.kernel.ProcessExit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signals that ask a command to end: it then dies of the signal, as programs do that catch none, so that a shell
 * sees it and ends its loop as well. A command that has something to finish first asks for that; a second signal ends
 * it at once. From any thread.
 */
public final class EndSignals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    /**
     * {@code timeout} sends its signal to its child and then to the group, where the child is, too: that is no second.
     */
    private static final long SAME_NANOS = Duration.ofMillis(300).toNanos();

    private static final int STATUS = 128;

    /** @param nanos when it came */
    private record Came(Signal signal, long nanos) {}

    private final Consumer<Signal> die;
    private final AtomicReference<Came> first = new AtomicReference<>();
    private volatile Optional<Consumer<String>> orderly = Optional.empty();

    /** @param die ends this process by a signal */
    EndSignals(Consumer<Signal> die) {
        this.die = die;
    }

    /** Takes them over from the JVM, whose own handlers end it with an exit status. */
    public static EndSignals listen() {
        EndSignals signals = new EndSignals(EndSignals::dieOf);
        for (String name : NAMES) {
            try {
                // A signal that is ignored, as under nohup, stays ignored.
                Signal.handle(new Signal(name), signal -> signals.came(signal, System.nanoTime()));
            } catch (IllegalArgumentException e) {
                // A JVM that was started with -Xrs does without.
            }
        }
        return signals;
    }

    /** From now on the first signal has this done, which is given its name, as in {@code SIGINT}, and must not wait. */
    void askFirst(Consumer<String> toDo) {
        orderly = Optional.of(toDo);
    }

    void came(Signal signal, long nanos) {
        Came before = first.compareAndExchange(null, new Came(signal, nanos));
        if (orderly.isEmpty()) die.accept(signal);
        else if (before == null) orderly.get().accept("SIG" + signal.getName());
        else if (nanos - before.nanos > SAME_NANOS) die.accept(before.signal);
    }

    /** Dies of the signal that came, if one did; else does nothing. */
    public void dieIfAsked() {
        Optional.ofNullable(first.get()).ifPresent(came -> die.accept(came.signal));
    }

    /** Never comes back. Children end with this process, as their input does. */
    private static void dieOf(Signal signal) {
        Signal.handle(signal, SignalHandler.SIG_DFL);
        ProcessExit.bySignal(signal.getNumber());
        // The status that a shell would have made of it.
        Runtime.getRuntime().halt(STATUS + signal.getNumber());
    }
}
