package interleave.trial;

import interleave.metric.ServerCost;
import interleave.metric.Stretch;
import interleave.run.Frame;
import interleave.run.RunReadings;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import interleave.run.Verification;
import interleave.run.Verification.Verdict;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** One run of a headless {@link TrialSession}: opened when the warm-up is over, closed when the time is up. */
public final class Measurement {
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** An interval ends with the frame nearest to its end. */
    private static final long HALF_FRAME_NANOS = Frame.INTERVAL.toNanos() / 2;

    public final RunSpec spec;
    public final Workload workload;
    public final Load load;

    private final long durationNanos;
    private final long intervalNanos;
    private RunWindow whole = RunWindow.EMPTY;
    private RunWindow interval = RunWindow.EMPTY;
    private Optional<Frame> last = Optional.empty();
    private Optional<String> transport = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<String> note = Optional.empty();
    private Optional<String> signal = Optional.empty();
    private long intervalsDropped;
    private long pausedBefore;
    private OptionalLong pid = OptionalLong.empty();
    private Optional<String> log = Optional.empty();
    private Optional<ServerCost> server = Optional.empty();
    private Optional<String> serverUnseen = Optional.empty();
    private List<Stretch> stretches = List.of();
    private Optional<Placed> placed = Optional.empty();
    private boolean closed;
    private boolean ended;

    public Measurement(RunSpec spec, Duration duration) {
        this(spec, duration, INTERVAL);
    }

    /** @param interval the length of the windows that the measured time is told in */
    public Measurement(RunSpec spec, Duration duration, Duration interval) {
        this.spec = spec;
        this.workload = spec.workload();
        this.load = spec.load();
        this.durationNanos = duration.toNanos();
        this.intervalNanos = interval.toNanos();
    }

    /**
     * Takes a frame in.
     *
     * @param openAt when the measuring begins, by the frames' clock
     * @return the interval that it completes, if it does
     */
    public Optional<RunWindow> frame(Frame frame, OptionalLong openAt) {
        if (last.isEmpty()) {
            whole = RunWindow.ofRun(frame);
            interval = whole;
        }
        // Of a worker that stands still in the warm-up, the rest of it comes afterwards.
        if (openAt.isEmpty()) pausedBefore = frame.of(SampleField.PAUSED_NANOS);
        last = Optional.of(frame);
        if (closed || openAt.isEmpty()) return Optional.empty();
        if (frame.runningNanos() < openAt.getAsLong() - pausedBefore) return Optional.empty();
        boolean stoodStill = whole.last().filter(frame::stoodStillSince).isPresent();
        stretches = Stretch.plus(stretches, frame.of(SampleField.NANOS), stoodStill);
        whole = whole.plus(frame);
        interval = interval.plus(frame);
        // One frame alone is no stretch of time, however short the time asked for.
        closed = lasted(whole) > 0 && lasted(whole) >= durationNanos - HALF_FRAME_NANOS;
        if (!closed && lasted(interval) < intervalNanos - HALF_FRAME_NANOS) return Optional.empty();
        RunWindow complete = interval;
        interval = interval.cut();
        return Optional.of(complete);
    }

    void status(RunStatus status) {
        if (status.transport().isPresent()) transport = status.transport();
        pid = status.pid();
        log = status.log();
    }

    /** @param words something found out about the run, such as the parties of a deadlock */
    public void note(String words) {
        note = Optional.of(words);
    }

    /** The CPUs of it and of the server that it asks are chosen. */
    public void place(Placed where) {
        placed = Optional.of(where);
    }

    /** Empty unless CPUs were chosen for it and a server that is not ours. */
    public Optional<Placed> placed() {
        return placed;
    }

    /** The cost of a request to the server that it asked, while it was measured. */
    public void cost(ServerCost cost) {
        server = Optional.of(cost);
    }

    /** The server that it asked was looked at, and the cost of a request is not known for all that. */
    public void costUnseen(String why) {
        serverUnseen = Optional.of(why);
    }

    /** The reason for that; empty where nobody looked. */
    public Optional<String> serverUnseen() {
        return serverUnseen;
    }

    /** Empty where it asked our own service, or the server's processes are not known. */
    public Optional<ServerCost> server() {
        return server;
    }

    /** Of its process; empty before it has one. */
    public OptionalLong pid() {
        return pid;
    }

    void ended(Phase phase, Optional<String> reason) {
        ended = true;
        if (phase == Phase.FAILED) failure = Optional.of(reason.orElse("failed"));
    }

    /** @param name of the signal that ended it before its time */
    void cutShort(String name) {
        if (!complete()) signal = Optional.of(name);
    }

    /** An interval's result was left out, since what came before it was not read. */
    public void intervalDropped() {
        intervalsDropped++;
    }

    void fail(String why) {
        if (failure.isEmpty()) failure = Optional.of(why);
    }

    private static long lasted(RunWindow window) {
        return window.last().orElseThrow().of(SampleField.NANOS)
                - window.first().orElseThrow().of(SampleField.NANOS);
    }

    /** Of all frames, those after what was measured included: since it began. */
    public RunReadings wholeRun() {
        return last.map(frame -> RunWindow.EMPTY.plus(frame))
                .orElse(RunWindow.EMPTY)
                .readings();
    }

    /** The stretch that was measured: from the opening to the close, or to the newest frame. */
    public RunWindow whole() {
        return whole;
    }

    /** The parts of that stretch in which the worker did not stand still. */
    public List<Stretch> stretches() {
        return stretches;
    }

    public RunReadings readings() {
        return whole.readings();
    }

    /** The newest frame of all, the last one of a worker at rest included. */
    public Optional<Frame> last() {
        return last;
    }

    /** The way of its input and output; empty if it does none. */
    public Optional<String> transport() {
        return transport;
    }

    /** The signal that ended it before its time. */
    public Optional<String> signal() {
        return signal;
    }

    public long intervalsDropped() {
        return intervalsDropped;
    }

    /** The newest remark about it. */
    public Optional<String> note() {
        return note;
    }

    boolean running() {
        return last.filter(frame -> frame.of(SampleField.COMPLETED) > 0).isPresent();
    }

    /** True if there is nothing left to measure. */
    public boolean complete() {
        return closed || ended;
    }

    /** True if its process is among those, while there is something left to measure. */
    boolean waitsFor(LongPredicate processes) {
        return !complete() && pid.isPresent() && processes.test(pid.getAsLong());
    }

    boolean over() {
        return ended;
    }

    /** True if there is a stretch of time that numbers can be of. */
    public boolean measured() {
        return whole.last().isPresent() && lasted(whole) > 0;
    }

    /** Why it did not go as it should have. */
    public Optional<String> failure() {
        if (failure.isPresent()) return failure;
        Optional<String> wrong = last.flatMap(frame -> new Verification(frame).full());
        if (wrong.isPresent() || running() || signal.isPresent()) return wrong;
        return Optional.of("no task ended" + Verification.insteadFailed(last));
    }

    /** The same, and where more is to be read: the reason of a crash names it itself. */
    public Optional<String> failureAndLog() {
        return failure()
                .map(why -> why
                        + log.filter(file -> failure.isPresent() && !why.contains(file))
                                .map(file -> "; its words: " + file)
                                .orElse(""));
    }

    /** True if the reason of its failure was told when it failed. */
    public boolean toldWhy() {
        return failure.isPresent();
    }

    /** True if it went on to its end, but not all that was to be seen was seen. */
    public boolean unverified() {
        return failure.isEmpty() && verified() == Verdict.NO;
    }

    public Verdict verified() {
        return Verification.of(last, failure.isEmpty(), measured());
    }
}
