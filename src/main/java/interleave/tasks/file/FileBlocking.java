package interleave.tasks.file;

import interleave.task.IdleStack;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** A read of a block that is drawn by lot, by a thread that waits for it. The first task makes the file. */
final class FileBlocking implements Task.Blocking {
    private final TaskSetup setup;
    private final List<Path> folders;
    private final Optional<ColdPages> cold;
    private final AtomicLong tasks = new AtomicLong();
    private final IdleStack<ByteBuffer> idle = new IdleStack<>();
    private final ReentrantLock making = new ReentrantLock();
    private volatile ReopenedFile file;
    private boolean closed;

    /** Past the page cache. */
    FileBlocking(TaskSetup setup, List<Path> folders) {
        this(setup, folders, Optional.empty());
    }

    /** @param cold which pages are read from the disk; empty if all are, past the page cache */
    FileBlocking(TaskSetup setup, List<Path> folders, Optional<ColdPages> cold) {
        this.setup = setup;
        this.folders = folders;
        this.cold = cold;
    }

    @Override
    public void call() throws Exception {
        ReopenedFile blocks = file;
        if (blocks == null) blocks = make();
        long task = tasks.getAndIncrement();
        int block = Blocks.pick(setup.seed(), task);
        ByteBuffer buffer = idle.pop().orElse(null);
        if (buffer == null) buffer = Blocks.buffer(1);
        if (cold.isPresent()) cold.get().before(task, blocks.descriptor(), (long) block * Blocks.BYTES);
        blocks.read(buffer, (long) block * Blocks.BYTES);
        Blocks.verify(buffer, block);
        idle.push(buffer);
    }

    private ReopenedFile make() throws Exception {
        making.lockInterruptibly();
        try {
            if (closed) throw new ClosedChannelException();
            if (file == null) file = open();
            return file;
        } finally {
            making.unlock();
        }
    }

    private ReopenedFile open() throws Unable {
        Blocks.Opening<ReopenedFile> opening = (path, options) -> new ReopenedFile(path, options);
        if (cold.isPresent()) return Blocks.makeCached(folders, opening).opened();
        Blocks.Made<ReopenedFile> made = Blocks.make(folders, opening);
        made.tell(setup.findings());
        return made.opened();
    }

    @Override
    public Map<String, Double> extra() {
        return cold.map(ColdPages::extra).orElse(Map.of());
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
