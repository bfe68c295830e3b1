package interleave.panel;

import interleave.metric.Reading;
import interleave.run.Figure;
import interleave.run.Frame;
import interleave.run.Latency;
import interleave.run.OpenRates;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The numbers of a run: its latencies, then in pairs of label and number all else that there is room for. */
final class RunFigures {
    private static final int WIDTH = 31;
    private static final int GAP = 2;
    private static final int FIRST_END = 18;
    private static final int PITCH = 9;
    private static final String[] HEADS = {"p50", "p90", "p99", "p99.9", "max"};

    private record Line(String label, Reading reading, Format format) {}

    private RunFigures() {}

    static void draw(RunView run, Canvas canvas) {
        String samples = Numbers.count(run.rates().response().samples());
        canvas.text(0, 0, samples + (samples.equals("1") ? " task" : " tasks"), Ink.FAINT);
        for (int i = 0; i < HEADS.length; i++) canvas.right(FIRST_END + i * PITCH, 0, HEADS[i], Ink.FAINT);
        latency(canvas, 1, "response", run.rates().response());
        latency(canvas, 2, "service", run.rates().service());
        int above = canvas.rows() > 7 ? 4 : 3;
        Canvas below = canvas.clip(new Rect(0, above, canvas.columns(), canvas.rows() - above));
        List<Line> lines = lines(run);
        for (int i = 0; i < Math.min(lines.size(), 2 * below.rows()); i++)
            line(lines.get(i), below, i / 2, i % 2 * (WIDTH + GAP));
    }

    private static void latency(Canvas canvas, int row, String label, Latency latency) {
        canvas.text(0, row, label, Ink.FAINT);
        Reading[] all = {latency.p50(), latency.p90(), latency.p99(), latency.p999(), latency.max()};
        double[] above = {0.5, 0.1, 0.01, 0.001, 1};
        for (int i = 0; i < all.length; i++) {
            Ink ink = Paint.ofFew(latency, above[i]) ? Ink.FAINT : Ink.PLAIN;
            Paint.number(canvas, FIRST_END + i * PITCH, row, all[i], Format.MILLISECONDS, ink);
        }
    }

    /** What is particular to this run first. */
    private static List<Line> lines(RunView run) {
        List<Line> lines = new ArrayList<>();
        if (run.planned()) plan(run, run.rates().open(), lines);
        if (run.frame().isPresent() && run.frame().get().raised() > 0) {
            lines.add(new Line("failures raised", frame(run, Frame::raised), Format.COUNT));
            lines.add(new Line("seen", run.rates().failedTotal(), Format.COUNT));
        }
        for (Figure figure : run.figures()) lines.add(of(figure));
        if (run.bytesPerTask().present()) lines.add(new Line("bytes/waiting task", run.bytesPerTask(), Format.BYTES));
        Line perCpu = new Line("tasks per CPU second", run.rates().tasksPerCpuSecond(), Format.COUNT);
        // Beside an odd one, such as the wait for a CPU, so that those below stay in their pairs.
        boolean odd = lines.size() % 2 == 1;
        Reading involuntary = run.rates().involuntaryPerSecond();
        if (odd) lines.add(new Line("involuntary sw/s", involuntary, Format.COUNT));
        usual(run, odd ? perCpu : new Line("involuntary", involuntary, Format.COUNT), lines);
        if (!odd) lines.add(perCpu);
        lines.add(new Line("carriers", run.rates().carriers(), Format.COUNT));
        return lines;
    }

    private static void plan(RunView run, OpenRates plan, List<Line> lines) {
        lines.add(new Line("offered/s", plan.offeredPerSecond(), Format.COUNT));
        lines.add(new Line("achieved/s", run.rates().tasksPerSecond(), Format.COUNT));
        lines.add(new Line("plan's own sw/task", plan.switchesPerTask(), Format.PER_TASK));
        lines.add(new Line("its CPU/task", plan.cpuMicrosPerTask().map(us -> us / 1e3), Format.MILLISECONDS));
        lines.add(new Line("behind plan", plan.behindNow(), Format.MILLISECONDS));
        lines.add(new Line("dropped", dropped(run), Format.COUNT));
        lines.add(new Line("starts late, p99", plan.behind().p99(), Format.MILLISECONDS));
        lines.add(new Line("dropped in interval", plan.dropped(), Format.COUNT));
    }

    /** Since its load was first an open one. */
    static Reading dropped(RunView run) {
        return frame(run, frame -> frame.plan().map(Frame.PlanProgress::dropped).orElse(0L));
    }

    /** @param beside what stands beside the voluntary switches */
    private static void usual(RunView run, Line beside, List<Line> lines) {
        lines.add(new Line("in flight", run.rates().inFlight(), Format.COUNT));
        lines.add(new Line("peak", frame(run, Frame::inFlightPeak), Format.COUNT));
        lines.add(new Line("voluntary switches/s", run.rates().voluntaryPerSecond(), Format.COUNT));
        lines.add(beside);
        lines.add(new Line("resident memory", run.rates().residentBytes(), Format.BYTES));
        lines.add(new Line("heap used", run.rates().heapBytes(), Format.BYTES));
    }

    private static Reading frame(RunView run, ToLongFunction<Frame> number) {
        Optional<Frame> frame = run.frame();
        return frame.isPresent() ? Reading.of(number.applyAsLong(frame.get())) : Reading.WARMING_UP;
    }

    private static Line of(Figure figure) {
        return new Line(figure.title(), reading(figure), format(figure));
    }

    static Format format(Figure figure) {
        return switch (figure.unit()) {
            case COUNT, PER_SECOND, BYTES_PER_SECOND -> Format.COUNT;
            case PERCENT -> Format.PERCENT;
            case BYTES -> Format.BYTES;
            case SECONDS, MILLISECONDS, MICROSECONDS -> Format.MILLISECONDS;
            case PER_TASK -> Format.PER_TASK;
        };
    }

    /** As its {@link #format} asks for it. */
    static Reading reading(Figure figure) {
        return switch (figure.unit()) {
            case SECONDS -> figure.reading().map(seconds -> seconds * 1e3);
            case MICROSECONDS -> figure.reading().map(us -> us / 1e3);
            default -> figure.reading();
        };
    }

    private static void line(Line line, Canvas canvas, int row, int column) {
        String number = line.format().of(line.reading(), canvas.symbols());
        String label = Text.fit(
                Text.cells(line.label()),
                WIDTH - number.length() - 1,
                canvas.symbols().ellipsis());
        canvas.text(column, row, label, Ink.FAINT);
        Paint.number(canvas, column + WIDTH, row, line.reading(), line.format(), Ink.PLAIN);
    }
}
