package interleave.supervisor;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The lines of a child that are no messages, on its standard error or, as a JVM does whose options ask for it, among
 * its messages: kept in a log, and the last of it remembered. Any thread; a disk that hangs holds up the one that
 * writes alone.
 */
final class Remarks implements Closeable {
    private static final String CRASH = "# A fatal error has been detected by the Java Runtime Environment:";

    /** For a line that another thread writes; longer, and it hangs. */
    private static final long PATIENCE_MILLIS = 50;

    private final ChildLog log;
    private final Consumer<ChildLog> begun;
    private final Consumer<String> unwritten;
    /** Held while a line is written. */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile boolean logging = true;
    private volatile boolean logged;
    private volatile boolean closed;
    private boolean crashed;
    private Optional<String> signal = Optional.empty();
    private Optional<String> last = Optional.empty();

    /**
     * @param begun is told of the log once it is a file
     * @param unwritten is told once in words that no log can be written
     */
    Remarks(ChildLog log, Consumer<ChildLog> begun, Consumer<String> unwritten) {
        this.log = log;
        this.begun = begun;
        this.unwritten = unwritten;
    }

    void add(String line) {
        remember(line);
        if (!takesTheLog()) return;
        try {
            logging = logging && !closed && write(line);
        } finally {
            // Whoever closed it did not wait for this line.
            if (closed) closeLog();
            writing.unlock();
        }
    }

    private synchronized void remember(String line) {
        if (telling(line)) last = Optional.of(line);
        if (crashed && signal.isEmpty() && line.length() > 1) signal = Optional.of(name(line));
        crashed |= line.equals(CRASH);
    }

    /** True if this thread may write now; false where another has waited for the disk all the time. */
    private boolean takesTheLog() {
        try {
            return writing.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last line that tells something. */
    synchronized Optional<String> last() {
        return last;
    }

    /** The cause of its death, and where the JVM's report is, if it was a crash. */
    synchronized Optional<String> crash() {
        if (!crashed) return Optional.empty();
        String report = logged && logging ? "; report: " + log.file() : "";
        return Optional.of("crashed (" + signal.orElse("no reason is known") + ")" + report);
    }

    /** {@code SIGSEGV} of {@code #  SIGSEGV (0xb) at pc=...}; the whole line where it was no signal. */
    private static String name(String line) {
        String what = line.replaceFirst("^#\\s*", "");
        return what.startsWith("SIG") ? what.replaceFirst("\\W.*", "") : ChildWords.plain(what);
    }

    /** The frames of a stack trace, and what a JVM adds that could not begin, say less than the line above them. */
    private static boolean telling(String line) {
        return !line.isBlank()
                && !line.startsWith("\t")
                && !line.startsWith("Error: Could not create the Java Virtual Machine")
                && !line.startsWith("Error: A fatal exception has occurred");
    }

    /** Writes a line; true if the log can take more. */
    private boolean write(String line) {
        try {
            log.write(line);
            if (!logged) begun.accept(log);
            logged = true;
            return true;
        } catch (IOException e) {
            // Why comes first: a screen that is not wide cuts off the end.
            unwritten.accept("no log of its words: " + ChildWords.plain(ChildWords.cause(e)) + ": "
                    + log.file().getParent() + "; XDG_STATE_HOME moves it");
            return false;
        }
    }

    /** No line that comes later is logged. */
    @Override
    public void close() {
        closed = true;
        if (!takesTheLog()) return;
        try {
            closeLog();
        } finally {
            writing.unlock();
        }
    }

    private void closeLog() {
        try {
            log.close();
        } catch (IOException e) {
            // It is cut off.
        }
    }
}
