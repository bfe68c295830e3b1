package interleave.cli;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.catalogue.Tasks;
import interleave.kernel.Reason;
import interleave.metric.Ticker;
import interleave.probe.ServerMeter;
import interleave.run.RunWindow;
import interleave.spec.Workload;
import interleave.supervisor.CommandStatus;
import interleave.supervisor.Launch;
import interleave.supervisor.UserCommand;
import interleave.trial.Measurement;
import interleave.trial.Trial;
import interleave.trial.TrialPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries a {@link TrialPlan} out: a {@link Trial} in, a {@link Report} out. Its thread never writes, so that the load
 * ends at its time and at a signal, whether anybody reads or not.
 */
final class Headless implements Trial.Listener {
    private static final Path PROC = Path.of("/proc");

    /**
     * For a reader who pauses to take the rest, after a signal that asked for the end; and for what is said on the
     * side.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** The fate of the results. */
    private enum Fate {
        /** An outlet has settled: all is written, or nothing more can be. */
        WRITTEN,
        NOBODY_READS,
        INTERRUPTED
    }

    private final Report report;
    private final PrintStream err;
    private final BlockingQueue<Fate> fates = new LinkedBlockingQueue<>();
    private final Outlet results;
    private final Outlet words;
    private final Progress progress;
    private final Optional<String> noRings;
    private final Launch plain;
    private final CommandPlan asked;
    private final ServerSide server;
    private Optional<ServerMeter> meter = Optional.empty();
    private final Trial trial;
    private Optional<UserCommand> command = Optional.empty();
    private volatile boolean unread;
    private volatile boolean interrupted;

    /**
     * @param asked a command of the user's to run meanwhile; without words: none
     * @param server whom the runs ask
     */
    Headless(TrialPlan plan, Report report, CommandPlan asked, ServerSide server, PrintStream out, PrintStream err) {
        this.asked = asked;
        this.server = server;
        this.report = report;
        this.err = err;
        // In the session of this process: no screen has to stay quick, and ^Z stops the runs too.
        plain = Launch.likeThis(plan.latency()).deaf();
        noRings = EventLoops.whyNotOverRings(plan.runs());
        trial = new Trial(PROC, plan, noRings.isPresent() ? plain.withoutRings() : plain, Tasks::needsService);
        results = new Outlet("results", out, this::written);
        words = new Outlet("words", err, () -> fates.add(Fate.WRITTEN));
        progress = Progress.onTerminal(words::offerIfIdle);
    }

    /** Ends the run early, with the summary of what was measured. From any thread. */
    void interrupt(String signal) {
        interrupted = true;
        fates.add(Fate.INTERRUPTED);
        trial.interrupt(signal);
    }

    /** Nobody reads any more, as after {@code | head -1}: there is nothing left to do. From any thread. */
    void nobodyReads() {
        unread = true;
        fates.add(Fate.NOBODY_READS);
        trial.abandon();
    }

    /** Results settle before their end where nothing more can be written. */
    private void written() {
        fates.add(Fate.WRITTEN);
        trial.abandon();
    }

    /** Returns whether every run went as it should have. */
    boolean run() throws InterruptedException {
        report.header().ifPresent(line -> results.offer(line + "\n"));
        List<Measurement> runs;
        try {
            command = asked.start(plain, this::became);
            meter = server.meter(command);
            runs = trial.run(this);
            if (meter.isPresent()) ServerSide.tell(meter.get(), runs);
        } catch (IOException e) {
            err.println("interleave: the command could not be started: " + Reason.of(e));
            return false;
        } finally {
            meter.ifPresent(ServerMeter::close);
            command.ifPresent(UserCommand::close);
        }
        return unread || results.isSettled() || told(runs);
    }

    /** The command has come further. On its own thread. */
    private void became(CommandStatus status) {
        status.news().ifPresent(this::remark);
    }

    @Override
    public void reported() {
        meter.ifPresent(ServerMeter::look);
    }

    @Override
    public void begun(List<Measurement> runs) {
        server.place(runs);
        noRings.ifPresent(why -> {
            words.offer("interleave: " + why + "\n");
            runs.stream().filter(run -> EventLoops.choosesItself(run.spec)).forEach(run -> run.note(why));
        });
        progress.say("starting");
    }

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
    public void failed(Workload workload, String why) {
        remark(workload + ": " + why);
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
            Fate fate = deadline.isEmpty()
                    ? fates.take()
                    : fates.poll(Math.max(0, deadline.getAsLong() - Ticker.SYSTEM.nanos()), NANOSECONDS);
            if (fate == null || fate == Fate.NOBODY_READS) return;
        }
    }
}
