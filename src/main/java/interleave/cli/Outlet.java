package interleave.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Text on its way to somebody who may pause, or go: a thread of its own writes it, and nobody else waits for the
 * reader. What waits is bounded; what finds no room is not taken. One thread gives.
 */
final class Outlet {
    /** With what a pipe itself holds, a minute of one run's intervals and more. */
    static final int ROOM = 256;

    private final PrintStream to;
    private final Runnable settled;
    /** Empty is the end. */
    private final BlockingQueue<Optional<String>> waiting = new LinkedBlockingQueue<>();

    private volatile boolean over;

    /**
     * @param name of the thread
     * @param settled told, on that thread, when all is written after {@link #end}, or nothing more can be
     */
    Outlet(String name, PrintStream to, Runnable settled) {
        this.to = to;
        this.settled = settled;
        Thread.ofPlatform().daemon().name(name).start(this::work);
    }

    /** Takes a text if there is room for it, and says whether it did. */
    boolean offer(String text) {
        return waiting.size() < ROOM && waiting.add(Optional.of(text));
    }

    /** Takes a text if nothing waits: of what is soon outdated, only the newest is worth reading. */
    void offerIfIdle(String text) {
        if (waiting.isEmpty()) waiting.add(Optional.of(text));
    }

    /** Takes the last of the text, however much waits. */
    void end(List<String> last) {
        last.forEach(text -> waiting.add(Optional.of(text)));
        waiting.add(Optional.empty());
    }

    /** True if nothing will be written any more. */
    boolean isSettled() {
        return over;
    }

    private void work() {
        try {
            while (write(waiting.take())) {}
        } catch (InterruptedException e) {
            // Nobody does that.
        }
        over = true;
        settled.run();
    }

    private boolean write(Optional<String> text) {
        if (text.isEmpty()) return false;
        to.print(text.get());
        // Flushes as well.
        return !to.checkError();
    }
}
