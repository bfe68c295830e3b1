package interleave.trial;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.kernel.CompilerThreads;
import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunWindow;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import interleave.supervisor.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Carries a {@link TrialPlan} out in processes: starts the runs, measures them, and ends them. Its thread waits for
 * nobody but them, so that the load ends at its time and when it is asked to.
 */
public final class Trial {
    /** Long enough for a JVM to start on a machine that is busy with other things. */
    private static final Duration SLOWEST_START = Duration.ofSeconds(30);

    /** The time by which a run may be late, before it is given up. */
    private static final Duration LATEST = Duration.ofSeconds(5);

    /** By so much may a signal to a group come later here than at a child that died of it. */
    private static final Duration SIGNAL_LATER = Duration.ofMillis(500);

    /** Who waits so much too long may have been stopped. */
    private static final long LATE_NANOS = Duration.ofMillis(100).toNanos();

    /** Is told of what happens, on the trial's thread, and must not block. */
    public interface Listener {
        /** The runs are ordered to start. */
        void begun(List<Measurement> runs);

        /** The warm-up is over, and with this the measuring begins, if its end is not set beforehand. */
        default void settled() {}

        void interval(Measurement run, RunWindow window);

        /** A run has just said how it stands. */
        default void reported() {}

        /** A line for people: something found out about a run, a log that cannot be written. */
        void remark(String words);

        /** A run has failed: why, and where more is to be read. Told once for all that fail alike. */
        void failed(Workload workload, String why);
    }

    private sealed interface Input {
        record News(RunEvent event) implements Input {}

        record Interrupted(String signal) implements Input {}

        record Abandoned() implements Input {}
    }

    private final Path proc;
    private final TrialPlan plan;
    private final Launch launch;
    private final Predicate<Workload> needsService;
    private final Consumer<RunEvent> watcher;
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();

    /** @param proc where the kernel's files are */
    public Trial(Path proc, TrialPlan plan, Launch launch, Predicate<Workload> needsService) {
        this(proc, plan, launch, needsService, event -> {});
    }

    /** @param watcher is told of all that happens to its runs as well, on the supervisor's thread; must not block */
    public Trial(
            Path proc, TrialPlan plan, Launch launch, Predicate<Workload> needsService, Consumer<RunEvent> watcher) {
        this.proc = proc;
        this.watcher = watcher;
        this.plan = plan;
        this.launch = launch;
        this.needsService = needsService;
    }

    /** Ends it early, with what was measured until then. From any thread. */
    public void interrupt(String signal) {
        inputs.add(new Input.Interrupted(signal));
    }

    /** Ends it at once: nobody wants its results any more. From any thread. */
    public void abandon() {
        inputs.add(new Input.Abandoned());
    }

    /** Returns once every run has ended. */
    public List<Measurement> run(Listener listener) throws InterruptedException {
        try (Supervisor supervisor = Supervisor.open(launch, needsService, this::news)) {
            Map<RunId, Measurement> runs = new LinkedHashMap<>();
            for (RunSpec spec : plan.runs())
                runs.put(
                        supervisor.start(spec, Optional.of(longest())),
                        new Measurement(spec, plan.duration(), plan.interval()));
            TrialSession session =
                    new TrialSession(plan, runs, told(listener, supervisor), new CompilerThreads(proc)::nanos);
            listener.begun(session.runs());
            work(supervisor, runs.keySet(), session, listener);
            return session.runs();
        }
    }

    private void news(RunEvent event) {
        inputs.add(new Input.News(event));
        watcher.accept(event);
    }

    /** Whatever becomes of this process meanwhile: ^Z, SIGSTOP, a frozen cgroup. */
    private Duration longest() {
        return SLOWEST_START
                .plus(plan.latency())
                .plus(plan.warmup())
                .plus(plan.duration())
                .plus(LATEST);
    }

    private void work(Supervisor supervisor, Set<RunId> runs, TrialSession session, Listener listener)
            throws InterruptedException {
        long deadline =
                Ticker.SYSTEM.nanos() + SLOWEST_START.plus(plan.latency()).toNanos();
        boolean measuring = false;
        OptionalLong doubtsEnd = OptionalLong.empty();
        while (!session.over()) {
            if (!measuring && session.opened()) {
                measuring = true;
                Duration rest = plan.warmup().plus(plan.duration()).plus(LATEST);
                deadline = Ticker.SYSTEM.nanos() + rest.toNanos();
                runs.forEach(id -> supervisor.limit(id, rest));
            }
            long paused = session.pausedNanos();
            doubtsEnd = doubtsEnd(session, doubtsEnd);
            long until = Math.min(deadline + paused, doubtsEnd.orElse(Long.MAX_VALUE));
            Input input = inputs.poll(Math.max(0, until - Ticker.SYSTEM.nanos()), NANOSECONDS);
            // Whatever is in the queue by then is taken first: the signal may be among it.
            boolean doubted = session.doubts() && Ticker.SYSTEM.nanos() >= doubtsEnd.orElse(Long.MAX_VALUE);
            if (input == null && doubted) {
                session.endDoubts();
                continue;
            }
            switch (input) {
                case null -> {
                    timeIsUp(session, deadline + paused);
                    deadline = Ticker.SYSTEM.nanos() - paused + LATEST.toNanos();
                }
                case Input.News(RunEvent event) -> {
                    if (event instanceof RunEvent.Reported) listener.reported();
                    session.on(event);
                }
                case Input.Interrupted(String signal) -> session.interrupt(signal);
                case Input.Abandoned() -> {
                    return;
                }
            }
        }
    }

    /** Who wakes up so late has stood still, and perhaps the runs with it: they have yet to speak. */
    private static void timeIsUp(TrialSession session, long deadline) {
        boolean late = Ticker.SYSTEM.nanos() - deadline >= LATE_NANOS;
        if (!late) session.overdue(Supervisor::standsStill);
    }

    private static OptionalLong doubtsEnd(TrialSession session, OptionalLong before) {
        if (!session.doubts()) return OptionalLong.empty();
        return before.isPresent() ? before : OptionalLong.of(Ticker.SYSTEM.nanos() + SIGNAL_LATER.toNanos());
    }

    private static TrialSession.Listener told(Listener listener, Supervisor supervisor) {
        return new TrialSession.Listener() {
            @Override
            public void settled() {
                listener.settled();
            }

            @Override
            public void interval(Measurement run, RunWindow window) {
                listener.interval(run, window);
            }

            @Override
            public void remark(String words) {
                listener.remark(words);
            }

            @Override
            public void failed(Workload workload, String why) {
                listener.failed(workload, why);
            }

            @Override
            public void measured() {
                supervisor.stopAll();
            }
        };
    }
}
