package interleave.child;

import static interleave.run.SampleField.BEHIND_NANOS;
import static interleave.run.SampleField.CANCELLED;
import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.DROPPED;
import static interleave.run.SampleField.FAILED;
import static interleave.run.SampleField.GC_MILLIS;
import static interleave.run.SampleField.HEAP_BYTES;
import static interleave.run.SampleField.INVOLUNTARY;
import static interleave.run.SampleField.IN_FLIGHT;
import static interleave.run.SampleField.IN_FLIGHT_PEAK;
import static interleave.run.SampleField.MAJOR_FAULTS;
import static interleave.run.SampleField.MINOR_FAULTS;
import static interleave.run.SampleField.NANOS;
import static interleave.run.SampleField.OFFERED;
import static interleave.run.SampleField.OS_THREADS;
import static interleave.run.SampleField.PAUSED_NANOS;
import static interleave.run.SampleField.PLAN_CPU_US;
import static interleave.run.SampleField.PLAN_SWITCHES;
import static interleave.run.SampleField.RAISED;
import static interleave.run.SampleField.RANDOM_GAP_NANOS;
import static interleave.run.SampleField.RESIDENT_BYTES;
import static interleave.run.SampleField.RESIDENT_PEAK_BYTES;
import static interleave.run.SampleField.SEQUENCE;
import static interleave.run.SampleField.STARTED;
import static interleave.run.SampleField.SYSTEM_US;
import static interleave.run.SampleField.USER_US;
import static interleave.run.SampleField.VERIFIED;
import static interleave.run.SampleField.VOLUNTARY;

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
import interleave.run.ExtraMetrics;
import interleave.run.Frame;
import interleave.run.RunSample;
import interleave.run.TaskTime;
import interleave.wire.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private boolean anyVirtual;
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
        long still = stops ? 0 : stoodStill(before, deadline);
        if (still > 0)
            outbox.send(new Message.Finding("stood still for " + still / TENTH_NANOS / 10 + "."
                    + still / TENTH_NANOS % 10 + " s, stopped, frozen or asleep: that is left out"));
        return stops;
    }

    /** Whoever sends the last frame reads what is known of standstills. */
    private long stoodStill(Standstills.Look before, long deadline) {
        sending.lock();
        try {
            return standstills.waited(before, deadline, look());
        } finally {
            sending.unlock();
        }
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
        RunSample.Builder sample = new RunSample.Builder();
        long nanos = ticker.nanos();
        sample.put(SEQUENCE, sequence++).put(NANOS, nanos).put(PAUSED_NANOS, standstills.soFar());
        putUse(sample, from.rusage.read());
        jvm.ifPresent(own -> own.putCompilers(sample));
        putTasks(sample, counted);
        putJvm(sample, counted.virtualThreads());
        putStatus(sample, from.proc);
        if (intervals.isEmpty()) intervals = Optional.of(new Intervals(counted.tally()));
        Map<TaskTime, Durations> times = new EnumMap<>(TaskTime.class);
        times.put(TaskTime.SERVICE, intervals.get().service());
        times.put(TaskTime.RESPONSE, intervals.get().response());
        counted.plan().ifPresent(plan -> {
            putPlan(sample, plan);
            times.put(TaskTime.LATE, intervals.get().late());
            times.put(TaskTime.GAP, intervals.get().gaps(counted.startGaps()));
        });
        long before = frameBefore;
        frameBefore = nanos;
        times.replaceAll((time, durations) -> standstills.without(durations, before));
        return new Frame(
                sample.build(),
                times,
                extra(counted, before, nanos),
                counted.tally().firstFailure());
    }

    private static void putUse(RunSample.Builder sample, Rusage.Used used) {
        sample.put(USER_US, used.userMicros())
                .put(SYSTEM_US, used.systemMicros())
                .put(VOLUNTARY, used.voluntary())
                .put(INVOLUNTARY, used.involuntary())
                .put(MINOR_FAULTS, used.minorFaults())
                .put(MAJOR_FAULTS, used.majorFaults());
    }

    /** Failures raised come first: one that is seen was raised before. */
    private static void putTasks(RunSample.Builder sample, RunCounters counted) {
        sample.put(RAISED, counted.raised());
        Tally.Counts counts = counted.counts();
        sample.put(STARTED, counts.started())
                .put(COMPLETED, counts.completed())
                .put(FAILED, counts.failed())
                .put(VERIFIED, counts.verified())
                .put(CANCELLED, counts.cancelled())
                .put(IN_FLIGHT, counted.inFlight())
                .put(IN_FLIGHT_PEAK, counted.inFlightPeak());
    }

    private static void putPlan(RunSample.Builder sample, RunCounters.PlanCounts plan) {
        sample.put(OFFERED, plan.offered()).put(DROPPED, plan.dropped()).put(BEHIND_NANOS, plan.behindNanos());
        plan.used().ifPresent(used -> sample.put(PLAN_CPU_US, used.cpuMicros()).put(PLAN_SWITCHES, used.switches()));
        plan.randomGapNanos().ifPresent(nanos -> sample.put(RANDOM_GAP_NANOS, nanos));
    }

    private void putJvm(RunSample.Builder sample, long virtual) {
        if (virtual > 0) anyVirtual = true;
        sample.put(HEAP_BYTES, Jvm.heapUsedBytes());
        if (jvm.isEmpty()) return;
        sample.put(GC_MILLIS, jvm.get().gcMillis());
        if (anyVirtual) jvm.get().putCarriers(sample, virtual);
    }

    private static void putStatus(RunSample.Builder sample, ProcessStatus proc) {
        try {
            ProcessStatus.Numbers status = proc.read();
            sample.put(OS_THREADS, status.threads())
                    .put(RESIDENT_BYTES, status.residentBytes())
                    .put(RESIDENT_PEAK_BYTES, status.residentPeakBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers that are told by name: a new one is a line here, and its descriptor in ExtraMetrics. */
    private Map<String, Double> extra(RunCounters counted, long before, long nanos) {
        Map<String, Double> extra = new HashMap<>(counted.extra(before));
        long told = standstills.toldNanos();
        if (told > 0) {
            extra.put(ExtraMetrics.PAUSED, told / SECOND_NANOS);
            extra.computeIfPresent(ExtraMetrics.LOOP_LAG, (name, lag) -> standstills.withoutLag(lag, nanos));
        }
        return extra;
    }
}
