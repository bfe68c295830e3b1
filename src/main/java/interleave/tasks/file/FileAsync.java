package interleave.tasks.file;

import interleave.kernel.Descriptors;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import interleave.task.WrongResult;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A read of a block that is drawn by lot, by Java's asynchronous file channel. There is a pool underneath: a thread
 * named {@code file-} waits for the disk with each read, as many as are under way at once. Its state belongs to the
 * event loop.
 */
final class FileAsync implements Task.Async {
    private static final long CLOSE_MILLIS = 300;

    private final TaskSetup setup;
    private final EventLoop loop;
    private final Optional<ColdPages> cold;
    private final ExecutorService pool =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("file-", 0).factory());
    private final CompletableFuture<AsynchronousFileChannel> file;
    private final ArrayDeque<Reading> idle = new ArrayDeque<>();
    /** Of the file, once that is there. */
    private volatile int descriptor;

    private long tasks;

    /** Past the page cache. */
    FileAsync(TaskSetup setup, NettyLoop loop, List<Path> folders) {
        this(setup, loop, folders, Optional.empty());
    }

    /**
     * Has the file made by the pool, so that the loop is not held up.
     *
     * @param cold which pages are read from the disk; empty if all are, past the page cache
     */
    FileAsync(TaskSetup setup, NettyLoop loop, List<Path> folders, Optional<ColdPages> cold) {
        this.setup = setup;
        this.cold = cold;
        this.loop = loop.events();
        file = CompletableFuture.supplyAsync(() -> make(folders), pool);
    }

    private AsynchronousFileChannel make(List<Path> folders) {
        try {
            if (cold.isPresent()) return Blocks.makeCached(folders, this::open).opened();
            Blocks.Made<AsynchronousFileChannel> made = Blocks.make(folders, this::open);
            made.tell(setup.findings());
            return made.opened();
        } catch (Unable e) {
            throw new CompletionException(e);
        }
    }

    private AsynchronousFileChannel open(Path path, Set<OpenOption> options) throws IOException {
        AsynchronousFileChannel channel = AsynchronousFileChannel.open(path, options, pool);
        try {
            descriptor = Descriptors.number(Descriptors.of(Path.of("/proc"), path));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void start(Completion done) {
        if (file.isDone()) begin(done);
        else file.handle((channel, why) -> onTheLoop(() -> begin(done)));
    }

    private void begin(Completion done) {
        if (file.isCompletedExceptionally()) {
            done.failed(file.exceptionNow() instanceof CompletionException e ? e.getCause() : file.exceptionNow());
            return;
        }
        Reading reading = idle.poll();
        if (reading == null) reading = new Reading();
        reading.begin(file.resultNow(), done);
    }

    /** After the end nobody waits for it. */
    private boolean onTheLoop(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public Map<String, Double> extra() {
        return cold.map(ColdPages::extra).orElse(Map.of());
    }

    @Override
    public String transport() {
        return "pool";
    }

    @Override
    public void close() {
        file.whenComplete((channel, why) -> close(channel));
        pool.shutdown();
        try {
            pool.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AsynchronousFileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    private final class Reading implements CompletionHandler<Integer, Completion> {
        private final ByteBuffer buffer = Blocks.buffer(1);
        private int block;

        void begin(AsynchronousFileChannel channel, Completion done) {
            long task = tasks++;
            block = Blocks.pick(setup.seed(), task);
            long position = (long) block * Blocks.BYTES;
            if (cold.isPresent()) cold.get().before(task, descriptor, position);
            channel.read(buffer.clear(), position, done, this);
        }

        @Override
        public void completed(Integer count, Completion done) {
            onTheLoop(() -> end(done));
        }

        private void end(Completion done) {
            try {
                Blocks.verify(buffer, block);
            } catch (WrongResult e) {
                done.failed(e);
                return;
            }
            idle.add(this);
            done.completed();
        }

        @Override
        public void failed(Throwable why, Completion done) {
            onTheLoop(() -> done.failed(why));
        }
    }
}
