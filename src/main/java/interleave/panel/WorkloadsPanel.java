package interleave.panel;

import interleave.metric.Reading;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.TimeMetrics;
import interleave.screen.Canvas;
import interleave.screen.Columns;
import interleave.screen.Columns.Placed;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of workloads: what can run, what runs, and what it costs. */
final class WorkloadsPanel implements Panel {
    private static final int WIDE = 100;

    @Override
    public String name() {
        return "workloads";
    }

    @Override
    public String title(State state) {
        return state.setup()
                .target()
                .map(target -> name() + " at " + Text.cells(target.url()))
                .orElse(name());
    }

    @Override
    public String note(State state) {
        String every = "every " + Paint.interval(state.interval());
        OptionalLong next = next(state.shown());
        return next.isEmpty() ? every : "next stops in " + Numbers.age(next.getAsLong()) + ", " + every;
    }

    /** The time that is left to the run that is stopped before all others. */
    private static OptionalLong next(Scene scene) {
        long least = Long.MAX_VALUE;
        for (WorkloadCell slot : scene.slots()) {
            if (!slot.live()) continue;
            OptionalLong left = slot.run().orElseThrow().secondsLeft(scene.nanos());
            if (left.isPresent()) least = Math.min(least, left.getAsLong());
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    /** While nothing has run: a run has numbers. */
    @Override
    public List<Object> madeOf(State state) {
        Scene scene = state.shown();
        if (anyRun(scene) || !scene.others().isEmpty() || state.setup().target().isPresent()) return List.of();
        List<Object> parts = new ArrayList<>(scene.slots());
        parts.add(state.setup());
        parts.add(state.interval());
        parts.add(state.selected());
        return parts;
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        List<WorkloadColumn> all = WorkloadColumn.of(scene);
        Columns.Wish<WorkloadColumn> names = WorkloadColumn.names(scene);
        List<Placed<WorkloadColumn>> columns = Columns.fitLoosely(all, canvas.columns(), WIDE, names);
        heads(canvas, columns);
        boolean folded = canvas.rows() < scene.lines().length + 1 && anyRun(scene);
        int[] lines = folded ? unfolded(state) : scene.lines();
        int keys = folded ? 1 : 0;
        int service = canvas.rows() > lines.length + 1 + keys ? 1 : 0;
        // A server of the user's is what the runs are for: the idle give it their line.
        if (service == 0 && folded && state.setup().target().isPresent()) {
            keys = 0;
            service = 1;
        }
        int room = canvas.rows() - 1 - service - keys;
        int first = Scroll.first(lineOf(lines, state.selected()), room, lines.length);
        int seen = Math.clamp(room, 0, lines.length - first);
        for (int i = 0; i < seen; i++) {
            Canvas line = canvas.clip(new Rect(0, 1 + i, canvas.columns(), 1));
            int index = lines[first + i];
            slot(state, index, line, columns);
        }
        if (first > 0) more(canvas, 1, Mark.UP);
        if (first + seen < lines.length) more(canvas, seen, Mark.DOWN);
        if (keys == 1) IdleLine.draw(state, canvas, 1 + seen);
        if (service == 1) {
            Canvas line = canvas.clip(new Rect(0, 1 + seen + keys, canvas.columns(), 1));
            if (state.setup().target().isPresent()) ServerLine.draw(scene, line, columns);
            else service(scene, line, columns);
        }
    }

    /** The rows of a table in which all that is idle shares a line: its head, that line, and the service's. */
    static int foldedRows(State state) {
        return unfolded(state).length + 3;
    }

    static boolean anyRun(Scene scene) {
        for (WorkloadCell slot : scene.slots()) if (slot.run().isPresent()) return true;
        return false;
    }

    /** The lines that have a run, or are selected. */
    private static int[] unfolded(State state) {
        int[] lines = state.shown().lines();
        int count = 0;
        for (int line : lines)
            if (state.shown().slots().get(line).run().isPresent() || line == state.selected()) lines[count++] = line;
        return Arrays.copyOf(lines, count);
    }

    /** The number of lines that there always are. */
    static int keyed(Scene scene) {
        int keyed = 0;
        for (WorkloadCell slot : scene.slots()) if (slot.key().isPresent()) keyed++;
        return keyed;
    }

    private static int lineOf(int[] lines, int selected) {
        for (int line = 0; line < lines.length; line++) if (lines[line] == selected) return line;
        return 0;
    }

    /** There are more lines above the first, or below the last. */
    private static void more(Canvas canvas, int row, Mark mark) {
        canvas.put(2, row, canvas.symbols().mark(mark), Ink.NOTICE);
    }

    private static void heads(Canvas canvas, List<Placed<WorkloadColumn>> columns) {
        for (Placed<WorkloadColumn> column : columns) {
            boolean signature = column.what() == WorkloadColumn.PER_TASK || column.what() == WorkloadColumn.COST;
            column.head(canvas, signature ? Ink.STRONG : Ink.FAINT, signature);
        }
    }

    private static void slot(State state, int index, Canvas line, List<Placed<WorkloadColumn>> columns) {
        Scene scene = state.shown();
        boolean selected = index == state.selected();
        WorkloadCell slot = scene.slots().get(index);
        boolean live = slot.live();
        String key = String.valueOf(Paint.key(slot, state.setup().readOnly()));
        Ink ink = live ? Paint.run(index) : Ink.KEY;
        if (selected) line.tag(0, 0, key, ink);
        else line.bold(0, 0, key, ink);
        line.put(1, 0, RunWords.mark(slot, line.symbols()), RunWords.markInk(slot, index));
        Optional<String> instead = instead(slot, proseRoom(line, columns));
        for (Placed<WorkloadColumn> column : columns) {
            if (instead.isPresent() && column.what().ordinal() >= WorkloadColumn.TASKS.ordinal()) {
                int start = column.what().shape().left() ? column.column() : column.column() + 1;
                line.fit(start, 0, line.columns() - start, instead.get(), RunWords.ink(slot));
                break;
            }
            if (RunWords.unverified(slot) && follows(column, columns, WorkloadColumn.STATE)) continue;
            cell(scene, slot, index, selected, line, column);
        }
        if (selected) line.embolden(0);
    }

    /** True if it is the one behind, whose place long words of that take. */
    private static boolean follows(
            Placed<WorkloadColumn> column, List<Placed<WorkloadColumn>> columns, WorkloadColumn before) {
        int index = columns.indexOf(column);
        return index > 0 && columns.get(index - 1).what() == before;
    }

    /** The columns from the first of the numbers on. */
    private static int proseRoom(Canvas line, List<Placed<WorkloadColumn>> columns) {
        for (Placed<WorkloadColumn> column : columns)
            if (column.what().ordinal() >= WorkloadColumn.TASKS.ordinal())
                return line.columns() - (column.what().shape().left() ? column.column() : column.column() + 1);
        return 0;
    }

    /** The words in place of numbers that there are none of. */
    private static Optional<String> instead(WorkloadCell slot, int room) {
        if (slot.run().isEmpty()) {
            if (slot.info().unavailable().isPresent()) return slot.info().unavailable();
            String whole = slot.shows();
            return Optional.of(whole.length() <= room ? whole : slot.brief());
        }
        return slot.run().get().status().reason();
    }

    private static void cell(
            Scene scene, WorkloadCell slot, int index, boolean selected, Canvas line, Placed<WorkloadColumn> column) {
        Ink ink = slot.live() ? Ink.PLAIN : Ink.FAINT;
        switch (column.what()) {
            case MARK -> {}
            case NAME -> {
                String name = RunWords.name(
                        slot.info().workload(), column.width(), line.symbols().ellipsis());
                line.text(column.column(), 0, name, slot.live() || selected ? Ink.STRONG : Ink.PLAIN);
            }
            case STATE -> line.text(column.column(), 0, RunWords.state(slot, scene), RunWords.ink(slot));
            case AGE -> line.right(column.end(), 0, RunWords.age(slot, scene.nanos()), Ink.FAINT);
            case LOAD -> line.right(column.end(), 0, Paint.load(slot.load(), column.width() + 1), ink);
            case LEFT -> left(scene, slot, line, column.end());
            default -> number(scene, slot.run().orElseThrow(), index, slot.live(), line, column);
        }
    }

    private static void number(
            Scene scene, RunView run, int index, boolean live, Canvas line, Placed<WorkloadColumn> column) {
        if (column.what() == WorkloadColumn.HISTORY) {
            Ink own = live ? Paint.run(index) : Ink.FAINT;
            Trend.line(scene, run, run.tasks(), own, line, column.column(), 0, column.width());
        } else if (column.what().measured()) measured(run, live, line, column.end(), column.what());
    }

    private static void measured(RunView run, boolean live, Canvas line, int end, WorkloadColumn column) {
        boolean ofPlan = column == WorkloadColumn.BEHIND || column == WorkloadColumn.DROPPED;
        if (ofPlan && !run.planned()) return;
        // The count of dropped tasks is as new as the newest frame.
        RunReadings readings = column == WorkloadColumn.DROPPED ? run.newest() : run.readings();
        Reading reading = readings.of(column.metric());
        boolean silent = reading instanceof Reading.Absent(Reading.Why why, var _) && why == Reading.Why.STALE;
        if (column == WorkloadColumn.TASKS && silent) line.right(end, 0, "no news", Ink.NOTICE);
        else Paint.number(line, end, 0, reading, column.format(), ink(run, live, column, reading));
    }

    private static Ink ink(RunView run, boolean live, WorkloadColumn column, Reading reading) {
        Ink plain = live ? Ink.PLAIN : Ink.FAINT;
        return switch (column) {
            case TASKS, PER_TASK, COST -> live ? Ink.STRONG : Ink.FAINT;
            case P50 -> run.readings().ofFew(TimeMetrics.RESPONSE, Percentile.P50) ? Ink.FAINT : plain;
            case P99 -> run.readings().ofFew(TimeMetrics.RESPONSE, Percentile.P99) ? Ink.FAINT : plain;
            case FAILED -> reading.orElse(0) > 0 ? Ink.BAD : plain;
            default -> plain;
        };
    }

    private static void left(Scene scene, WorkloadCell slot, Canvas line, int end) {
        if (slot.run().isEmpty()) return;
        OptionalLong left = slot.run().get().secondsLeft(scene.nanos());
        if (left.isPresent()) line.right(end, 0, Numbers.age(left.getAsLong()), Ink.FAINT);
    }

    /**
     * The cost of the shared service or of a client: apart, and never counted to a run. There is room for one of them.
     */
    private static void service(Scene scene, Canvas line, List<Placed<WorkloadColumn>> columns) {
        List<RunView> helpers = scene.helpers();
        Optional<RunView> service = helpers.isEmpty() ? Optional.empty() : Optional.of(helpers.getFirst());
        String more = helpers.size() > 1 ? " +" + (helpers.size() - 1) : "";
        String name = service.isEmpty() ? "HTTP service" : "HTTP " + RunWords.helper(service.get()) + more;
        for (Placed<WorkloadColumn> column : columns) {
            if (column.what() == WorkloadColumn.NAME) line.text(column.column(), 0, name, Ink.FAINT);
            if (service.isEmpty()) continue;
            if (column.what() == WorkloadColumn.STATE)
                line.text(
                        column.column(),
                        0,
                        RunWords.state(service.get().status().phase()),
                        Ink.FAINT);
            number(scene, service.get(), 0, false, line, column);
        }
        if (service.isEmpty() && columns.size() > 4) {
            Placed<WorkloadColumn> first = columns.get(2);
            line.fit(first.column(), 0, line.columns() - first.column(), "not needed now", Ink.FAINT);
        }
    }
}
