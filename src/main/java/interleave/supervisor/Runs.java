package interleave.supervisor;

import interleave.metric.Ticker;
import interleave.run.Frame;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus.Phase;
import interleave.run.SampleField;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.wire.Message;
import interleave.wire.Order;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rules by which runs live and end, without a thread or a timer: whoever has them calls {@link #tick} when
 * {@link #nextDeadline} comes. One thread at a time.
 */
final class Runs {
    private final Launch launch;
    private final Spawner spawner;
    private final Supplier<RunId> ids;
    private final Ticker ticker;
    private final Consumer<RunEvent> news;

    /** Every run whose process may still be there. */
    private final Map<RunId, SupervisedRun> runs = new LinkedHashMap<>();

    private final Clients clients;
    private final SharedService service;
    private final Deadlines deadlines = new Deadlines(this);
    private boolean closing;

    Runs(
            Launch launch,
            Spawner spawner,
            Predicate<Workload> needsService,
            Supplier<RunId> ids,
            Ticker ticker,
            Consumer<RunEvent> news) {
        this.launch = launch;
        this.clients = new Clients(this, launch);
        this.service = new SharedService(this, launch, needsService);
        this.spawner = spawner;
        this.ids = ids;
        this.ticker = ticker;
        this.news = news;
    }

    /** @param limit how long it may go on, from now; empty: until it is stopped */
    void start(RunId id, RunSpec spec, Optional<Duration> limit) {
        SupervisedRun run = new SupervisedRun(id, spec, false, ticker.nanos());
        limit.ifPresent(time -> run.limit(time, run.sinceNanos));
        post(run);
        if (closing) fail(run, "not started: the monitor is ending");
        else if (service.isThereFor(run)) {
            spawn(run, launch.worker(spec));
            begin(run);
        }
    }

    void change(RunId id, Load load) {
        wanted(id).ifPresent(run -> {
            run.change(load);
            clients.change(run);
            post(run);
        });
    }

    void tune(RunId id, Knob knob, long value) {
        wanted(id).ifPresent(run -> {
            if (knob == Knob.LATENCY && service.neededBy(run)) tuneService(value);
            else tune(run, knob, value);
        });
    }

    /** The service's latency is that of every run that talks to it, those that are stopping included. */
    void tuneService(long micros) {
        service.tune(micros);
        for (SupervisedRun run : List.copyOf(runs.values()))
            if (run.phase.live() && service.neededBy(run)) tune(run, Knob.LATENCY, micros);
    }

    private void tune(SupervisedRun run, Knob knob, long value) {
        run.tune(knob, value);
        post(run);
    }

    void limit(RunId id, Duration left) {
        wanted(id).ifPresent(run -> {
            run.limit(left, ticker.nanos());
            post(run);
        });
    }

    void stop(RunId id) {
        wanted(id).filter(run -> !run.service).ifPresent(this::stop);
    }

    void stopAll() {
        List.copyOf(runs.values()).stream().map(run -> run.id).forEach(this::stop);
    }

    void closeAll() {
        closing = true;
        for (SupervisedRun run : List.copyOf(runs.values())) {
            run.endInput();
            run.release(ticker.nanos() + Patience.CLOSE);
            if (run.wanted()) enter(run, Phase.STOPPING);
        }
    }

    /** True if it was closed, and every process has ended. */
    boolean done() {
        return closing && runs.isEmpty();
    }

    /** Ends what is left, without asking. */
    void killAll() {
        runs.values().forEach(run -> run.child.ifPresent(ChildProcess::kill));
    }

    void said(RunId id, Message message) {
        Optional<SupervisedRun> known = Optional.ofNullable(runs.get(id)).filter(run -> run.phase.live());
        known.ifPresent(run -> {
            run.heardNanos = ticker.nanos();
            if (message instanceof Message.Hello hello) greeted(run, hello);
            else if (message instanceof Message.Report(Frame frame)) reported(run, frame);
            else if (message instanceof Message.Finding(String words))
                noted(id, run.workload + ": " + ChildWords.sentence(words));
            else if (message instanceof Message.Refused refusal) refused(run, refusal);
            else if (message instanceof Message.Fault(String words)) fail(run, ChildWords.sentence(words));
            else throw new MatchException(null, null);
        });
    }

    private void refused(SupervisedRun run, Message.Refused refusal) {
        run.refused(refusal);
        clients.change(run);
        post(run);
        noted(run.id, run.workload + " goes on as it was: " + ChildWords.sentence(refusal.words()));
    }

    /** It sent a line that begins as a message and is none. */
    void garbled(RunId id, String why) {
        Optional.ofNullable(runs.get(id))
                .filter(run -> run.phase.live())
                .ifPresent(run -> fail(run, "sent a message that cannot be read: " + ChildWords.plain(why)));
    }

    /** No message follows. One that was told to stop may go. */
    void saidAll(RunId id) {
        Optional.ofNullable(runs.get(id))
                .filter(run -> run.phase == Phase.STOPPING && !run.released)
                .ifPresent(run -> run.release(ticker.nanos() + Patience.GONE));
    }

    void logged(RunId id, String file) {
        Optional.ofNullable(runs.get(id)).ifPresent(run -> {
            run.log = Optional.of(file);
            post(run);
        });
    }

    void noted(RunId id, String words) {
        news.accept(new RunEvent.Noted(id, words));
    }

    /** Its JVM crashed: how is the reason of its failure, whatever its exit status may be. */
    void crashed(RunId id, String how) {
        Optional.ofNullable(runs.get(id)).ifPresent(run -> run.crash = Optional.of(how));
    }

    void exited(RunId id, int status, Optional<String> lastWords) {
        Optional.ofNullable(runs.remove(id)).filter(run -> run.phase.live()).ifPresent(run -> {
            if (run.timeIsUp(status) && run.wanted() && !run.service) noted(id, ChildWords.timeUp(run));
            enter(run, run.lastPhase(status, lastWords, closing));
            afterEnd(run);
        });
    }

    /** Does what is due. */
    void tick() {
        deadlines.tick(List.copyOf(runs.values()), ticker.nanos());
    }

    /** The time until {@link #tick} has something to do; empty: not before something else happens. */
    OptionalLong nextDeadline() {
        return Deadlines.next(runs.values(), ticker.nanos());
    }

    /** A process that runs need, and that is none itself. Its phase says whether it could be started. */
    SupervisedRun helper(Workload name, List<String> command) {
        SupervisedRun run = new SupervisedRun(ids.get(), RunSpec.of(name, new Load.Closed(1)), true, ticker.nanos());
        spawn(run, command);
        return run;
    }

    private void spawn(SupervisedRun run, List<String> command) {
        try {
            run.child = Optional.of(spawner.spawn(run.id, run.workload, command));
            run.heardNanos = ticker.nanos();
            runs.put(run.id, run);
            post(run);
        } catch (IOException e) {
            run.diedOf = ChildWords.startSignal(e);
            fail(run, ChildWords.startFailure(e));
        }
    }

    private void greeted(SupervisedRun run, Message.Hello hello) {
        boolean news = run.said(hello);
        if (service.up(run)) {
            enter(run, Phase.RUNNING);
            List.copyOf(runs.values()).forEach(this::begin);
        } else if (news) post(run);
        if (!run.service) clients.serve(run, hello.port(), ticker.nanos());
    }

    /** Tells the worker to begin, once there is what it needs. */
    private void begin(SupervisedRun run) {
        OptionalInt port = service.portFor(run);
        if (run.service || run.begun || !run.wanted() || port.isEmpty()) return;
        run.begun = true;
        run.send(new Order.Start(run.spec, port.getAsInt()));
        run.tellLimit(ticker.nanos());
    }

    private void reported(SupervisedRun run, Frame frame) {
        if (run.stoodStill(frame)) post(run);
        run.reported = true;
        if (run.wanted()) {
            boolean running = service.is(run) ? run.port.isPresent() : frame.of(SampleField.COMPLETED) > 0;
            Phase phase = running ? Phase.RUNNING : Phase.STARTING;
            if (run.phase != phase) enter(run, phase);
            run.catchUp();
        }
        news.accept(new RunEvent.Reported(run.id, frame));
    }

    void stop(SupervisedRun run) {
        clients.end(run);
        if (run.isStarting()) endNow(run);
        else {
            run.orderStop(ticker.nanos());
            enter(run, Phase.STOPPING);
        }
    }

    /** By the end of its input, which lets nothing end in order. */
    void endNow(SupervisedRun run) {
        run.endInput();
        run.release(ticker.nanos() + Patience.CLOSE);
        enter(run, Phase.STOPPING);
    }

    void fail(SupervisedRun run, String why) {
        run.reason = Optional.of(why);
        enter(run, Phase.FAILED);
        run.child.ifPresent(ChildProcess::kill);
        afterEnd(run);
    }

    private void afterEnd(SupervisedRun run) {
        clients.end(run);
        service.ended(run, runs.values());
        clients.ended(run);
    }

    Optional<SupervisedRun> wanted(RunId id) {
        return Optional.ofNullable(runs.get(id)).filter(SupervisedRun::wanted);
    }

    void enter(SupervisedRun run, Phase phase) {
        run.phase = phase;
        run.sinceNanos = ticker.nanos();
        post(run);
    }

    /** Those who help it are told its end, too. */
    private void post(SupervisedRun run) {
        clients.limit(run, ticker.nanos());
        service.limit(runs.values(), ticker.nanos());
        news.accept(new RunEvent.Changed(run.status()));
    }
}
