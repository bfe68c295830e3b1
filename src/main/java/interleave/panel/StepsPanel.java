package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.State;
import interleave.state.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The steps so far, newest first: each setting of a run that held for some seconds is a step of its own. */
final class StepsPanel implements Panel {
    private static final int NAME = 23;
    private static final int LEAST_SETTINGS = 12;
    private static final int MOST_SETTINGS = 46;

    /** A number of a step's; the best of them is marked among those of one task. */
    private enum Column {
        TASKS("tasks/s", 8, Format.COUNT, -1),
        P50("p50", 9, Format.MILLISECONDS, 1),
        P99("p99", 9, Format.MILLISECONDS, 1),
        SWITCHES("sw/task", 9, Format.PER_TASK, 1),
        MICROS("\u00B5s/task", 9, Format.TENTHS, 1);

        private final String title;
        private final int width;
        private final Format format;
        private final int sign;

        Column(String title, int width, Format format, int sign) {
            this.title = title;
            this.width = width;
            this.format = format;
            this.sign = sign;
        }

        Reading of(RunReadings readings) {
            return switch (this) {
                case TASKS -> readings.of(WorkMetrics.TASKS_PER_S);
                case P50 -> readings.of(TimeMetrics.RESPONSE, Percentile.P50);
                case P99 -> readings.of(TimeMetrics.RESPONSE, Percentile.P99);
                case SWITCHES -> readings.of(CostMetrics.SWITCHES_PER_TASK);
                case MICROS -> readings.of(CostMetrics.CPU_US_PER_TASK);
            };
        }
    }

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public String note(State state) {
        return "newest first, * the best of its task";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        List<Totals> steps = new ArrayList<>(state.shown().totals());
        Collections.reverse(steps);
        List<Column> columns = new ArrayList<>(List.of(Column.values()));
        while (columns.size() > 1 && NAME + LEAST_SETTINGS + width(columns) > canvas.columns()) columns.remove(1);
        int settings = Math.clamp(canvas.columns() - NAME - width(columns) - 1, 0, MOST_SETTINGS);
        canvas.text(0, 0, "workload", Ink.FAINT);
        canvas.fit(NAME, 0, settings, "settings", Ink.FAINT);
        int end = NAME + settings;
        for (Column column : columns) {
            end += column.width;
            canvas.right(end, 0, column.title.replace("\u00B5", canvas.symbols().micro()), Ink.FAINT);
        }
        if (steps.isEmpty()) canvas.fit(0, 1, canvas.columns(), "nothing has run for some seconds yet", Ink.FAINT);
        for (int i = 0; i < Math.min(steps.size(), canvas.rows() - 1); i++)
            step(steps, i, columns, settings, canvas, 1 + i);
    }

    private static int width(List<Column> columns) {
        int width = 1;
        for (Column column : columns) width += column.width;
        return width;
    }

    private static void step(
            List<Totals> steps, int index, List<Column> columns, int settings, Canvas canvas, int row) {
        Totals step = steps.get(index);
        Ink ink = step.status().phase().live() ? Ink.STRONG : Ink.PLAIN;
        String name = RunWords.name(
                step.status().workload(), NAME - 2, canvas.symbols().ellipsis());
        canvas.text(0, row, name, step.good() ? ink : Ink.BAD);
        String words = Summary.settings(step, canvas.symbols());
        canvas.text(NAME, row, Text.fit(words, settings, canvas.symbols().ellipsis()), Ink.FAINT);
        int end = NAME + settings;
        for (Column column : columns) {
            end += column.width;
            boolean best = best(steps, step, column);
            Paint.number(canvas, end, row, column.of(step.readings()), column.format, best ? Ink.GOOD : ink);
            if (best) canvas.put(end, row, canvas.symbols().mark(Mark.BEST), Ink.GOOD);
        }
    }

    /** One alone is no best. */
    private static boolean best(List<Totals> steps, Totals step, Column column) {
        if (!(column.of(step.readings()) instanceof Reading.Value(double mine)) || !step.good()) return false;
        int compared = 0;
        for (Totals each : steps) {
            boolean same = each.status()
                    .workload()
                    .task()
                    .equals(step.status().workload().task());
            if (!same || !each.good() || !(column.of(each.readings()) instanceof Reading.Value(double value))) continue;
            if (value * column.sign < mine * column.sign) return false;
            compared++;
        }
        return compared > 1;
    }
}
