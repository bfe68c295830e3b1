package interleave.tasks.file;

import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.TaskSetup;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** A read of a block that is drawn by lot, by a thread that waits for the disk. The first task makes the file. */
final class FileBlocking implements Task.Blocking {
    private final TaskSetup setup;
    private final List<Path> folders;
    private final AtomicLong tasks = new AtomicLong();
    private final IdleStack<ByteBuffer> idle = new IdleStack<>();
    private final ReentrantLock making = new ReentrantLock();
    private volatile ReopenedFile file;
    private boolean closed;

    FileBlocking(TaskSetup setup, List<Path> folders) {
        this.setup = setup;
        this.folders = folders;
    }

    @Override
    public void call() throws Exception {
        ReopenedFile blocks = file;
        if (blocks == null) blocks = make();
        int block = Blocks.pick(setup.seed(), tasks.getAndIncrement());
        ByteBuffer buffer = idle.pop().orElse(null);
        if (buffer == null) buffer = Blocks.buffer(1);
        blocks.read(buffer, (long) block * Blocks.BYTES);
        Blocks.verify(buffer, block);
        idle.push(buffer);
    }

    private ReopenedFile make() throws Exception {
        making.lockInterruptibly();
        try {
            if (closed) throw new ClosedChannelException();
            if (file == null) {
                Blocks.Made<ReopenedFile> made =
                        Blocks.make(folders, (path, options) -> new ReopenedFile(path, options));
                made.tell(setup.findings());
                file = made.opened();
            }
            return file;
        } finally {
            making.unlock();
        }
    }

    @Override
    public String transport() {
        return "blocking";
    }

    @Override
    public void close() {
        making.lock();
        try {
            closed = true;
            if (file != null) file.close();
        } finally {
            making.unlock();
        }
    }
}
