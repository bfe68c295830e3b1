package interleave.panel;

import static interleave.metric.HostMetrics.BLOCKED;
import static interleave.metric.HostMetrics.OS_THREADS;
import static interleave.metric.HostMetrics.RUNNABLE;
import static interleave.metric.HostMetrics.THROTTLED_PERCENT;
import static interleave.metric.Reading.Why.UNSUPPORTED;
import static interleave.run.SampleField.CARRIERS;
import static interleave.run.SampleField.MOUNTED;
import static interleave.run.SampleField.PARALLELISM;
import static interleave.run.SampleField.QUEUED;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.run.Frame;
import interleave.run.StateMetrics;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.WorkloadCell;

/** Threads of the machine and of the runs, and the virtual ones with the threads that carry them. */
final class ThreadsPanel implements Panel {
    private static final int LINES = 7;
    private static final double LEAST_SCALE = 5;
    /** Lines of words, graph and time from which on the time has one. */
    private static final int WITH_AXIS = 5;
    /** From here on there is room for all words of it beside a number. */
    private static final int HELD_WIDE = 24;

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        Paint.line(canvas, 0, "OS threads", scene.readings().of(OS_THREADS), Format.COUNT);
        Paint.line(canvas, 1, "in runs", Paint.sum(scene, WorkloadColumn.OS_THREADS), Format.COUNT);
        boolean held = scene.readings().of(THROTTLED_PERCENT).orElse(0) >= 1;
        String runnable = !held ? "runnable" : canvas.columns() < HELD_WIDE ? "run, not held" : "runnable, not held";
        Paint.line(canvas, 2, runnable, scene.readings().of(RUNNABLE), Format.COUNT);
        Paint.line(canvas, 3, "blocked", scene.readings().of(BLOCKED), Format.COUNT);
        Paint.line(canvas, 4, "virtual", Paint.sum(scene, WorkloadColumn.VIRTUAL), Format.COUNT);
        carriers(scene, canvas);
        int room = canvas.rows() - LINES - 1;
        int[] lines = scene.lines();
        int runs = Math.min(lines.length, room);
        int graph = room - runs - 1;
        if (runs > 0) runs(state, lines, canvas.clip(new Rect(0, LINES + 1, canvas.columns(), runs)));
        if (graph > 2) runnable(scene, canvas.clip(new Rect(0, canvas.rows() - graph, canvas.columns(), graph)));
    }

    private static void carriers(Scene scene, Canvas canvas) {
        long mounted = 0;
        long carriers = 0;
        long pool = 0;
        long queued = 0;
        for (WorkloadCell slot : scene.slots()) {
            if (!slot.live()) continue;
            RunView run = slot.run().orElseThrow();
            if (!run.readings().of(StateMetrics.CARRIERS).present()) continue;
            Frame frame = run.frame().orElseThrow();
            if (!frame.has(CARRIERS)) continue;
            mounted += frame.of(MOUNTED);
            carriers += frame.of(PARALLELISM);
            pool += frame.of(CARRIERS);
            queued += frame.of(QUEUED);
        }
        Reading none = Reading.absent(UNSUPPORTED, "no run has virtual threads");
        canvas.text(0, 5, "mounted", Ink.FAINT);
        if (carriers > 0) canvas.right(canvas.columns(), 5, mounted(mounted, carriers, pool), Ink.STRONG);
        else Paint.number(canvas, canvas.columns(), 5, none, Format.COUNT, Ink.STRONG);
        Paint.line(canvas, 6, "queued", carriers > 0 ? Reading.of(queued) : none, Format.COUNT);
    }

    /** With the pool where it is larger: mounted leaves out what a further thread makes up for, as a read of a file. */
    static String mounted(long mounted, long carriers, long pool) {
        String of = mounted + " of " + carriers;
        return pool > carriers ? of + ", pool " + pool : of;
    }

    /**
     * A line for each workload, at the same place whether it runs or not; for those that run, where that has no room.
     */
    private static void runs(State state, int[] lines, Canvas canvas) {
        Scene scene = state.shown();
        boolean all = canvas.rows() >= lines.length;
        int row = 0;
        for (int i : lines) {
            WorkloadCell slot = scene.slots().get(i);
            boolean live = slot.live();
            if (!all && !live) continue;
            canvas.put(0, row, Paint.key(slot, state.setup().readOnly()), live ? Paint.run(i) : Ink.FAINT);
            String name = RunWords.name(
                    slot.info().workload(),
                    canvas.columns() - 8,
                    canvas.symbols().ellipsis());
            canvas.text(2, row, name, live ? Ink.PLAIN : Ink.FAINT);
            if (live) counts(slot.run().orElseThrow(), canvas, row, 3 + name.length());
            row++;
        }
    }

    private static void counts(RunView run, Canvas canvas, int row, int from) {
        Paint.number(
                canvas, canvas.columns(), row, run.readings().of(StateMetrics.OS_THREADS), Format.COUNT, Ink.STRONG);
        String virtual = run.readings().of(StateMetrics.VIRTUAL_THREADS) instanceof Reading.Value(double count)
                ? Numbers.count(count) + " virtual"
                : "";
        int end = canvas.columns() - 6;
        if (end - virtual.length() >= from) canvas.right(end, row, virtual, Ink.FAINT);
    }

    private static void runnable(Scene scene, Canvas canvas) {
        History history = scene.trends().runnable();
        long step = scene.trends().time().stepNanos();
        Scale scale = Scale.of(history, history.size(), LEAST_SCALE, step);
        int column = canvas.text(0, 0, "runnable, ", Ink.FAINT);
        canvas.text(column, 0, scale.words("", canvas.columns() - column), Ink.FAINT);
        int axis = canvas.rows() >= WITH_AXIS ? 1 : 0;
        Canvas graph = canvas.clip(new Rect(0, 1, canvas.columns(), canvas.rows() - 1 - axis));
        if (axis > 0) TimeAxis.draw(canvas, canvas.rows() - 1, canvas.columns() - 1, step);
        Graph.draw(graph, new Plotted(history), scale.top(), Ink.GRAPH_MIDDLE);
        MarkSigns.onMachine(scene, graph, history);
    }
}
