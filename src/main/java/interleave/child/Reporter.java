package interleave.child;

import interleave.execution.Intervals;
import interleave.execution.Pauses;
import interleave.execution.RunCounters;
import interleave.execution.Tally;
import interleave.kernel.ProcessStatus;
import interleave.kernel.RunQueueWait;
import interleave.kernel.Rusage;
import interleave.kernel.Uptime;
import interleave.metric.Durations;
import interleave.metric.Ticker;
import interleave.run.Frame;
import interleave.wire.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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

    private static final Path PROC = Path.of("/proc");
    private static final long TENTH_NANOS = 100_000_000;
    private static final double SECOND_NANOS = 1e9;

    private final Outbox outbox;
    private final Ticker ticker;
    private final CompletableFuture<RunCounters> begun = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** Held by who sends; all that follows belongs to it. */
    private final ReentrantLock sending = new ReentrantLock();

    private final Standstills standstills;
    private final RunQueueWait queue = new RunQueueWait(PROC);
    private final Uptime uptime = new Uptime(PROC);
    private Optional<Sources> sources = Optional.empty();
    private long frameBefore;
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
        this.standstills = new Standstills(ticker, Runtime.getRuntime().availableProcessors());
    }

    /** For how long this process has stood still. */
    Pauses pauses() {
        return standstills;
    }

    /** Has something looked at after each frame, on the thread that sends them. */
    public void afterEach(Runnable look) {
        afterEach = look;
    }

    /** Gives it what to report on. */
    public void begin(RunCounters counted) {
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
        look();
        RunCounters counted = begun.join();
        try {
            long deadline = ticker.nanos() + PERIOD_NANOS;
            // At once, so that all it takes to report is loaded before the tasks have used up what there is of files.
            send(counted);
            if (counted.tally().first().await(deadline - ticker.nanos(), TimeUnit.NANOSECONDS)) send(counted);
            jvm = Optional.of(new Jvm());
            while (!stopsBefore(deadline)) {
                send(counted);
                afterEach.run();
                deadline = next(deadline, ticker.nanos());
            }
        } catch (IOException | InterruptedException e) {
            // Nobody listens any more: the end of the input says so as well.
        }
    }

    private boolean stopsBefore(long deadline) throws InterruptedException, IOException {
        Standstills.Look before = look();
        boolean stops = stopping.await(deadline - ticker.nanos(), TimeUnit.NANOSECONDS);
        long still = stops ? 0 : standstills.waited(before, deadline, look());
        if (still > 0)
            outbox.send(new Message.Finding("stood still for " + still / TENTH_NANOS / 10 + "."
                    + still / TENTH_NANOS % 10 + " s, stopped, frozen or asleep: that is left out"));
        return stops;
    }

    private Standstills.Look look() {
        sending.lock();
        try {
            long nanos = ticker.nanos();
            return new Standstills.Look(
                    nanos,
                    queue.nanos(),
                    sources().rusage.read().cpuMicros() * 1000,
                    jvm.map(beans -> TimeUnit.MILLISECONDS.toNanos(beans.gcMillis()))
                            .orElse(0L),
                    uptime.nanos());
        } finally {
            sending.unlock();
        }
    }

    private Sources sources() {
        sending.lock();
        try {
            if (sources.isEmpty()) sources = Optional.of(new Sources(Rusage.ofThisProcess(), new ProcessStatus(PROC)));
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

    private void send(RunCounters counted) throws IOException {
        sending.lock();
        try {
            if (!finished) outbox.send(new Message.Report(frame(counted, sources())));
        } finally {
            sending.unlock();
        }
    }

    private Frame frame(RunCounters counted, Sources from) {
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
        long before = frameBefore;
        frameBefore = nanos;
        return new Frame(
                sequence++,
                nanos,
                standstills.soFar(),
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
                counted.plan().map(kept -> plan(kept, standstills.without(times.late(), before))),
                virtualPeak == 0 ? Optional.empty() : jvm.flatMap(known -> known.carriers(virtual)),
                memory(status),
                standstills.without(times.service(), before),
                standstills.without(times.response(), before),
                extra(counted, before, nanos),
                counted.tally().firstFailure());
    }

    private Map<String, Double> extra(RunCounters counted, long before, long nanos) {
        long told = standstills.toldNanos();
        if (told == 0) return counted.extra(before);
        Map<String, Double> extra = new HashMap<>(counted.extra(before));
        extra.put("paused_s", told / SECOND_NANOS);
        extra.computeIfPresent("loop_lag_ms", (name, lag) -> standstills.withoutLag(lag, nanos));
        return extra;
    }

    private static Frame.PlanProgress plan(RunCounters.PlanCounts kept, Durations late) {
        return new Frame.PlanProgress(kept.offered(), kept.dropped(), kept.behindNanos(), usage(kept.used()), late);
    }

    private static Frame.Usage usage(Rusage.Used used) {
        return new Frame.Usage(
                used.userMicros(),
                used.systemMicros(),
                used.voluntary(),
                used.involuntary(),
                used.minorFaults(),
                used.majorFaults());
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
