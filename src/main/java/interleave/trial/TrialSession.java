package interleave.trial;

import interleave.run.Frame;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import interleave.run.Verification;
import interleave.spec.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * A headless run of one or more workloads at the same time, as a function of the supervisor's news. The measuring
 * begins for all of them when the warm-up of the slowest to start is over. Used by one thread.
 */
public final class TrialSession {
    /** The signals that end a command, by number (signal(7)); a terminal sends them to a whole group. */
    private static final Map<Integer, String> ENDING = Map.of(1, "SIGHUP", 2, "SIGINT", 15, "SIGTERM");

    /** Is told of results as they come. */
    public interface Listener {
        /** The warm-up is over, and with this the measuring begins, if its end is not set beforehand. */
        default void settled() {}

        void interval(Measurement run, RunWindow window);

        /** A line for people: something found out about a run, a log that cannot be written. */
        void remark(String words);

        /** A run has failed: why, and where more is to be read. Told once for all that fail alike. */
        void failed(Workload workload, String why);

        /** Nothing is left to measure: the runs are to be stopped. */
        void measured();
    }

    private final TrialPlan plan;
    private final Map<RunId, Measurement> runs;
    private final Listener listener;
    private final LongFunction<OptionalLong> compilers;
    private final Set<String> said = new HashSet<>();

    /** The last news of runs that died of a signal which may be on its way to this process as well. */
    private final Map<Measurement, RunStatus> doubts = new LinkedHashMap<>();

    private final Map<Measurement, Settled> settled = new HashMap<>();
    private OptionalLong openAt = OptionalLong.empty();
    private OptionalLong warmSince = OptionalLong.empty();
    private boolean stopping;

    /** Of a plan whose warm-up takes as long as it is told. */
    public TrialSession(TrialPlan plan, Map<RunId, Measurement> runs, Listener listener) {
        this(plan, runs, listener, pid -> OptionalLong.empty());
    }

    /** @param compilers the CPU time in nanoseconds that a process's compilers have taken */
    TrialSession(
            TrialPlan plan, Map<RunId, Measurement> runs, Listener listener, LongFunction<OptionalLong> compilers) {
        this.compilers = compilers;
        this.plan = plan;
        this.runs = new LinkedHashMap<>(runs);
        this.listener = listener;
    }

    public void on(RunEvent event) {
        switch (event) {
            case RunEvent.Changed(RunStatus status) -> known(status.id()).ifPresent(run -> changed(run, status));
            case RunEvent.Reported(RunId id, Frame frame) -> known(id).ifPresent(run -> reported(run, frame));
            case RunEvent.Noted(RunId id, String words) -> {
                known(id).ifPresent(run -> run.note(words));
                listener.remark(words);
            }
        }
    }

    /**
     * Ends it before its time.
     *
     * @param signal the name of what asks for that
     */
    public void interrupt(String signal) {
        if (!stopping) runs.values().forEach(run -> run.cutShort(signal));
        endDoubts();
        stop();
    }

    /** True while a run has died of a signal that may yet ask for the end of all: {@link #interrupt} says so. */
    public boolean doubts() {
        return !doubts.isEmpty();
    }

    /** No signal came that explains the death of a run: it has failed. */
    public void endDoubts() {
        Map<Measurement, RunStatus> settled = new LinkedHashMap<>(doubts);
        doubts.clear();
        settled.forEach(this::ended);
    }

    /**
     * Gives up on runs that have not got as far as they should by now; not on any while one stands still, since a long
     * pause is no failure.
     *
     * @param standsStill whether a process has been stopped or frozen
     */
    public void overdue(LongPredicate standsStill) {
        endDoubts();
        if (!stopping && runs.values().stream().anyMatch(run -> run.waitsFor(standsStill))) return;
        if (!stopping) runs.values().stream().filter(run -> !run.complete()).forEach(this::giveUp);
        stop();
    }

    /** The most that a run has stood still: by so much is everything later. */
    public long pausedNanos() {
        return runs.values().stream()
                .flatMap(run -> run.last().stream())
                .mapToLong(frame -> frame.of(SampleField.PAUSED_NANOS))
                .max()
                .orElse(0);
    }

    private void giveUp(Measurement run) {
        String why =
                run.running() ? "it has gone silent" : "no task ended in time" + Verification.insteadFailed(run.last());
        run.fail(why);
        failed(run.workload, why);
    }

    /** True if every run has ended. */
    public boolean over() {
        return runs.values().stream().allMatch(Measurement::over);
    }

    public List<Measurement> runs() {
        return List.copyOf(runs.values());
    }

    /** True if every run has completed a task, so that the warm-up has begun. */
    public boolean opened() {
        return openAt.isPresent();
    }

    private Optional<Measurement> known(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    private void changed(Measurement run, RunStatus status) {
        run.status(status);
        if (status.phase().live() || run.over()) return;
        if (!stopping && endingSignal(status).isPresent()) doubts.putIfAbsent(run, status);
        else ended(run, status);
    }

    private static Optional<String> endingSignal(RunStatus status) {
        return status.diedOf().isPresent()
                ? Optional.ofNullable(ENDING.get(status.diedOf().getAsInt()))
                : Optional.empty();
    }

    /** A run that died of the signal that cut it short has not failed: one to a group reaches its processes in turn. */
    private void ended(Measurement run, RunStatus status) {
        boolean cutShort = run.signal().isPresent() && run.signal().equals(endingSignal(status));
        run.ended(cutShort ? RunStatus.Phase.ENDED : status.phase(), status.reason());
        if (!cutShort && status.phase() == RunStatus.Phase.FAILED) {
            failed(status.workload(), run.failureAndLog().orElseThrow());
        }
        stopIfComplete();
    }

    /** Tells a failure; one of a thing that several need, for all of them alike. */
    private void failed(Workload workload, String why) {
        if (said.add(why)) listener.failed(workload, why);
    }

    private void reported(Measurement run, Frame frame) {
        run.frame(frame, openAt).ifPresent(window -> listener.interval(run, window));
        if (openAt.isEmpty() && runs.values().stream().allMatch(other -> other.running() || other.over())) {
            openAt = plan.untilSettled() ? settle(run, frame) : OptionalLong.of(frame.of(SampleField.NANOS) + warmup());
            if (plan.untilSettled() && openAt.isPresent()) listener.settled();
            run.frame(frame, openAt);
        }
        stopIfComplete();
    }

    private long warmup() {
        return plan.warmup().toNanos();
    }

    /** The measuring begins with this frame if all runs have settled by now, or the longest warm-up is over. */
    private OptionalLong settle(Measurement run, Frame frame) {
        if (warmSince.isEmpty()) warmSince = OptionalLong.of(frame.of(SampleField.NANOS));
        settled.computeIfAbsent(run, each -> new Settled(Settled.NEARLY_QUIET)).frame(frame, compiling(run, frame));
        boolean all = runs.values().stream()
                .allMatch(each -> each.over()
                        || settled.containsKey(each) && settled.get(each).is());
        boolean late = frame.of(SampleField.NANOS) - warmSince.getAsLong() >= warmup();
        return all || late ? OptionalLong.of(frame.of(SampleField.NANOS)) : OptionalLong.empty();
    }

    /** As the worker tells it in the instant of the frame, or else as it is now. */
    private OptionalLong compiling(Measurement run, Frame frame) {
        if (frame.has(SampleField.COMPILER_NANOS)) return OptionalLong.of(frame.of(SampleField.COMPILER_NANOS));
        return run.pid().isPresent() ? compilers.apply(run.pid().getAsLong()) : OptionalLong.empty();
    }

    private void stopIfComplete() {
        if (runs.values().stream().allMatch(Measurement::complete)) stop();
    }

    private void stop() {
        if (stopping) return;
        stopping = true;
        listener.measured();
    }
}
