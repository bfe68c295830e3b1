package interleave.supervisor;

import interleave.metric.Knob;
import interleave.metric.Load;
import interleave.metric.RunSpec;
import interleave.metric.Ticker;
import interleave.metric.Workload;
import interleave.supervisor.RunStatus.Phase;
import interleave.wire.Frame;
import interleave.wire.Message;
import interleave.wire.Order;
import java.io.IOException;
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
    static final Workload SERVICE = new Workload("http", "service");

    private final Launch launch;
    private final Spawner spawner;
    private final Predicate<Workload> needsService;
    private final Supplier<RunId> ids;
    private final Ticker ticker;
    private final Consumer<RunEvent> news;

    /** Every run whose process may still be there. */
    private final Map<RunId, Run> runs = new LinkedHashMap<>();

    private Optional<Run> service = Optional.empty();
    private boolean closing;

    Runs(
            Launch launch,
            Spawner spawner,
            Predicate<Workload> needsService,
            Supplier<RunId> ids,
            Ticker ticker,
            Consumer<RunEvent> news) {
        this.launch = launch;
        this.spawner = spawner;
        this.needsService = needsService;
        this.ids = ids;
        this.ticker = ticker;
        this.news = news;
    }

    void start(RunId id, RunSpec spec) {
        Workload workload = spec.workload();
        Run run = new Run(id, spec, false, ticker.nanos());
        post(run);
        if (closing) {
            fail(run, "not started: the monitor is ending");
            return;
        }
        if (needsService.test(workload) && service.isEmpty()) {
            Run started = startService();
            if (!started.phase.live()) {
                fail(run, "the HTTP service: " + started.reason.orElse(""));
                return;
            }
        }
        Optional.ofNullable(spec.knobs().get(Knob.LATENCY)).ifPresent(latency -> tuneService(run, latency));
        spawn(run, launch.worker(spec.process()));
        begin(run);
    }

    void change(RunId id, Load load) {
        wanted(id).ifPresent(run -> {
            run.change(load);
            post(run);
        });
    }

    /** The latency of a run that talks to the service is the service's, and so of all that share it. */
    void tune(RunId id, Knob knob, long value) {
        wanted(id).ifPresent(run -> {
            run.tune(knob, value);
            if (knob == Knob.LATENCY) tuneService(run, value);
            post(run);
        });
    }

    private void tuneService(Run run, long latencyMicros) {
        if (needsService.test(run.workload))
            service.ifPresent(shared -> shared.send(new Order.Tune(Knob.LATENCY, latencyMicros)));
    }

    void stop(RunId id) {
        wanted(id).filter(run -> !run.service).ifPresent(this::stop);
    }

    void stopAll() {
        List.copyOf(runs.values()).stream().map(run -> run.id).forEach(this::stop);
    }

    void closeAll() {
        closing = true;
        for (Run run : List.copyOf(runs.values())) {
            run.endInput();
            run.killAtNanos = OptionalLong.of(ticker.nanos() + Patience.CLOSE);
            if (run.wanted()) enter(run, Phase.STOPPING);
        }
    }

    /** Whether it was closed, and every process has ended. */
    boolean done() {
        return closing && runs.isEmpty();
    }

    /** Ends what is left, without asking. */
    void killAll() {
        runs.values().forEach(run -> run.child.ifPresent(Child::kill));
    }

    void said(RunId id, Message message) {
        Optional<Run> known = Optional.ofNullable(runs.get(id)).filter(run -> run.phase.live());
        known.ifPresent(run -> {
            run.heardNanos = ticker.nanos();
            switch (message) {
                case Message.Hello hello -> greeted(run, hello);
                case Message.Report(Frame frame) -> reported(run, frame);
                case Message.Finding(String words) -> noted(id, run.workload + ": " + Words.sentence(words));
                case Message.Fault(String words) -> fail(run, Words.sentence(words));
            }
        });
    }

    /** It printed a line that is no message. */
    void babbled(RunId id, String why) {
        Optional.ofNullable(runs.get(id))
                .filter(run -> run.phase.live())
                .ifPresent(run -> fail(run, "printed rubbish: " + Words.plain(why)));
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

    void exited(RunId id, int status, Optional<String> lastWords) {
        Optional.ofNullable(runs.remove(id)).filter(run -> run.phase.live()).ifPresent(run -> {
            boolean asked = run.phase == Phase.STOPPING;
            if (asked && (status == 0 || closing)) {
                enter(run, Phase.ENDED);
            } else {
                String unasked = status == 0 ? "ended by itself, " : "";
                run.reason = Optional.of((asked ? "" : unasked) + Words.exit(status, lastWords));
                enter(run, Phase.FAILED);
            }
            afterEnd(run);
        });
    }

    /** Does what is due. */
    void tick() {
        long now = ticker.nanos();
        for (Run run : List.copyOf(runs.values())) {
            if (run.killAtNanos.isPresent() && run.killAtNanos.getAsLong() - now <= 0) {
                run.killAtNanos = OptionalLong.empty();
                if (run.phase.live()) fail(run, "did not end when it was told to, and was killed");
            } else if (run.wanted() && run.phase != Phase.SILENT && now - run.heardNanos >= Patience.SILENCE) {
                enter(run, Phase.SILENT);
            }
        }
    }

    /** How long until {@link #tick} has something to do; empty: not before something else happens. */
    OptionalLong nextDeadline() {
        long now = ticker.nanos();
        return runs.values().stream()
                .flatMap(run -> run.deadline().stream().boxed())
                .mapToLong(deadline -> Math.max(0, deadline - now))
                .min();
    }

    private Run startService() {
        Run run = new Run(ids.get(), RunSpec.of(SERVICE, new Load.Closed(1)), true, ticker.nanos());
        service = Optional.of(run);
        spawn(run, launch.service());
        return run;
    }

    private void spawn(Run run, List<String> command) {
        try {
            run.child = Optional.of(spawner.spawn(run.id, run.workload, command));
            run.heardNanos = ticker.nanos();
            runs.put(run.id, run);
            post(run);
        } catch (IOException e) {
            fail(run, Words.startFailure(e));
        }
    }

    private void greeted(Run run, Message.Hello hello) {
        boolean news = run.said(hello);
        if (run.service) serviceIsUp(run);
        else if (news) post(run);
    }

    private void serviceIsUp(Run run) {
        if (run.phase != Phase.STARTING && run.phase != Phase.SILENT) return;
        enter(run, Phase.RUNNING);
        List.copyOf(runs.values()).forEach(this::begin);
    }

    /** Tells the worker to begin, once there is what it needs. */
    private void begin(Run run) {
        OptionalInt port = needsService.test(run.workload) ? servicePort() : OptionalInt.of(0);
        if (run.service || run.begun || !run.wanted() || port.isEmpty()) return;
        run.begun = true;
        run.send(new Order.Start(run.spec, port.getAsInt()));
    }

    /** Empty until it listens. */
    private OptionalInt servicePort() {
        return service.map(run -> run.port).orElse(OptionalInt.empty());
    }

    private void reported(Run run, Frame frame) {
        if (run.wanted()) {
            boolean running = run.service ? run.port.isPresent() : frame.completed() > 0;
            Phase phase = running ? Phase.RUNNING : Phase.STARTING;
            if (run.phase != phase) enter(run, phase);
            if (run.loadHeldBack && run.begun) run.send(new Order.Change(run.spec.load()));
            run.loadHeldBack = false;
        }
        news.accept(new RunEvent.Reported(run.id, frame));
    }

    private void stop(Run run) {
        if (run.begun) run.send(new Order.Stop());
        else run.endInput();
        run.killAtNanos = OptionalLong.of(ticker.nanos() + Patience.STOP);
        enter(run, Phase.STOPPING);
    }

    private void fail(Run run, String why) {
        run.reason = Optional.of(why);
        enter(run, Phase.FAILED);
        run.child.ifPresent(Child::kill);
        afterEnd(run);
    }

    private void afterEnd(Run run) {
        if (service.filter(run::equals).isPresent()) serviceIsDown(run);
        else endServiceUnlessNeeded();
    }

    private void serviceIsDown(Run ended) {
        service = Optional.empty();
        for (Run run : List.copyOf(runs.values())) {
            if (run.wanted() && !run.service && needsService.test(run.workload))
                fail(run, "the HTTP service: " + ended.reason.orElse("it ended"));
        }
    }

    private void endServiceUnlessNeeded() {
        boolean needed = runs.values().stream()
                .anyMatch(run -> !run.service && run.phase.live() && needsService.test(run.workload));
        if (needed) return;
        service.filter(Run::wanted).ifPresent(run -> {
            service = Optional.empty();
            stop(run);
        });
    }

    private Optional<Run> wanted(RunId id) {
        return Optional.ofNullable(runs.get(id)).filter(Run::wanted);
    }

    private void enter(Run run, Phase phase) {
        run.phase = phase;
        run.sinceNanos = ticker.nanos();
        post(run);
    }

    private void post(Run run) {
        news.accept(new RunEvent.Changed(run.status()));
    }
}
