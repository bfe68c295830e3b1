package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.run.RunStatus;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.spec.Knob;
import interleave.spec.Transport;
import interleave.spec.Workload;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.OptionalLong;

/** The standing of a run: as a sign, a word, an ink and an age. */
final class RunWords {
    static final String NOT_VERIFIED = "NOT VERIFIED";

    private RunWords() {}

    /**
     * A workload's name in at most {@code width} characters. Where that is too few, of its model is left what begins
     * it, and of its task what tells it from others, which is often its end: {@code co…lock/virtual}.
     */
    static String name(Workload workload, int width, char ellipsis) {
        if (workload.toString().length() <= width) return workload.toString();
        int forModel = Math.min(workload.model().length(), Math.max(0, width - 1) / 2);
        String model = Text.fit(workload.model(), forModel, ellipsis);
        int forTask = width - 1 - model.length();
        return forTask < 1
                ? Text.fit(workload.toString(), width, ellipsis)
                : task(workload.task(), forTask, ellipsis) + "/" + model;
    }

    private static String task(String task, int width, char ellipsis) {
        if (task.length() <= width) return task;
        int head = (width - 1) / 3;
        return task.substring(0, head) + ellipsis + task.substring(task.length() - (width - 1 - head));
    }

    static char mark(WorkloadCell slot, Symbols symbols) {
        if (slot.run().isEmpty()) return symbols.mark(Mark.IDLE);
        if (unverified(slot) && !failed(slot)) return symbols.mark(Mark.UNVERIFIED);
        return mark(slot.run().get().status().phase(), symbols);
    }

    static char mark(RunStatus.Phase phase, Symbols symbols) {
        return symbols.mark(
                switch (phase) {
                    case STARTING -> Mark.STARTING;
                    case RUNNING -> Mark.RUNNING;
                    case SILENT -> Mark.SILENT;
                    case STOPPING -> Mark.STOPPING;
                    case ENDED -> Mark.ENDED;
                    case FAILED -> Mark.FAILED;
                });
    }

    /** In 8 characters; but what is not verified has to be said in full. */
    static String state(WorkloadCell slot, Scene scene) {
        if (slot.run().isEmpty()) return slot.info().unavailable().isPresent() ? "not here" : "idle";
        if (unverified(slot) && !failed(slot)) return NOT_VERIFIED;
        OptionalLong left = slot.run().get().secondsLeft(scene.nanos());
        boolean running = slot.run().get().status().phase() == RunStatus.Phase.RUNNING;
        if (running && left.isPresent() && left.getAsLong() < 60) return "ends " + left.getAsLong() + "s";
        RunStatus.Phase phase = slot.run().get().status().phase();
        return phase == RunStatus.Phase.SILENT && crowded(scene) ? "starved" : state(phase);
    }

    /** True if there is no CPU to be had: then a run that says nothing is merely starved of it. */
    private static boolean crowded(Scene scene) {
        int cores = Math.max(1, scene.readings().cores().size());
        boolean held = scene.readings().of(HostMetrics.THROTTLED_PERCENT).orElse(0) >= 50;
        boolean full = scene.readings().of(HostMetrics.BUSY_PERCENT).orElse(0) >= 98
                && scene.readings().of(HostMetrics.RUNNABLE).orElse(0) > 2 * cores;
        return held || full;
    }

    static String state(RunStatus.Phase phase) {
        return switch (phase) {
            case STARTING -> "starting";
            case RUNNING -> "running";
            case SILENT -> "silent";
            case STOPPING -> "stopping";
            case ENDED -> "ended";
            case FAILED -> "failed";
        };
    }

    static Ink ink(WorkloadCell slot) {
        if (slot.run().isEmpty()) return Ink.FAINT;
        if (unverified(slot)) return Ink.BAD;
        return switch (slot.run().get().status().phase()) {
            case STARTING, STOPPING, SILENT -> Ink.NOTICE;
            case RUNNING -> Ink.GOOD;
            case ENDED -> Ink.FAINT;
            case FAILED -> Ink.BAD;
        };
    }

    /** Since when it stands so, as of the last tick; empty where nothing has happened yet. */
    static String age(WorkloadCell slot, long nanos) {
        if (slot.run().isEmpty() || nanos == 0) return "";
        return Numbers.age((nanos - slot.run().get().status().sinceNanos()) / 1_000_000_000);
    }

    static boolean failed(WorkloadCell slot) {
        return slot.run().isPresent() && slot.run().get().status().phase() == RunStatus.Phase.FAILED;
    }

    static boolean unverified(WorkloadCell slot) {
        return slot.run().isPresent() && slot.run().get().unproven().isPresent();
    }

    /** Of what runs need, its name in a word: {@code service}, or {@code client} of a run that serves. */
    static String helper(RunView run) {
        return run.status().workload().model();
    }

    /**
     * The settings under which it runs, or would be started; and for how long still. Last, since most else is more
     * often different, where: the monitor leaves that to the scheduler. Where there is less room, what is told
     * elsewhere is left out first.
     */
    static String settings(State state, WorkloadCell slot, Symbols symbols, int room) {
        OptionalLong left = slot.run().isEmpty()
                ? OptionalLong.empty()
                : slot.run().get().secondsLeft(state.shown().nanos());
        String stops = left.isEmpty() ? "" : "  stops in " + Numbers.age(left.getAsLong());
        String load = "load " + Paint.load(slot.load());
        String brief = "load " + Paint.load(slot.load(), 0);
        String knobs = knobs(slot, symbols, true);
        String free = "  CPUs free";
        String words = load + stops + knobs + free;
        if (words.length() > room) words = load + knobs + free;
        if (words.length() > room) words = brief + knobs + free;
        if (words.length() > room) words = brief + knobs;
        return words.length() > room ? brief + knobs(slot, symbols, false) : words;
    }

    private static String knobs(WorkloadCell slot, Symbols symbols, boolean whole) {
        String words = "";
        for (Knob knob : slot.info().knobs()) {
            if (knob.isOff(slot.value(knob))) continue;
            words += "  " + knob.title + " " + Paint.knob(knob, slot.value(knob), symbols);
            if (whole && knob == Knob.LOOPS) words += transport(slot);
        }
        if (whole && slot.spec().target().isPresent())
            words += "  target " + Text.cells(slot.spec().target().get().url());
        return words;
    }

    /** Of its event loops, once it has said so. */
    private static String transport(WorkloadCell slot) {
        return slot.run()
                .flatMap(run -> run.status().transport())
                .filter(said -> Transport.of(said).isPresent())
                .map(said -> " over " + said)
                .orElse("");
    }

    /** The ink of the sign of how a line's run stands: its own as long as all is well. */
    static Ink markInk(WorkloadCell slot, int index) {
        return slot.live() && !unverified(slot) ? Paint.run(index) : ink(slot);
    }
}
