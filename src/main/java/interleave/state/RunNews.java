package interleave.state;

import interleave.metric.Timeline;
import interleave.run.Frame;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.WorkMetrics;
import interleave.spec.Proves.Question;
import interleave.spec.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The changes that news of runs make to the scene. Pure. */
final class RunNews {
    /** Under its settings a run has to go on for so long to be a step. */
    private static final double LEAST_STEP_SECONDS = 2;

    private RunNews() {}

    static Scene on(Scene scene, RunEvent news) {
        if (news instanceof RunEvent.Changed(RunStatus status)) return changed(scene, status);
        if (news instanceof RunEvent.Reported(RunId id, Frame frame)) return scene.changed(id, run -> run.plus(frame));
        if (news instanceof RunEvent.Noted(RunId id, String words)) return scene.said(id, words);
        throw new MatchException(null, null);
    }

    /** The words that the user has to be told; empty if the picture says it all. */
    static String remark(State state, RunEvent news) {
        if (news instanceof RunEvent.Changed(RunStatus status))
            return status.phase() == RunStatus.Phase.FAILED ? failure(status) : "";
        if (news instanceof RunEvent.Reported reported) return "";
        if (news instanceof RunEvent.Noted(RunId id, String words)) return told(state, id) ? "" : words;
        throw new MatchException(null, null);
    }

    /**
     * True if it is told elsewhere: if the headline counts it, as that of the selected run or the one beside it, and of
     * any run but for the first. There is one a second of them, so that its words would never give the headline its
     * place back, nor the keys theirs.
     */
    private static boolean told(State state, RunId id) {
        if (state.scene().proves(id) != Question.DEADLOCKS) return false;
        boolean counted = state.view().ofWorkloads()
                && state.selectedSlot()
                        .filter(cell -> cell.live() && cell.info().proves().question() == Question.DEADLOCKS)
                        .isPresent();
        return counted || remarked(state, id);
    }

    private static boolean remarked(State state, RunId id) {
        for (WorkloadCell cell : state.scene().slots())
            if (cell.run().isPresent() && cell.run().get().status().id().equals(id))
                return cell.remark().isPresent();
        return false;
    }

    private static String failure(RunStatus status) {
        return status.workload() + " failed: " + status.reason().orElse("no reason is known");
    }

    /** A run that has been asked for is there at once, so that its key stops it even before the first news of it. */
    static Scene started(Scene scene, Event.Started started) {
        if (scene.run(started.id()).isPresent()) return scene;
        return changed(
                scene,
                new RunStatus(
                        started.id(),
                        started.spec(),
                        false,
                        RunStatus.Phase.STARTING,
                        scene.nanos(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static List<WorkloadCell> cut(List<WorkloadCell> slots, Timeline time) {
        List<WorkloadCell> next = new ArrayList<>();
        for (WorkloadCell slot : slots)
            next.add(slot.live() ? slot.with(slot.run().get().cut(time)) : slot);
        return List.copyOf(next);
    }

    static List<RunView> cutRuns(List<RunView> runs, Timeline time) {
        List<RunView> next = new ArrayList<>();
        for (RunView run : runs) next.add(run.cut(time));
        return List.copyOf(next);
    }

    private static Scene changed(Scene scene, RunStatus status) {
        Optional<RunView> known = scene.run(status.id());
        Scene kept =
                known.isPresent() && known.get().live() && otherwise(known.get().status(), status)
                        ? stepped(scene, known.get())
                        : scene;
        return changed(kept, known, status);
    }

    /** Keeps as a step the results of a run under its old settings, if they held long enough; it begins anew. */
    private static Scene stepped(Scene scene, RunView run) {
        Totals step = run.totals();
        boolean some = step.readings().of(WorkMetrics.ELAPSED_S).orElse(0) >= LEAST_STEP_SECONDS;
        Scene kept = some && !run.status().service() ? scene.withEnded(step) : scene;
        return kept.changed(run.status().id(), RunView::begun);
    }

    private static Scene changed(Scene scene, Optional<RunView> known, RunStatus status) {
        Scene next = known.isPresent()
                ? scene.changed(status.id(), run -> run.with(status))
                : placed(scene, RunView.of(status, scene.tick()));
        if (!status.service() && !status.id().ofLab()) next = marked(next, known, status);
        boolean over = !status.phase().live() && (known.isEmpty() || known.get().live());
        if (!over) return next;
        if (!status.service() && !status.id().ofLab())
            next = ended(next, next.run(status.id()).orElseThrow().totals());
        return next.withOthers(next.others().stream().filter(RunView::live).toList());
    }

    /** Its results are kept, and stand in its cell until there are others. */
    private static Scene ended(Scene scene, Totals totals) {
        Scene next = scene.withEnded(totals);
        int index = slotOf(next, totals.status().workload());
        return index < 0 ? next : next.withSlot(index, next.slots().get(index).ended(totals));
    }

    private static Scene marked(Scene scene, Optional<RunView> known, RunStatus status) {
        if (known.isEmpty()) return working(status) ? scene.marked(Marks.Kind.STARTED) : scene;
        RunStatus before = known.get().status();
        Scene next = otherwise(before, status) ? scene.marked(Marks.Kind.CHANGED) : scene;
        return working(before) && !working(status) ? next.marked(Marks.Kind.ENDED) : next;
    }

    /** True if it runs under other settings now. */
    private static boolean otherwise(RunStatus before, RunStatus now) {
        return !before.load().equals(now.load())
                || !before.spec().knobs().equals(now.spec().knobs());
    }

    /** True if it is neither over nor told to end. */
    private static boolean working(RunStatus status) {
        return status.phase().live() && status.phase() != RunStatus.Phase.STOPPING;
    }

    /** A new run takes its workload's line; the one before it goes on beside, if it does. */
    private static Scene placed(Scene scene, RunView run) {
        int index = run.status().service() ? -1 : slotOf(scene, run.status().workload());
        List<RunView> others = new ArrayList<>(scene.others());
        if (index < 0) {
            others.add(run);
            return scene.withOthers(others);
        }
        WorkloadCell slot = scene.slots().get(index);
        slot.run().filter(RunView::live).ifPresent(others::add);
        return scene.withOthers(others).withSlot(index, slot.with(run));
    }

    private static int slotOf(Scene scene, Workload workload) {
        for (int i = 0; i < scene.slots().size(); i++)
            if (scene.slots().get(i).info().workload().equals(workload)) return i;
        return -1;
    }
}
