package interleave.supervisor;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.kernel.MemoryLimits;
import interleave.kernel.StandingStill;
import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Starts workers, each in a process of its own, and the HTTP service that they share; listens to them and ends them.
 * Every method but {@link #close} returns at once, from any thread: one thread of the supervisor's own does what was
 * asked for, in order, and posts the news. It sleeps until there is something to do.
 */
public final class Supervisor implements AutoCloseable {
    /** Enough for workers that ignore the end of their input to be killed, and for the kernel to end 20,000 threads. */
    private static final Duration CLOSE_PATIENCE = Duration.ofMillis(1500);

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Launch launch;
    private final ChildProcess.Starter starter;
    private final ChildLogs logs;
    private final Runs runs;
    private final Thread thread;
    private final Thread atTheEnd = new Thread(this::close, "end of workers");

    /**
     * A supervisor of real processes. It also closes itself when this JVM ends.
     *
     * @param needsService which workloads talk to the HTTP service
     * @param news is given each event on the supervisor's thread, and must not block
     */
    public static Supervisor open(Launch launch, Predicate<Workload> needsService, Consumer<RunEvent> news) {
        ChildProcess.Starter starter = launch.home().isPresent()
                ? new Home(launch.home().get()).guard(ChildProcess::start)
                : ChildProcess::start;
        Supervisor supervisor = new Supervisor(
                launch, starter, new ChildLogs(StateFolder.ofThisUser()), needsService, Ticker.SYSTEM, news);
        supervisor.closeAtTheEnd();
        return supervisor;
    }

    Supervisor(
            Launch launch,
            ChildProcess.Starter starter,
            ChildLogs logs,
            Predicate<Workload> needsService,
            Ticker ticker,
            Consumer<RunEvent> news) {
        this.launch = launch;
        this.starter = starter;
        this.logs = logs;
        this.runs = new Runs(launch, this::spawn, needsService, this::nextId, ticker, news);
        this.thread = Thread.ofPlatform().daemon().name("supervisor").start(this::work);
    }

    /** True if a process has been stopped or frozen: it says nothing, and has not failed. */
    public static boolean standsStill(long pid) {
        return StandingStill.ofThisMachine().is(pid);
    }

    /** Has the JVM load what the first start of a child takes, so that it does not wait for that. Starts nothing. */
    public void prepare() {
        inbox.add(() -> {
            tooLittle(launch.service());
            ChildProcess.prepare();
        });
    }

    /** Starts a run. All that becomes of it, a failed start included, is told as news. */
    public RunId start(RunSpec spec) {
        return start(spec, Optional.empty());
    }

    /**
     * The same for so long at most. The worker itself ends when its time is up, even if this process has been stopped
     * or frozen meanwhile.
     */
    public RunId start(RunSpec spec, Optional<Duration> limit) {
        RunId id = nextId();
        inbox.add(() -> runs.start(id, spec, limit));
        return id;
    }

    /** Has a run go on for so long at most, counted from now. */
    public void limit(RunId id, Duration left) {
        inbox.add(() -> runs.limit(id, left));
    }

    /** Has a run go on with another load. */
    public void change(RunId id, Load load) {
        inbox.add(() -> runs.change(id, load));
    }

    /** Has a run go on with another setting; the latency of the HTTP service changes for all that share it. */
    public void tune(RunId id, Knob knob, long value) {
        inbox.add(() -> runs.tune(id, knob, value));
    }

    /** Has a run end within a second. A worker that has said its last is killed if it stays, without a failure. */
    public void stop(RunId id) {
        inbox.add(() -> runs.stop(id));
    }

    public void stopAll() {
        inbox.add(runs::stopAll);
    }

    /** Ends all children, by force after a quarter of a second, and waits for it. Idempotent, from any thread. */
    @Override
    public void close() {
        inbox.add(runs::closeAll);
        if (Thread.currentThread() == thread) return;
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) forgetTheEnd();
    }

    private void closeAtTheEnd() {
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    private void forgetTheEnd() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // This JVM is ending, perhaps by this very hook.
        }
    }

    private RunId nextId() {
        return new RunId(numbers.incrementAndGet());
    }

    private void work() {
        try {
            while (!runs.done()) {
                Runnable next = take();
                next.run();
                runs.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runs.killAll();
        }
    }

    private Runnable take() throws InterruptedException {
        OptionalLong nanos = runs.nextDeadline();
        if (nanos.isEmpty()) return inbox.take();
        Runnable next = inbox.poll(nanos.getAsLong(), NANOSECONDS);
        return next == null ? () -> {} : next;
    }

    /** Whatever goes wrong here, threads and memory included, is the failure of one run. */
    private ChildProcess spawn(RunId id, Workload workload, List<String> command) throws IOException {
        ChildProcess child;
        Optional<String> tooLittle = tooLittle(command);
        if (tooLittle.isPresent()) throw new Refused(tooLittle.get());
        try {
            child = starter.start(command);
        } catch (RuntimeException | Error e) {
            throw new IOException(e.getMessage(), e);
        }
        try {
            ChildLog log = logs.log(workload.toString(), child.pid());
            new Listeners(id, child, runs, log, inbox::add).start(workload);
            return child;
        } catch (RuntimeException | Error e) {
            child.kill();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Optional<String> tooLittle(List<String> command) {
        return AddressSpace.tooLittle(command, MemoryLimits.addressSpace(Path.of("/proc")));
    }
}
