package interleave.cli;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Carries a {@link TrialPlan} out: the supervisor's news in, a {@link Report} out. */
final class Headless {
    /** Long enough for a JVM to start on a machine that is busy with other things. */
    private static final Duration SLOWEST_START = Duration.ofSeconds(30);

    /** How far behind its time a run may be, before it is given up. */
    private static final Duration LATEST = Duration.ofSeconds(5);

    private sealed interface Input {
        record News(RunEvent event) implements Input {}

        record Interrupted() implements Input {}
    }

    private final TrialPlan plan;
    private final PrintStream out;
    private final PrintStream err;
    private final Report report;
    private final Progress progress;
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private boolean unread;

    Headless(TrialPlan plan, PrintStream out, PrintStream err, Report report, Progress progress) {
        this.plan = plan;
        this.out = out;
        this.err = err;
        this.report = report;
        this.progress = progress;
    }

    /** Ends the run early, with the summary of what was measured. From any thread. */
    void interrupt() {
        inputs.add(new Input.Interrupted());
    }

    /** Returns whether every run went as it should have. */
    boolean run() throws InterruptedException {
        // In the session of this process: no screen has to stay quick, and ^Z stops the runs too.
        Launch launch = Launch.likeThis(plan.latency());
        try (Supervisor supervisor =
                Supervisor.open(launch, Catalogue::needsService, event -> inputs.add(new Input.News(event)))) {
            Map<RunId, Measurement> runs = new LinkedHashMap<>();
            for (RunSpec spec : plan.runs())
                runs.put(supervisor.start(spec, Optional.of(longest())), new Measurement(spec, plan.duration()));
            TrialSession session = new TrialSession(plan, runs, listener(supervisor));
            progress.say("starting");
            work(supervisor, runs.keySet(), session);
            progress.erase();
            if (unread) return true;
            report.summary(session.runs());
            out.flush();
            return session.runs().stream().allMatch(run -> run.failure().isEmpty());
        }
    }

    /** Whatever becomes of this process meanwhile: a reader that waits, ^Z, a frozen cgroup. */
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
        while (!session.over()) {
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
                case Input.Interrupted() -> session.interrupt();
            }
            if (unread) return;
        }
    }

    private TrialSession.Listener listener(Supervisor supervisor) {
        return new TrialSession.Listener() {
            @Override
            public void interval(Measurement run, RunWindow window) {
                report.interval(run, window);
                progress.interval(run, window);
                // Nobody reads any more, as after "| head -1", or nothing more fits: there is nothing left to do here.
                unread = out.checkError();
            }

            @Override
            public void remark(String words) {
                progress.erase();
                err.println("interleave: " + words);
            }

            @Override
            public void measured() {
                supervisor.stopAll();
            }
        };
    }
}
