package interleave.panel;

import interleave.metric.ProcessTable;
import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Columns;
import interleave.screen.Columns.Placed;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.PickerLook;
import interleave.state.PickerRows;
import interleave.state.State;
import java.util.List;

/** All processes of the machine, to choose which are watched. */
final class PickerPanel implements Panel {
    private static final int WIDE = 97;
    /** For the signs of the selected row and of the watched ones. */
    private static final int MARGIN = 3;

    @Override
    public String name() {
        return "all processes";
    }

    @Override
    public String note(State state) {
        PickerLook look = look(state);
        String filter = look.filter().text().isEmpty()
                ? ""
                : " with \"" + Text.cells(look.filter().text()) + "\"";
        int rows = PickerRows.of(table(state), look).size();
        String unread = table(state).unread();
        return rows + (rows == 1 ? " process" : " processes") + filter + ", by " + look.order().title
                + (unread.isEmpty() ? "" : ", as they were: " + unread);
    }

    private static ProcessTable table(State state) {
        return state.shown().readings().closeup().processes();
    }

    static PickerLook look(State state) {
        return state.look().picker().orElse(PickerLook.FIRST);
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        PickerLook look = look(state);
        int top = 0;
        if (look.filter().typing()) FilterLine.draw(look.filter(), canvas, top++);
        List<ProcessTable.Row> rows = PickerRows.of(table(state), look);
        Canvas body = canvas.clip(new Rect(0, top, canvas.columns(), canvas.rows() - top));
        String instead = instead(state, rows);
        if (instead.isEmpty()) rows(state, rows, body);
        else body.fit(0, 0, canvas.columns(), instead, Ink.FAINT);
    }

    private static String instead(State state, List<ProcessTable.Row> rows) {
        if (!rows.isEmpty()) return "";
        if (!table(state).there())
            return state.paused() ? "the picture is held still: p goes on" : "a first look at each process ...";
        if (table(state).all().isEmpty())
            return "no process can be listed: " + table(state).unread();
        return "no process has that in its name, command or number";
    }

    private static void rows(State state, List<ProcessTable.Row> rows, Canvas canvas) {
        Canvas inner = canvas.clip(new Rect(MARGIN, 0, canvas.columns() - MARGIN, canvas.rows()));
        Columns.Wish<PickerColumn> wish =
                new Columns.Wish<>(PickerColumn.NAME, PickerColumn.NAME.shape().width(), 6);
        List<Placed<PickerColumn>> columns = Columns.fitLoosely(PickerColumn.ALL, inner.columns(), WIDE, wish);
        PickerLook.Order order = look(state).order();
        for (Placed<PickerColumn> column : columns)
            column.head(inner, column.what().orders(order) ? Ink.STRONG : Ink.FAINT, false);
        int room = Math.max(1, canvas.rows() - 1);
        int selected = PickerRows.selected(rows, look(state));
        int first = Scroll.first(selected, room, rows.size());
        List<Integer> watched = state.shown().readings().closeup().watched();
        for (int i = first; i < Math.min(rows.size(), first + room); i++) {
            int line = 1 + i - first;
            if (i == selected) canvas.put(0, line, canvas.symbols().mark(Mark.SELECTED), Ink.KEY);
            if (watched.contains(rows.get(i).id().pid()))
                canvas.put(1, line, canvas.symbols().mark(Mark.RUNNING), Ink.GOOD);
            Canvas row = inner.clip(new Rect(0, line, inner.columns(), 1));
            for (Placed<PickerColumn> column : columns) cell(rows.get(i), column, row);
            if (i == selected) row.embolden(0);
        }
    }

    private static void cell(ProcessTable.Row row, Placed<PickerColumn> column, Canvas canvas) {
        switch (column.what()) {
            case PID -> canvas.right(column.end(), 0, String.valueOf(row.id().pid()), Ink.FAINT);
            case NAME -> canvas.fit(column.column(), 0, column.width(), Text.cells(named(row)), Ink.STRONG);
            case CPU -> Paint.number(canvas, column.end(), 0, row.cpuPercent(), Format.TENTHS, Ink.PLAIN);
            case SWITCHES ->
                Paint.number(canvas, column.end(), 0, row.switchesPerSecond(), row.exact(), Format.COUNT, Ink.PLAIN);
            case THREADS -> {
                Reading threads = row.threads() == 0
                        ? Reading.absent(Reading.Why.UNSUPPORTED, row.remark())
                        : Reading.of(row.threads());
                Paint.number(canvas, column.end(), 0, threads, Format.COUNT, Ink.PLAIN);
            }
            case COMMAND -> command(row, column, canvas);
        }
    }

    /** A process whose name may not be known is told all the same. */
    private static String named(ProcessTable.Row row) {
        return row.name().isEmpty() ? "?" : row.name();
    }

    private static void command(ProcessTable.Row row, Placed<PickerColumn> column, Canvas canvas) {
        boolean odd = !row.remark().isEmpty();
        String words = odd && !row.command().isEmpty() ? row.remark() + ": " + row.command() : row.remark();
        String text = odd ? words : row.command();
        Ink ink = odd && !row.remark().equals(ProcessTable.KERNEL_THREAD) ? Ink.NOTICE : Ink.FAINT;
        canvas.fit(column.column(), 0, column.width(), Text.cells(text), ink);
    }
}
