package interleave.panel;

import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.List;
import java.util.Optional;

/** The selected cell of the matrix in a few lines: what it is, how it stands, its numbers, and what to look for. */
final class CellPanel implements Panel {
    static final String NAME = "cell";

    /** From so many columns on there is room for the latencies. */
    private static final int LATENCIES = 72;

    /** The same for all of its numbers. */
    private static final int ALL = 112;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(State state) {
        return "selected";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        List<WorkloadCell> slots = state.shown().slots();
        if (state.selected() >= slots.size()) return;
        WorkloadCell slot = slots.get(state.selected());
        int margin = canvas.columns() < 80 ? 0 : 2;
        heading(state, slot, canvas, margin);
        int row = 1;
        if (slot.run().isPresent() && !RunWords.failed(slot)) numbers(slot.run().get(), canvas, margin, row++);
        boolean planned = slot.live() && slot.run().get().planned();
        if (planned) PlanLine.draw(slot.run().get(), canvas, margin, row++);
        boolean bad = RunWords.failed(slot) || RunWords.unverified(slot);
        if (!bad && FigureLine.has(slot)) FigureLine.draw(slot.run().get(), canvas, margin, row++);
        int room = canvas.columns() - 2 * margin;
        String words = fitting(slot, room, canvas.rows() - row, canvas.symbols().ellipsis());
        Ink ink = bad ? Ink.BAD : slot.info().unavailable().isPresent() ? Ink.NOTICE : Ink.PLAIN;
        for (String line :
                Text.wrap(words, room, canvas.rows() - row, canvas.symbols().ellipsis()))
            canvas.text(margin, row++, line, ink);
    }

    private static void heading(State state, WorkloadCell slot, Canvas canvas, int margin) {
        int column = margin;
        Optional<Character> key = slot.key();
        if (key.isPresent() && !state.setup().readOnly()) column = canvas.bold(column, 0, key.get() + " ", Ink.KEY);
        column = canvas.bold(column, 0, slot.info().workload().toString(), Ink.STRONG);
        column = canvas.text(column + 2, 0, RunWords.state(slot, state.shown()), RunWords.ink(slot));
        int room = canvas.columns() - column - 2;
        canvas.fit(column + 2, 0, room, RunWords.settings(state, slot, canvas.symbols(), room), Ink.FAINT);
    }

    private static void numbers(RunView run, Canvas canvas, int margin, int row) {
        int column = number(run, WorkMetrics.TASKS_PER_S, Format.COUNT, canvas, margin + 5, row);
        column = number(run, CostMetrics.SWITCHES_PER_TASK, Format.PER_TASK, canvas, column + 7, row);
        column = number(run, CostMetrics.CPU_US_PER_TASK, Format.TENTHS, canvas, column + 7, row);
        if (canvas.columns() < LATENCIES) return;
        column = number(run, TimeMetrics.RESPONSE.at(Percentile.P50), Format.MILLISECONDS, canvas, column + 9, row);
        column = number(run, TimeMetrics.RESPONSE.at(Percentile.P99), Format.MILLISECONDS, canvas, column + 9, row);
        if (canvas.columns() < ALL) return;
        column = number(run, CostMetrics.CPU_PERCENT, Format.TENTHS, canvas, column + 7, row);
        column = number(run, StateMetrics.OS_THREADS, Format.COUNT, canvas, column + 7, row);
        number(run, WorkMetrics.FAILED.inAll(), Format.COUNT, canvas, column + 7, row);
    }

    /** Behind it stands what is above its column elsewhere. */
    private static int number(RunView run, RunMetric metric, Format format, Canvas canvas, int end, int row) {
        Paint.number(canvas, end, row, run.readings().of(metric), format, Ink.STRONG);
        return canvas.text(end, row, " " + Paint.label(metric, canvas.symbols()), Ink.FAINT);
    }

    /** Of what to look for the short form where there is no room for the whole. */
    private static String fitting(WorkloadCell slot, int columns, int rows, char ellipsis) {
        String words = words(slot);
        boolean whole = Text.wrap(words, columns, rows + 1, ellipsis).size() <= rows;
        return whole || !words.equals(slot.shows()) ? words : slot.brief();
    }

    private static String words(WorkloadCell slot) {
        if (slot.info().unavailable().isPresent())
            return slot.info().unavailable().get();
        Optional<String> unproven = slot.run().flatMap(RunView::unproven);
        if (unproven.isPresent()) return unproven.get();
        if (RunWords.failed(slot))
            return Text.cells(slot.run().orElseThrow().status().reason().orElse("no reason is known"));
        return DetailPanel.told(slot);
    }
}
