package interleave.state;

import interleave.metric.Closeup;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.run.RunId;
import interleave.run.RunReadings;
import interleave.spec.Proves;
import interleave.spec.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * All that is measured: what a pause of the view freezes. Immutable.
 *
 * @param slots one for each workload of the menu, in its order
 * @param others runs whose workload has been started again before they were over, and the shared service
 * @param ended what is over, runs and settings of runs, oldest first; the newest {@link #REMEMBERED}
 * @param marks what was started, changed and ended
 * @param terminalBytes written to the terminal up to this tick
 */
public record Scene(
        Readings readings,
        Trends trends,
        List<WorkloadCell> slots,
        List<RunView> others,
        List<Totals> ended,
        Marks marks,
        OptionalInt secondOfDay,
        long terminalBytes,
        Reading terminalBytesPerSecond) {
    static final int REMEMBERED = 50;

    public long nanos() {
        return readings.nanos();
    }

    /** The slot of time after the newest. */
    public long tick() {
        return trends.time().slot() + 1;
    }

    /**
     * The lines of the table: the workloads with a key, and all others that have a run; by their places in the menu.
     */
    public int[] lines() {
        int[] lines = new int[slots.size()];
        int count = 0;
        for (int i = 0; i < slots.size(); i++)
            if (slots.get(i).key().isPresent() || slots.get(i).run().isPresent()) lines[count++] = i;
        return Arrays.copyOf(lines, count);
    }

    /** The helpers of runs, as long as they go on: the shared service, and clients of runs that serve. */
    public List<RunView> helpers() {
        List<RunView> helpers = new ArrayList<>();
        for (RunView run : others) if (run.status().service() && run.live()) helpers.add(run);
        return helpers;
    }

    /** The totals of all runs but the service's, those that go on last, in the order in which they began. */
    public List<Totals> totals() {
        List<RunView> living = new ArrayList<>();
        for (RunView run : others) if (run.live() && !run.status().service()) living.add(run);
        for (WorkloadCell slot : slots) if (slot.live()) living.add(slot.run().orElseThrow());
        if (living.size() > 1)
            living.sort(Comparator.comparingLong(RunView::beganNanos)
                    .thenComparingInt(run -> run.status().id().number()));
        List<Totals> all = new ArrayList<>(ended);
        for (RunView run : living) all.add(run.totals());
        all.removeIf(totals -> totals.status().id().ofLab());
        return all;
    }

    /** Without the lab's own runs, as when it goes on to its next repetition. */
    Scene withoutLab() {
        List<WorkloadCell> next = new ArrayList<>();
        for (WorkloadCell slot : slots) next.add(ofLab(slot.run()) ? slot.withoutRun() : slot);
        List<RunView> rest = new ArrayList<>();
        for (RunView run : others) if (!run.status().id().ofLab()) rest.add(run);
        return withSlots(next).withOthers(rest);
    }

    private static boolean ofLab(Optional<RunView> run) {
        return run.isPresent() && run.get().status().id().ofLab();
    }

    Scene with(Trends next) {
        return new Scene(
                readings, next, slots, others, ended, marks, secondOfDay, terminalBytes, terminalBytesPerSecond);
    }

    Scene with(Closeup closeup) {
        return new Scene(
                readings.with(closeup),
                trends,
                slots,
                others,
                ended,
                marks,
                secondOfDay,
                terminalBytes,
                terminalBytesPerSecond);
    }

    Scene withSlot(int index, WorkloadCell slot) {
        List<WorkloadCell> next = new ArrayList<>(slots);
        next.set(index, slot);
        return with(List.copyOf(next), others, ended, marks);
    }

    Scene withSlots(List<WorkloadCell> next) {
        return with(List.copyOf(next), others, ended, marks);
    }

    Scene withOthers(List<RunView> next) {
        return with(slots, List.copyOf(next), ended, marks);
    }

    Scene withEnded(Totals totals) {
        List<Totals> next = new ArrayList<>(ended);
        next.add(totals);
        if (next.size() > REMEMBERED) next.removeFirst();
        return with(slots, others, List.copyOf(next), marks);
    }

    /** True if the table has a run that is over. */
    boolean anyOver() {
        for (WorkloadCell slot : slots) if (slot.run().isPresent() && !slot.live()) return true;
        return false;
    }

    /** Without the runs that are over; their totals are kept. */
    Scene cleared() {
        List<WorkloadCell> next = new ArrayList<>();
        for (WorkloadCell slot : slots) next.add(slot.live() ? slot : slot.withoutRun());
        return withSlots(next);
    }

    Scene marked(Marks.Kind kind) {
        return with(slots, others, ended, marks.plus(kind, tick()));
    }

    private Scene with(
            List<WorkloadCell> nextSlots, List<RunView> nextOthers, List<Totals> nextEnded, Marks nextMarks) {
        return new Scene(
                readings,
                trends,
                nextSlots,
                nextOthers,
                nextEnded,
                nextMarks,
                secondOfDay,
                terminalBytes,
                terminalBytesPerSecond);
    }

    Optional<RunView> run(RunId id) {
        for (WorkloadCell slot : slots)
            if (slot.run().isPresent() && is(slot.run().get(), id)) return slot.run();
        for (RunView run : others) if (is(run, id)) return Optional.of(run);
        return Optional.empty();
    }

    /** Those of a run that is shown; as yet none of another. */
    public RunReadings readings(RunId id) {
        Optional<RunView> run = run(id);
        return run.isPresent() ? run.get().readings() : RunView.NONE_YET;
    }

    /** The scene with a run changed, wherever it stands. */
    Scene changed(RunId id, UnaryOperator<RunView> change) {
        for (int i = 0; i < slots.size(); i++) {
            Optional<RunView> run = slots.get(i).run();
            if (run.isPresent() && is(run.get(), id))
                return withSlot(i, slots.get(i).with(change.apply(run.get())));
        }
        List<RunView> next = new ArrayList<>();
        for (RunView run : others) next.add(is(run, id) ? change.apply(run) : run);
        return withOthers(next);
    }

    /** The question that a run is there to answer; its cost if it is none of the table's. */
    Proves.Question proves(RunId id) {
        for (WorkloadCell slot : slots)
            if (slot.run().isPresent() && is(slot.run().get(), id))
                return slot.info().proves().question();
        return Proves.Question.COST;
    }

    /** The thing that runs of a workload are there to prove; their cost if it is none of the table's. */
    public Proves proves(Workload workload) {
        for (WorkloadCell slot : slots)
            if (slot.info().workload().equals(workload)) return slot.info().proves();
        return Proves.COST;
    }

    /** The scene with a remark of a run's kept beside it. */
    Scene said(RunId id, String words) {
        for (int i = 0; i < slots.size(); i++) {
            Optional<RunView> run = slots.get(i).run();
            if (run.isPresent() && is(run.get(), id))
                return withSlot(i, slots.get(i).saying(words, nanos()));
        }
        return this;
    }

    private static boolean is(RunView run, RunId id) {
        return run.status().id().number() == id.number();
    }
}
