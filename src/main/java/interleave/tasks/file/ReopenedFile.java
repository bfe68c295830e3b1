package interleave.tasks.file;

import interleave.kernel.Descriptors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file without a name that many threads read. Java closes a channel when one of its readers is interrupted; the
 * others go on with another, which the kernel opens by the one that nobody reads. Safe from any thread.
 */
final class ReopenedFile implements AutoCloseable {
    private final FileChannel keeper;
    private final Path kept;
    private final Set<OpenOption> options;
    private final Blocks.Opening<FileChannel> opener;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile FileChannel channel;
    private volatile boolean closed;

    /** @param file may be deleted as soon as this comes back */
    ReopenedFile(Path file, Set<OpenOption> options) throws IOException {
        this(file, options, (path, how) -> FileChannel.open(path, how));
    }

    /** @param opener opens a file, each time anew */
    ReopenedFile(Path file, Set<OpenOption> options, Blocks.Opening<FileChannel> opener) throws IOException {
        this.options = options;
        this.opener = opener;
        keeper = opener.open(file, options);
        try {
            kept = Descriptors.of(Path.of("/proc"), file);
            channel = opener.open(file, options);
        } catch (IOException e) {
            // Nobody else has it, and what is in it would take its room until the collector finds it.
            keeper.close();
            throw e;
        }
    }

    /** Stays open, whatever becomes of the readers. */
    int descriptor() {
        return Descriptors.number(kept);
    }

    /** Reads once, into all of the buffer if there is so much. */
    void read(ByteBuffer buffer, long position) throws IOException {
        for (; ; ) {
            FileChannel open = channel;
            try {
                open.read(buffer.clear(), position);
                return;
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (ClosedChannelException e) {
                if (closed) throw e;
                reopen(open);
            }
        }
    }

    private void reopen(FileChannel was) throws IOException {
        opening.lock();
        try {
            if (channel == was && !closed) channel = opener.open(kept, options);
        } finally {
            opening.unlock();
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            try {
                channel.close();
            } finally {
                keeper.close();
            }
        } catch (IOException e) {
            // It was only read.
        } finally {
            opening.unlock();
        }
    }
}
