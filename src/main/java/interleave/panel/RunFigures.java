package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunDistribution;
import interleave.run.RunMetric;
import interleave.run.RunReadings;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.RunView;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a run: its latencies, then in pairs of label and number all else that there is room for. */
final class RunFigures {
    private static final int WIDTH = 31;
    private static final int GAP = 2;
    private static final int FIRST_END = 18;
    private static final int PITCH = 9;

    /** The figures that stand first, in pairs, of a run under an open load. */
    private static final List<RunMetric> PLAN = List.of(
            WorkMetrics.OFFERED_PER_S,
            WorkMetrics.TASKS_PER_S,
            CostMetrics.PLAN_SWITCHES_PER_TASK,
            CostMetrics.PLAN_CPU_US_PER_TASK,
            WorkMetrics.BEHIND_NOW_MS,
            WorkMetrics.DROPPED.inAll(),
            TimeMetrics.BEHIND.at(Percentile.P99),
            WorkMetrics.GAPS_OFF_PERCENT,
            WorkMetrics.DROPPED);

    /** The figures with a place of their own, in pairs; all others follow. */
    private static final List<RunMetric> USUAL = List.of(
            StateMetrics.BYTES_PER_WAITING_TASK,
            StateMetrics.IN_FLIGHT,
            CostMetrics.VOLUNTARY_PER_S,
            CostMetrics.INVOLUNTARY_PER_S,
            StateMetrics.RSS_BYTES,
            StateMetrics.HEAP_BYTES,
            CostMetrics.TASKS_PER_CPU_S,
            StateMetrics.CARRIERS);

    private record Line(String label, Reading reading, Format format) {}

    private RunFigures() {}

    static void draw(RunView run, Canvas canvas) {
        String samples = Numbers.count(run.readings().samples(TimeMetrics.RESPONSE));
        canvas.text(0, 0, samples + (samples.equals("1") ? " task" : " tasks"), Ink.FAINT);
        for (Percentile point : Percentile.values())
            canvas.right(FIRST_END + point.ordinal() * PITCH, 0, point.title, Ink.FAINT);
        latency(canvas, 1, "response", run.readings(), TimeMetrics.RESPONSE);
        latency(canvas, 2, "service", run.readings(), TimeMetrics.SERVICE);
        int above = canvas.rows() > 7 ? 4 : 3;
        Canvas below = canvas.clip(new Rect(0, above, canvas.columns(), canvas.rows() - above));
        List<Line> lines = lines(run);
        for (int i = 0; i < Math.min(lines.size(), 2 * below.rows()); i++)
            line(lines.get(i), below, i / 2, i % 2 * (WIDTH + GAP));
    }

    private static void latency(
            Canvas canvas, int row, String label, RunReadings readings, RunDistribution distribution) {
        canvas.text(0, row, label, Ink.FAINT);
        for (Percentile point : Percentile.values()) {
            Ink ink = readings.ofFew(distribution, point) ? Ink.FAINT : Ink.PLAIN;
            Reading reading = readings.of(distribution, point);
            Paint.number(canvas, FIRST_END + point.ordinal() * PITCH, row, reading, Format.MILLISECONDS, ink);
        }
    }

    /** The lines of its figures: those particular to this run first. */
    private static List<Line> lines(RunView run) {
        RunReadings readings = run.readings();
        RunReadings newest = run.newest();
        List<Line> lines = new ArrayList<>();
        if (run.planned())
            for (RunMetric metric : PLAN)
                if (metric != WorkMetrics.GAPS_OFF_PERCENT || run.random())
                    lines.add(of(metric, metric == WorkMetrics.DROPPED.inAll() ? newest : readings));
        if (newest.of(WorkMetrics.RAISED.inAll()).orElse(0) > 0) {
            lines.add(of(WorkMetrics.RAISED.inAll(), newest));
            lines.add(of(WorkMetrics.FAILED.inAll(), readings));
        }
        for (RunMetric figure : readings.figures()) lines.add(of(figure, readings));
        if (newest.of(StateMetrics.BYTES_PER_WAITING_TASK).present())
            lines.add(of(StateMetrics.BYTES_PER_WAITING_TASK, newest));
        // Beside an odd one, such as the wait for a CPU, so that those below stay in their pairs.
        boolean odd = lines.size() % 2 == 1;
        Line involuntary = of(CostMetrics.INVOLUNTARY_PER_S, readings);
        Line perCpu = of(CostMetrics.TASKS_PER_CPU_S, readings);
        if (odd) lines.add(involuntary);
        usual(run, odd ? perCpu : new Line("involuntary", involuntary.reading(), involuntary.format()), lines);
        if (!odd) lines.add(perCpu);
        Reading carriers = readings.of(StateMetrics.CARRIERS);
        boolean none = carriers instanceof Reading.Absent(Reading.Why why, var _) && why == Reading.Why.UNSUPPORTED;
        if (!none) lines.add(of(StateMetrics.CARRIERS, readings));
        for (RunMetric metric : readings.metrics()) if (follows(metric)) lines.add(of(metric, readings));
        return lines;
    }

    /** True if it has no place of its own. */
    private static boolean follows(RunMetric metric) {
        boolean shown = !metric.inDetail().isEmpty() && metric.extra().isEmpty();
        return shown && !PLAN.contains(metric) && !USUAL.contains(metric);
    }

    /** @param beside what stands beside the voluntary switches */
    private static void usual(RunView run, Line beside, List<Line> lines) {
        lines.add(of(StateMetrics.IN_FLIGHT, run.readings()));
        lines.add(of(StateMetrics.IN_FLIGHT_PEAK.inAll(), run.newest()));
        lines.add(of(CostMetrics.VOLUNTARY_PER_S, run.readings()));
        lines.add(beside);
        lines.add(of(StateMetrics.RSS_BYTES, run.readings()));
        lines.add(of(StateMetrics.HEAP_BYTES, run.readings()));
    }

    private static Line of(RunMetric metric, RunReadings readings) {
        return new Line(metric.inDetail(), reading(metric, readings), format(metric));
    }

    static Format format(RunMetric metric) {
        return switch (metric.metric().unit()) {
            case COUNT, PER_SECOND, BYTES_PER_SECOND -> Format.COUNT;
            case PERCENT -> Format.PERCENT;
            case BYTES, BYTES_PER_TASK -> Format.BYTES;
            case SECONDS, MILLISECONDS, MICROSECONDS -> Format.MILLISECONDS;
            case PER_TASK -> Format.PER_TASK;
        };
    }

    /** As its {@link #format} asks for it. */
    static Reading reading(RunMetric metric, RunReadings readings) {
        Reading reading = readings.of(metric);
        return switch (metric.metric().unit()) {
            case SECONDS -> reading.map(seconds -> seconds * 1e3);
            case MICROSECONDS -> reading.map(us -> us / 1e3);
            default -> reading;
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
