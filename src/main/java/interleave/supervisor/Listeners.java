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
    private final Remarks remarks;
    private final Consumer<Runnable> inbox;
    private final Semaphore room = new Semaphore(UNHEARD);

    Listeners(RunId id, ChildProcess child, Runs runs, ChildLog log, Consumer<Runnable> inbox) {
        this.id = id;
        this.child = child;
        this.runs = runs;
        this.inbox = inbox;
        this.remarks = new Remarks(
                log,
                file -> inbox.accept(() -> runs.logged(id, file.file().toString())),
                why -> inbox.accept(() -> runs.noted(id, why)));
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
                // After the first message that makes no sense it is killed; the rest is read only to reach the end.
                sane = sane && hear(line.get());
        } catch (IOException e) {
            // Its pipe broke, as when it is killed: that is its end.
        }
        inbox.accept(() -> runs.saidAll(id));
        try (remarks) {
            int status = child.waitFor();
            // A child of its own may hold its standard error open: wait for the last words, but not for ever.
            words.join(LAST_WORDS_MILLIS);
            Optional<String> crash = remarks.crash();
            Optional<String> last = remarks.last();
            inbox.accept(() -> {
                crash.ifPresent(how -> runs.crashed(id, how));
                runs.exited(id, status, last);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a line; true if it is a message that can be read, or was never meant as one. */
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
            if (!Messages.meantAsOne(line)) {
                remarks.add(line);
                return true;
            }
            String why = e.getMessage();
            inbox.accept(() -> runs.garbled(id, why));
            return false;
        }
    }

    private void hearWords() {
        try (InputStream in = child.words()) {
            BoundedLines lines = new BoundedLines(in, LONGEST_WORDS);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) remarks.add(line.get());
        } catch (IOException e) {
            // Its pipe broke, as when it is killed.
        }
    }
}
