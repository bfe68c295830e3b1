package interleave.supervisor;

import interleave.run.Frame;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.run.SampleField;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.wire.Message;
import interleave.wire.Order;
import interleave.wire.Orders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** One child process as {@link Runs} knows it, the service's included. */
final class SupervisedRun {
    /** A limit in place of one before: longer than any machine is up. */
    private static final Duration NO_LIMIT = Duration.ofDays(36_500);

    final RunId id;
    final Workload workload;
    final boolean service;

    RunSpec spec;
    Phase phase = Phase.STARTING;
    long sinceNanos;
    Optional<ChildProcess> child = Optional.empty();
    Optional<String> reason = Optional.empty();
    /** The crash of its JVM in words, if there was one. */
    Optional<String> crash = Optional.empty();

    /** The signal that it, or the service it needs, died of. */
    OptionalInt diedOf = OptionalInt.empty();

    Optional<String> log = Optional.empty();
    Optional<String> transport = Optional.empty();
    OptionalInt port = OptionalInt.empty();

    /** For how long it may go on; empty if only an order ends it. */
    Optional<Duration> limit = Optional.empty();

    OptionalLong endsAtNanos = OptionalLong.empty();

    /** Until when a helper goes on by itself, as it was told last. */
    private OptionalLong helpsUntilNanos = OptionalLong.empty();

    /** When it was last found standing still though its time was up. */
    long lookAgainNanos;

    /** True if it was given time once more, and has not spoken since. */
    boolean excused;

    private long pausedNanos;

    /** CPU time that it had used when it last spoke. */
    private long cpuMicros;

    /** True once its worker was told to begin. */
    boolean begun;

    /** True once it has sent a frame, so that there is something to sum up. */
    boolean reported;

    /** True while its worker has yet to be told of a new load, because it does not answer. */
    private boolean loadHeldBack;

    /** The settings that it has yet to be told of, for the same reason. */
    private final Set<Knob> knobsHeldBack = EnumSet.noneOf(Knob.class);

    /** When there was last a sign of life. */
    long heardNanos;

    /** When it is killed, because it was told to end and did not. */
    OptionalLong killAtNanos = OptionalLong.empty();

    /** True once nothing more is expected of it, so that it is no failure if it has to be killed. */
    boolean released;

    /** True if it was killed after that. */
    boolean dismissed;

    SupervisedRun(RunId id, RunSpec spec, boolean service, long nanos) {
        this.id = id;
        this.spec = spec;
        this.workload = spec.workload();
        this.service = service;
        this.sinceNanos = nanos;
        this.heardNanos = nanos;
    }

    /** Nothing more is expected of it: it may go until then. */
    void release(long untilNanos) {
        released = true;
        killAtNanos = OptionalLong.of(untilNanos);
    }

    void dismiss() {
        dismissed = true;
        child.ifPresent(ChildProcess::kill);
    }

    /** True if it is neither at its end nor told to end. */
    boolean wanted() {
        return phase.live() && phase != Phase.STOPPING;
    }

    /** True if it has nothing to say yet; on a busy machine it may be seconds before it hears of an order. */
    boolean isStarting() {
        return !begun || !reported;
    }

    /** When something is due, unless it speaks before. */
    OptionalLong deadline() {
        if (killAtNanos.isPresent() || !wanted()) return killAtNanos;
        long silence = phase == Phase.SILENT ? Long.MAX_VALUE : heardNanos + Patience.SILENCE;
        long limit = endsAtNanos.isPresent() ? over() + Patience.LIMIT : Long.MAX_VALUE;
        return Math.min(silence, limit) == Long.MAX_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(silence, limit));
    }

    /** True if its time was up so long ago that its worker should have seen to it. */
    boolean overdue(long now) {
        return wanted() && endsAtNanos.isPresent() && now - over() >= Patience.LIMIT;
    }

    /** When its time is up, or was last seen to be without an end. */
    long over() {
        return Math.max(endsAtNanos.orElseThrow(), lookAgainNanos);
    }

    /** From {@code now} on it has so long, and its worker knows. */
    void limit(Duration left, long now) {
        limit = Optional.of(left);
        endsAtNanos = OptionalLong.of(now + left.toNanos());
        lookAgainNanos = now;
        tellLimit(now);
    }

    /** A worker that has not begun ends by an order. */
    void tellLimit(long now) {
        if (begun && endsAtNanos.isPresent()) send(new Order.Limit(Math.max(0, endsAtNanos.getAsLong() - now)));
    }

    /** A helper ends by itself a little later than those whom it helps. Empty: it goes on until an order. */
    void outlives(OptionalLong untilNanos, long now) {
        OptionalLong end =
                untilNanos.isEmpty() ? OptionalLong.empty() : OptionalLong.of(untilNanos.getAsLong() + Patience.HELPER);
        if (end.equals(helpsUntilNanos)) return;
        helpsUntilNanos = end;
        Duration left = end.isEmpty() ? NO_LIMIT : Duration.ofNanos(Math.max(0, end.getAsLong() - now));
        limit = Optional.of(left);
        send(new Order.Limit(left.toNanos()));
    }

    /**
     * Takes in what it has used, and leaves out the time for which it stood still; it knows that too. True if its end
     * is later than it was.
     */
    boolean stoodStill(Frame frame) {
        excused = false;
        cpuMicros = frame.cpuMicros();
        long more = frame.of(SampleField.PAUSED_NANOS) - pausedNanos;
        pausedNanos = frame.of(SampleField.PAUSED_NANOS);
        if (more <= 0 || endsAtNanos.isEmpty()) return false;
        endsAtNanos = OptionalLong.of(endsAtNanos.getAsLong() + more);
        return true;
    }

    /** True if it ended by itself since it was to go on no longer. */
    boolean timeIsUp(int status) {
        return status == Order.Limit.EXIT_STATUS && limit.isPresent();
    }

    /** The phase of a process that ended with a status; if it failed, there is a reason now. */
    Phase lastPhase(int status, Optional<String> lastWords, boolean closing) {
        boolean asked = phase == Phase.STOPPING;
        if (timeIsUp(status) || asked && (status == 0 || closing || dismissed)) return Phase.ENDED;
        String unasked = status == 0 && !asked ? "ended by itself, " : "";
        if (crash.isEmpty()) diedOf = ChildWords.signal(status);
        reason = crash.or(() -> Optional.of(unasked + ChildWords.exit(status, lastWords, cpuMicros)));
        return Phase.FAILED;
    }

    /** The reason of its failure by that of another which it needs, of whatever that died. */
    String failsWith(SupervisedRun needed, String called) {
        diedOf = needed.diedOf;
        return called + needed.reason.orElse("it ended");
    }

    RunStatus status() {
        OptionalLong pid = child.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty());
        return new RunStatus(
                id, spec, service, phase, sinceNanos, pid, reason, log, transport, port, endsAtNanos, diedOf);
    }

    /** Takes its word of itself; a worker says so twice, and the second time it knows. True if this is news. */
    boolean said(Message.Hello hello) {
        Optional<String> transportBefore = transport;
        OptionalInt portBefore = port;
        if (!hello.transport().isEmpty()) transport = Optional.of(hello.transport());
        if (hello.port() != 0) port = OptionalInt.of(hello.port());
        return !transport.equals(transportBefore) || !port.equals(portBefore);
    }

    void change(Load load) {
        spec = spec.with(load);
        // A worker that does not answer may not read either: its pipe must not fill up.
        loadHeldBack = phase == Phase.SILENT;
        if (begun && !loadHeldBack) send(new Order.Change(load));
    }

    void tune(Knob knob, long value) {
        spec = spec.with(knob, value);
        if (phase == Phase.SILENT) knobsHeldBack.add(knob);
        else if (begun) send(new Order.Tune(knob, value));
    }

    /** It could not do as it was told: what holds stands again, unless it was told something else since. */
    void refused(Message.Refused refusal) {
        switch (refusal.refused()) {
            case Order.Change(Load load)
            when load.equals(spec.load()) && refusal.inForce() instanceof Order.Change(Load still) ->
                spec = spec.with(still);
            case Order.Tune(Knob knob, long value)
            when Long.valueOf(value).equals(spec.knobs().get(knob))
                    && refusal.inForce() instanceof Order.Tune(Knob same, long still) -> spec = spec.with(same, still);
            case Order overtaken -> {}
        }
    }

    /** It answers again: tells it what was held back meanwhile. */
    void catchUp() {
        if (begun && loadHeldBack) send(new Order.Change(spec.load()));
        loadHeldBack = false;
        if (begun)
            for (Knob knob : knobsHeldBack)
                send(new Order.Tune(knob, spec.knobs().get(knob)));
        knobsHeldBack.clear();
    }

    void send(Order order) {
        try {
            OutputStream orders = child.orElseThrow().orders();
            orders.write((Orders.toLine(order) + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            // It has ended; the news of its end is on the way.
        }
    }

    void orderStop(long now) {
        send(new Order.Stop());
        killAtNanos = OptionalLong.of(now + (phase == Phase.SILENT ? Patience.STOP_OF_SILENT : Patience.STOP));
    }

    /** Orders it to end at once. */
    void endInput() {
        try {
            if (child.isPresent()) child.get().orders().close();
        } catch (IOException e) {
            // It has ended; the news of its end is on the way.
        }
    }
}
