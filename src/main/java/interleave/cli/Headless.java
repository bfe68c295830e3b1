package interleave.cli;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.catalogue.Tasks;
import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunWindow;
import interleave.spec.RunSpec;
import interleave.supervisor.Launch;
import interleave.supervisor.Supervisor;
import interleave.trial.Measurement;
import interleave.trial.TrialPlan;
import interleave.trial.TrialSession;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries a {@link TrialPlan} out: the supervisor's news in, a {@link Report} out. Its thread never writes, so that the load
 * ends at its time and at a signal, whether anybody reads or not.
 */
final class Headless {
    /** Long enough for a JVM to start on a machine that is busy with other things. */
    private static final Duration SLOWEST_START = Duration.ofSeconds(30);

    /** How far behind its time a run may be, before it is given up. */
    private static final Duration LATEST = Duration.ofSeconds(5);

    /** For a reader who pauses to take the rest, after a signal that asked for the end; and for what is said on the side. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private sealed interface Input {
        record News(RunEvent event) implements Input {}

        record Interrupted(String signal) implements Input {}

        /** An outlet has settled: all is written, or nothing more can be. */
        record Written() implements Input {}

        record NobodyReads() implements Input {}
    }

    private final TrialPlan plan;
    private final Report report;
    private final PrintStream err;
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Outlet results;
    private final Outlet words;
    private final Progress progress;
    private boolean unread;
    private boolean interrupted;

    Headless(TrialPlan plan, Report report, PrintStream out, PrintStream err) {
        this.plan = plan;
        this.report = report;
        this.err = err;
        results = new Outlet("results", out, () -> inputs.add(new Input.Written()));
        words = new Outlet("words", err, () -> inputs.add(new Input.Written()));
        progress = Progress.onTerminal(words::offerIfIdle);
    }

    /** Ends the run early, with the summary of what was measured. From any thread. */
    void interrupt(String signal) {
        inputs.add(new Input.Interrupted(signal));
    }

    /** Nobody reads any more, as after {@code | head -1}: there is nothing left to do. From any thread. */
    void nobodyReads() {
        inputs.add(new Input.NobodyReads());
    }

    /** Returns whether every run went as it should have. */
    boolean run() throws InterruptedException {
        report.header().ifPresent(line -> results.offer(line + "\n"));
        List<Measurement> runs = measured();
        return unread || told(runs);
    }

    private List<Measurement> measured() throws InterruptedException {
        // In the session of this process: no screen has to stay quick, and ^Z stops the runs too.
        Launch plain = Launch.likeThis(plan.latency()).deaf();
        Optional<String> noRings = EventLoops.whyNotOverRings(plan.runs());
        Launch launch = noRings.isPresent() ? plain.withoutRings() : plain;
        try (Supervisor supervisor =
                Supervisor.open(launch, Tasks::needsService, event -> inputs.add(new Input.News(event)))) {
            Map<RunId, Measurement> runs = new LinkedHashMap<>();
            for (RunSpec spec : plan.runs())
                runs.put(supervisor.start(spec, Optional.of(longest())), new Measurement(spec, plan.duration()));
            noRings.ifPresent(why -> tell(why, runs));
            TrialSession session = new TrialSession(plan, runs, listener(supervisor));
            progress.say("starting");
            work(supervisor, runs.keySet(), session);
            return session.runs();
        }
    }

    private void tell(String why, Map<RunId, Measurement> runs) {
        words.offer("interleave: " + why + "\n");
        runs.values().stream().filter(run -> EventLoops.choosesItself(run.spec)).forEach(run -> run.note(why));
    }

    /** Whatever becomes of this process meanwhile: ^Z, SIGSTOP, a frozen cgroup. */
    private Duration longest() {
        return SLOWEST_START
                .plus(plan.latency())
                .plus(plan.warmup())
                .plus(plan.duration())
                .plus(LATEST);
    }

    private void work(Supervisor supervisor, Set<RunId> runs, TrialSession session) throws InterruptedException {
        long deadline =
                Ticker.SYSTEM.nanos() + SLOWEST_START.plus(plan.latency()).toNanos();
        boolean measuring = false;
        while (!session.over() && !unread) {
            if (!measuring && session.opened()) {
                measuring = true;
                Duration rest = plan.warmup().plus(plan.duration()).plus(LATEST);
                deadline = Ticker.SYSTEM.nanos() + rest.toNanos();
                runs.forEach(id -> supervisor.limit(id, rest));
            }
            Input input = inputs.poll(Math.max(0, deadline - Ticker.SYSTEM.nanos()), NANOSECONDS);
            switch (input) {
                case null -> {
                    session.overdue();
                    deadline = Ticker.SYSTEM.nanos() + LATEST.toNanos();
                }
                case Input.News(RunEvent event) -> session.on(event);
                case Input.Interrupted(String signal) -> {
                    interrupted = true;
                    session.interrupt(signal);
                }
                case Input.Written() -> unread = results.isSettled();
                case Input.NobodyReads() -> unread = true;
            }
        }
    }

    /** Has the summaries read, for which nothing runs any more. Returns whether they are good. */
    private boolean told(List<Measurement> runs) throws InterruptedException {
        long dropped = runs.stream().mapToLong(Measurement::intervalsDropped).sum();
        String side = progress.erased();
        if (dropped > 0) side += "interleave: " + dropped + " intervals were left out: nobody read them in time\n";
        words.end(List.of(side));
        // Before the summary: on a terminal both meet.
        settle(words, OptionalLong.of(Ticker.SYSTEM.nanos() + PATIENCE.toNanos()));
        results.end(report.summary(runs).stream().map(line -> line + "\n").toList());
        settle(results, OptionalLong.empty());
        if (!results.isSettled() && words.isSettled()) err.println("interleave: nobody read the summary");
        return runs.stream().allMatch(run -> run.failure().isEmpty());
    }

    /** Waits for a reader until then; without a limit, unless a signal asks for the end. */
    private void settle(Outlet outlet, OptionalLong until) throws InterruptedException {
        OptionalLong deadline = until;
        while (!outlet.isSettled()) {
            if (interrupted && deadline.isEmpty())
                deadline = OptionalLong.of(Ticker.SYSTEM.nanos() + PATIENCE.toNanos());
            Input input = deadline.isEmpty()
                    ? inputs.take()
                    : inputs.poll(Math.max(0, deadline.getAsLong() - Ticker.SYSTEM.nanos()), NANOSECONDS);
            if (input == null || input instanceof Input.NobodyReads) return;
            if (input instanceof Input.Interrupted) interrupted = true;
        }
    }

    private TrialSession.Listener listener(Supervisor supervisor) {
        return new TrialSession.Listener() {
            @Override
            public void interval(Measurement run, RunWindow window) {
                report.interval(run, window)
                        .filter(line -> !results.offer(line + "\n"))
                        .ifPresent(line -> run.intervalDropped());
                progress.interval(run, window);
            }

            @Override
            public void remark(String remark) {
                words.offer(progress.erased() + "interleave: " + remark + "\n");
            }

            @Override
            public void measured() {
                supervisor.stopAll();
            }
        };
    }
}
