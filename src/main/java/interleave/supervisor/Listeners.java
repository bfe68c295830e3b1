package interleave.supervisor;

import interleave.run.RunId;
import interleave.spec.Workload;
import interleave.wire.Message;
import interleave.wire.Messages;
import interleave.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The two threads that listen to one child. What they hear is done, in order, by whoever takes it from the inbox. */
final class Listeners {
    /** A child that says more than is taken waits at its pipe, so that it cannot fill this process's memory. */
    private static final int UNHEARD = 64;

    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final int LONGEST_WORDS = 4096;
    private static final long LAST_WORDS_MILLIS = 500;

    private final RunId id;
    private final ChildProcess child;
    private final Runs runs;
    private final ChildLog log;
    private final Consumer<Runnable> inbox;
    private final Semaphore room = new Semaphore(UNHEARD);
    private final AtomicReference<Optional<String>> lastWords = new AtomicReference<>(Optional.empty());

    Listeners(RunId id, ChildProcess child, Runs runs, ChildLog log, Consumer<Runnable> inbox) {
        this.id = id;
        this.child = child;
        this.runs = runs;
        this.log = log;
        this.inbox = inbox;
    }

    /** @throws OutOfMemoryError where no more threads can be had */
    void start(Workload workload) {
        String name = workload + " #" + id.number();
        Thread words = Thread.ofPlatform().daemon().name(name + " stderr").start(this::hearWords);
        Thread.ofPlatform().daemon().name(name + " stdout").start(() -> hearMessages(words));
    }

    private void hearMessages(Thread words) {
        try (InputStream in = child.messages()) {
            BoundedLines lines = new BoundedLines(in, LONGEST_MESSAGE);
            boolean sane = true;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next())
                // After the first rubbish it is killed; what else comes is read only to reach the end.
                sane = sane && hear(line.get());
        } catch (IOException e) {
            // Its pipe broke, as when it is killed: that is its end.
        }
        inbox.accept(() -> runs.saidAll(id));
        try {
            int status = child.waitFor();
            // A child of its own may hold its standard error open: wait for the last words, but not for ever.
            words.join(LAST_WORDS_MILLIS);
            inbox.accept(() -> runs.exited(id, status, lastWords.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the line made sense. */
    private boolean hear(String line) {
        try {
            Message message = Messages.parse(line);
            room.acquireUninterruptibly();
            inbox.accept(() -> {
                room.release();
                runs.said(id, message);
            });
            return true;
        } catch (WireException e) {
            String why = line.startsWith("{") ? e.getMessage() : line;
            inbox.accept(() -> runs.babbled(id, why));
            return false;
        }
    }

    private void hearWords() {
        try (InputStream in = child.words();
                log) {
            BoundedLines lines = new BoundedLines(in, LONGEST_WORDS);
            boolean logging = true;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (telling(line.get())) lastWords.set(line);
                logging = logging && write(line.get());
            }
        } catch (IOException e) {
            // Its pipe broke, as when it is killed.
        }
    }

    /** The frames of a stack trace, and what a JVM adds that could not begin, say less than the line above them. */
    private static boolean telling(String line) {
        return !line.isBlank()
                && !line.startsWith("\t")
                && !line.startsWith("Error: Could not create the Java Virtual Machine")
                && !line.startsWith("Error: A fatal exception has occurred");
    }

    /** Whether the log can take more. */
    private boolean write(String line) {
        try {
            boolean first = !log.begun();
            log.write(line);
            if (first) inbox.accept(() -> runs.logged(id, log.file().toString()));
            return true;
        } catch (IOException e) {
            // Why comes first: a screen that is not wide cuts off the end.
            String why = "no log of its words: " + ChildWords.plain(ChildWords.cause(e)) + ": "
                    + log.file().getParent() + "; XDG_STATE_HOME moves it";
            inbox.accept(() -> runs.noted(id, why));
            return false;
        }
    }
}
