package interleave.supervisor;

import interleave.run.RunStatus.Phase;
import interleave.spec.Knob;
import interleave.spec.Workload;
import interleave.wire.Order;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The HTTP service that runs share: it starts with the first that needs it, and ends with the last. One thread at a
 * time.
 */
final class SharedService {
    private static final Workload NAME = new Workload("http", "service");
    private static final String CALLED = "the HTTP service: ";

    private final Runs runs;
    private final Launch launch;
    private final Predicate<Workload> needsService;
    private Optional<SupervisedRun> current = Optional.empty();
    /** The time that it was told to wait before it answers, in microseconds; empty: as it was started. */
    private Optional<Long> latency = Optional.empty();

    SharedService(Runs runs, Launch launch, Predicate<Workload> needsService) {
        this.runs = runs;
        this.launch = launch;
        this.needsService = needsService;
    }

    boolean is(SupervisedRun run) {
        return current.filter(run::equals).isPresent();
    }

    boolean neededBy(SupervisedRun run) {
        return !run.service && run.spec.target().isEmpty() && needsService.test(run.workload);
    }

    /** Sees to it that it runs if a run needs it; where it cannot, the run has failed, and the answer is false. */
    boolean isThereFor(SupervisedRun run) {
        if (!neededBy(run)) return true;
        if (current.isEmpty()) {
            SupervisedRun started = runs.helper(NAME, launch.service());
            if (!started.phase.live()) {
                runs.fail(run, run.failsWith(started, CALLED));
                return false;
            }
            current = Optional.of(started);
            latency = Optional.empty();
        }
        Optional<Long> asked = Optional.ofNullable(run.spec.knobs().get(Knob.LATENCY));
        if (asked.isPresent()) runs.tuneService(asked.get());
        else if (latency.isPresent()) run.spec = run.spec.with(Knob.LATENCY, latency.get());
        return true;
    }

    /** From now on it waits so long before it answers, whoever asks. */
    void tune(long micros) {
        if (latency.filter(told -> told == micros).isPresent()) return;
        latency = Optional.of(micros);
        current.ifPresent(shared -> shared.send(new Order.Tune(Knob.LATENCY, micros)));
    }

    /** Where a run finds it: 0 if it does not need it, empty while it does not listen. */
    OptionalInt portFor(SupervisedRun run) {
        return neededBy(run) ? current.map(shared -> shared.port).orElse(OptionalInt.empty()) : OptionalInt.of(0);
    }

    /**
     * It ends by itself a second after the last run that needs it, as these do, whatever becomes of the monitor.
     * Without a limit of one of them it has none.
     */
    void limit(Collection<SupervisedRun> all, long now) {
        List<SupervisedRun> users =
                all.stream().filter(run -> run.wanted() && neededBy(run)).toList();
        if (current.isEmpty() || users.isEmpty()) return;
        boolean endless = users.stream().anyMatch(run -> run.endsAtNanos.isEmpty());
        OptionalLong until = endless
                ? OptionalLong.empty()
                : users.stream().mapToLong(run -> run.endsAtNanos.getAsLong()).max();
        current.get().outlives(until, now);
    }

    /** Something has ended: those that need the service if it was that; else it, if nobody needs it any more. */
    void ended(SupervisedRun run, Collection<SupervisedRun> all) {
        if (is(run)) down(run, all);
        else if (all.stream().noneMatch(other -> other.phase.live() && neededBy(other))) end();
    }

    private void down(SupervisedRun ended, Collection<SupervisedRun> all) {
        current = Optional.empty();
        // Its time was up, since that of all who need it was: their ends are on the way.
        if (ended.phase == Phase.ENDED) return;
        for (SupervisedRun run : List.copyOf(all))
            if (run.wanted() && neededBy(run)) runs.fail(run, run.failsWith(ended, CALLED));
    }

    private void end() {
        Optional<SupervisedRun> last = current.filter(SupervisedRun::wanted);
        if (last.isPresent()) current = Optional.empty();
        last.ifPresent(runs::endNow);
    }

    /** It listens. */
    boolean up(SupervisedRun run) {
        return is(run) && (run.phase == Phase.STARTING || run.phase == Phase.SILENT);
    }
}
