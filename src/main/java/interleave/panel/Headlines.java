package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.spec.Load;
import interleave.spec.Proves.Question;
import interleave.spec.WorkloadInfo;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which run the headline is of, with which it is compared, and what has to be said besides. Pure. */
final class Headlines {
    private static final double FULL_PERCENT = 95;

    /** Of the run at hand, beside the one of its task that differs most; of what can be started while nothing runs. */
    static Headline of(State state, String micro) {
        Optional<Headline> alone = AloneWords.result(state, micro);
        if (alone.isPresent()) return alone.get();
        Scene scene = state.shown();
        List<Evidence> all = evidence(scene, micro);
        Optional<Evidence> focus = focus(all, state);
        if (focus.isEmpty() && !state.view().ofWorkloads() && !state.anyLive())
            return words(Invitation.ofTheMachine(scene));
        if (focus.isEmpty()) return words(Invitation.words(scene, state.setup().readOnly()));
        Optional<Evidence> rival = Rivals.of(focus.get(), all);
        if (rival.isPresent()) {
            Headline pair = Answers.pair(focus.get(), rival.get());
            return pair.with(caution(scene, focus.get(), rival.get()));
        }
        Headline single = Answers.alone(focus.get());
        Optional<Evidence> other = Rivals.unlike(focus.get(), all);
        if (other.isPresent()) return single.with(" " + unlike(focus.get(), other.get()));
        if (held(scene) && focus.get().live()) return single.with(HELD);
        return state.setup().readOnly() ? single : single.with(next(scene, focus.get()));
    }

    private static final String HELD = " A CPU quota holds back: run-queue wait is the quota's.";

    private Headlines() {}

    private static Headline words(List<String> sentences) {
        return new Headline(sentences, "", "");
    }

    private static List<Evidence> evidence(Scene scene, String micro) {
        List<Evidence> all = new ArrayList<>();
        for (int i = 0; i < scene.slots().size(); i++) {
            WorkloadCell cell = scene.slots().get(i);
            if (cell.run().isEmpty()) continue;
            Evidence each = Evidence.of(i, cell, scene.nanos(), micro);
            if (each.speaks()) all.add(each);
        }
        return all;
    }

    /** The selected one, which is the one just started or changed; else the newest of its task; else the newest. */
    private static Optional<Evidence> focus(List<Evidence> all, State state) {
        if (all.isEmpty()) return Optional.empty();
        for (Evidence each : all) if (each.place() == state.selected()) return Optional.of(each);
        String task =
                state.selectedSlot().map(cell -> cell.info().workload().task()).orElse("");
        Optional<Evidence> newest = Optional.empty();
        for (Evidence each : all) {
            boolean ofIt = each.workload().task().equals(task);
            boolean before =
                    newest.isPresent() && newest.get().workload().task().equals(task);
            if (newest.isEmpty() || ofIt && !before || ofIt == before && later(each, newest.get()))
                newest = Optional.of(each);
        }
        return newest;
    }

    private static boolean later(Evidence one, Evidence other) {
        if (one.live() != other.live()) return one.live();
        return one.run().status().sinceNanos() > other.run().status().sinceNanos();
    }

    private static String unlike(Evidence one, Evidence other) {
        return "Not compared with " + other.model() + ": " + load(other.load()) + " against " + load(one.load()) + ".";
    }

    private static String load(Load load) {
        return load instanceof Load.Open ? Paint.load(load, 0) : Paint.load(load);
    }

    /** Numbers of runs that take each other's cores are true, but not the best that each could do. */
    private static String caution(Scene scene, Evidence one, Evidence other) {
        if (!one.live() && !other.live()) return "";
        if (held(scene)) return HELD;
        boolean full = scene.readings().of(HostMetrics.BUSY_PERCENT).orElse(0) >= FULL_PERCENT;
        return one.live() && other.live() && full ? " The cores are full: they slow each other." : "";
    }

    /** Whom a quota holds back the kernel counts as waiting for a CPU, on idle CPUs too, and not as runnable. */
    private static boolean held(Scene scene) {
        return scene.readings().of(HostMetrics.THROTTLED_PERCENT).orElse(0) >= 1;
    }

    /** The workload to start beside it: of the same task, the one most unlike it. */
    private static String next(Scene scene, Evidence one) {
        for (WorkloadCell cell : scene.slots()) {
            WorkloadInfo info = cell.info();
            if (Invitation.startable(cell)
                    && cell.run().isEmpty()
                    && info.workload().task().equals(one.workload().task())
                    && farFrom(scene, one, info))
                return " Press " + cell.key().orElseThrow() + " for " + info.workload() + " beside it.";
        }
        return "";
    }

    /** The pair that teaches most: few threads against many, the baseline against all; else any pair. */
    private static boolean farFrom(Scene scene, Evidence one, WorkloadInfo other) {
        if (one.proves().question() == Question.SPEED_UP) return true;
        boolean many = one.cell().info().threadPerTask();
        if (many != other.threadPerTask()) return true;
        for (WorkloadCell cell : scene.slots())
            if (Invitation.startable(cell)
                    && cell.info().workload().task().equals(one.workload().task())
                    && cell.info().threadPerTask() != many) return false;
        return true;
    }
}
