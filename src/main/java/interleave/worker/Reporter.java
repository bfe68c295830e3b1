package interleave.worker;

import interleave.execution.Counted;
import interleave.execution.Intervals;
import interleave.execution.Rusage;
import interleave.execution.Tally;
import interleave.metric.Ticker;
import interleave.wire.Frame;
import interleave.wire.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends a frame every 250 ms from a thread of its own, and one as soon as the first task has completed. It makes ready
 * what it reads with while the first task is on its way.
 */
final class Reporter implements Runnable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Outbox outbox;
    private final Ticker ticker;
    private final CompletableFuture<Counted> begun = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long sequence;
    private int threadsPeak;
    private long virtualPeak;
    private Optional<Jvm> jvm = Optional.empty();

    Reporter(Outbox outbox, Ticker ticker) {
        this.outbox = outbox;
        this.ticker = ticker;
    }

    /** Gives it what to report on. */
    void begin(Counted counted) {
        begun.complete(counted);
    }

    /** Has a last frame sent, and waits for that, unless nobody reads it. */
    void finish() throws InterruptedException {
        stopping.countDown();
        if (begun.isDone()) stopped.await(1, TimeUnit.SECONDS);
    }

    @Override
    public void run() {
        Rusage rusage = Rusage.ofThisProcess();
        ProcStatus.Reader status = new ProcStatus.Reader(Path.of("/proc"));
        Counted counted = begun.join();
        Intervals intervals = new Intervals(counted.tally());
        try {
            long deadline = ticker.nanos() + PERIOD_NANOS;
            // At once, so that all it takes to report is loaded before the tasks have used up what there is of files.
            send(counted, rusage, status, intervals);
            if (counted.tally().first().await(deadline - ticker.nanos(), TimeUnit.NANOSECONDS))
                send(counted, rusage, status, intervals);
            jvm = Optional.of(new Jvm());
            while (!stopping.await(deadline - ticker.nanos(), TimeUnit.NANOSECONDS)) {
                send(counted, rusage, status, intervals);
                deadline = next(deadline, ticker.nanos());
            }
            send(counted, rusage, status, intervals);
        } catch (IOException | InterruptedException e) {
            // Nobody listens any more: the end of the input says so as well.
        }
        stopped.countDown();
    }

    /** Deadlines that were missed while nobody read are left out. */
    static long next(long deadline, long now) {
        long missed = Math.max(0, now - deadline) / PERIOD_NANOS;
        return deadline + (missed + 1) * PERIOD_NANOS;
    }

    private void send(Counted counted, Rusage rusage, ProcStatus.Reader proc, Intervals intervals) throws IOException {
        long nanos = ticker.nanos();
        Frame.Usage usage = usage(rusage.read());
        long raised = counted.raised();
        Tally.Counts counts = counted.counts();
        int inFlight = counted.inFlight();
        long virtual = counted.virtualThreads();
        ProcStatus status = proc.read();
        threadsPeak = Math.max(threadsPeak, status.threads());
        virtualPeak = Math.max(virtualPeak, virtual);
        outbox.send(new Message.Report(new Frame(
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
                counted.plan().map(kept -> plan(kept, intervals)),
                virtualPeak == 0 ? Optional.empty() : jvm.flatMap(Jvm::carriers),
                memory(status),
                intervals.service(),
                intervals.response(),
                counted.extra())));
    }

    private static Frame.Plan plan(Counted.Kept kept, Intervals intervals) {
        return new Frame.Plan(kept.offered(), kept.dropped(), kept.behindNanos(), usage(kept.used()), intervals.late());
    }

    private static Frame.Usage usage(Rusage.Used used) {
        return new Frame.Usage(used.userMicros(), used.systemMicros(), used.voluntary(), used.involuntary());
    }

    private Frame.Memory memory(ProcStatus status) {
        return new Frame.Memory(
                status.residentBytes(),
                status.residentPeakBytes(),
                Jvm.heapUsedBytes(),
                jvm.map(beans -> OptionalLong.of(beans.gcMillis())).orElse(OptionalLong.empty()));
    }
}
