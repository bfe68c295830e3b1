package interleave.child;

import interleave.execution.Counted;
import interleave.execution.Intervals;
import interleave.execution.Tally;
import interleave.kernel.ProcessStatus;
import interleave.kernel.Rusage;
import interleave.metric.Ticker;
import interleave.run.Frame;
import interleave.wire.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends a frame every 250 ms from a thread of its own, and one as soon as the first task has completed. It makes ready
 * what it reads with while the first task is on its way. The last frame is sent by whoever ends it: among twenty
 * thousand threads each further wake-up would cost time that the end does not have.
 */
public final class Reporter implements Runnable {
    private static final long PERIOD_NANOS = Frame.INTERVAL.toNanos();

    private final Outbox outbox;
    private final Ticker ticker;
    private final CompletableFuture<Counted> begun = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** Held by who sends; all that follows belongs to it. */
    private final ReentrantLock sending = new ReentrantLock();

    private Optional<Sources> sources = Optional.empty();
    private boolean finished;
    private long sequence;
    private Optional<Intervals> intervals = Optional.empty();
    private int threadsPeak;
    private long virtualPeak;
    private volatile Optional<Jvm> jvm = Optional.empty();
    private volatile Runnable afterEach = () -> {};

    private record Sources(Rusage rusage, ProcessStatus proc) {}

    public Reporter(Outbox outbox, Ticker ticker) {
        this.outbox = outbox;
        this.ticker = ticker;
    }

    /** Has something looked at after each frame, on the thread that sends them. */
    public void afterEach(Runnable look) {
        afterEach = look;
    }

    /** Gives it what to report on. */
    public void begin(Counted counted) {
        begun.complete(counted);
    }

    /** Sends the last frame, unless nobody reads the one before it. */
    public void finish() throws InterruptedException {
        stopping.countDown();
        if (!begun.isDone() || !sending.tryLock(1, TimeUnit.SECONDS)) return;
        try {
            send(begun.join());
            finished = true;
        } catch (IOException e) {
            // Nobody listens any more.
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void run() {
        sources();
        Counted counted = begun.join();
        try {
            long deadline = ticker.nanos() + PERIOD_NANOS;
            // At once, so that all it takes to report is loaded before the tasks have used up what there is of files.
            send(counted);
            if (counted.tally().first().await(deadline - ticker.nanos(), TimeUnit.NANOSECONDS)) send(counted);
            jvm = Optional.of(new Jvm());
            while (!stopping.await(deadline - ticker.nanos(), TimeUnit.NANOSECONDS)) {
                send(counted);
                afterEach.run();
                deadline = next(deadline, ticker.nanos());
            }
        } catch (IOException | InterruptedException e) {
            // Nobody listens any more: the end of the input says so as well.
        }
    }

    private Sources sources() {
        sending.lock();
        try {
            if (sources.isEmpty())
                sources = Optional.of(new Sources(Rusage.ofThisProcess(), new ProcessStatus(Path.of("/proc"))));
            return sources.get();
        } finally {
            sending.unlock();
        }
    }

    /** Deadlines that were missed while nobody read are left out. */
    static long next(long deadline, long now) {
        long missed = Math.max(0, now - deadline) / PERIOD_NANOS;
        return deadline + (missed + 1) * PERIOD_NANOS;
    }

    private void send(Counted counted) throws IOException {
        sending.lock();
        try {
            if (!finished) outbox.send(new Message.Report(frame(counted, sources())));
        } finally {
            sending.unlock();
        }
    }

    private Frame frame(Counted counted, Sources from) {
        long nanos = ticker.nanos();
        Frame.Usage usage = usage(from.rusage.read());
        long raised = counted.raised();
        Tally.Counts counts = counted.counts();
        int inFlight = counted.inFlight();
        long virtual = counted.virtualThreads();
        ProcessStatus.Numbers status = numbers(from.proc);
        threadsPeak = Math.max(threadsPeak, status.threads());
        virtualPeak = Math.max(virtualPeak, virtual);
        if (intervals.isEmpty()) intervals = Optional.of(new Intervals(counted.tally()));
        Intervals times = intervals.get();
        return new Frame(
                sequence++,
                nanos,
                counts.started(),
                counts.completed(),
                counts.failed(),
                counts.verified(),
                counts.cancelled(),
                raised,
                inFlight,
                counted.inFlightPeak(),
                usage,
                new Frame.Threads(status.threads(), threadsPeak, virtual, virtualPeak),
                counted.plan().map(kept -> plan(kept, times)),
                virtualPeak == 0 ? Optional.empty() : jvm.flatMap(known -> known.carriers(virtual)),
                memory(status),
                times.service(),
                times.response(),
                counted.extra(),
                counted.tally().firstFailure());
    }

    private static Frame.PlanProgress plan(Counted.PlanCounts kept, Intervals intervals) {
        return new Frame.PlanProgress(
                kept.offered(), kept.dropped(), kept.behindNanos(), usage(kept.used()), intervals.late());
    }

    private static Frame.Usage usage(Rusage.Used used) {
        return new Frame.Usage(used.userMicros(), used.systemMicros(), used.voluntary(), used.involuntary());
    }

    private static ProcessStatus.Numbers numbers(ProcessStatus status) {
        try {
            return status.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frame.Memory memory(ProcessStatus.Numbers status) {
        return new Frame.Memory(
                status.residentBytes(),
                status.residentPeakBytes(),
                Jvm.heapUsedBytes(),
                jvm.map(beans -> OptionalLong.of(beans.gcMillis())).orElse(OptionalLong.empty()));
    }
}
