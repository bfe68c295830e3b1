package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.metric.ThreadTable.Scope;
import interleave.screen.Canvas;
import interleave.screen.Columns;
import interleave.screen.Columns.Placed;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.State;
import interleave.state.ThreadRow;
import interleave.state.ThreadRows;
import interleave.state.ThreadsLook;
import java.util.ArrayList;
import java.util.List;

/** Threads of the watched processes or of the machine: pools folded, the busiest first. */
final class ThreadTablePanel implements Panel {
    private static final int WIDE = 110;
    /** For the sign beside the selected row. */
    private static final int MARGIN = 2;
    /** So many rows are asked for the width of their names. */
    private static final int MEASURED = 200;

    /** A reading that is older than so many seconds has its age told. */
    static final int OLD = 2;

    @Override
    public String name() {
        return "thread table";
    }

    @Override
    public String title(State state) {
        if (look(state).scope() == Scope.MACHINE) return "threads of the machine";
        List<ProcessReadings> processes = state.shown().readings().processes();
        if (processes.size() != 1) return "threads of " + processes.size() + " processes";
        ProcessReadings only = processes.getFirst();
        return "threads of " + Text.cells(only.name()) + " (" + only.id().pid() + ")";
    }

    @Override
    public String note(State state) {
        ThreadTable table = table(state);
        ThreadsLook look = look(state);
        String note = count(state, table, look) + ", by " + look.order().title;
        if (!table.unread().isEmpty()) return note + ", not all could be read: " + table.unread();
        int oldest = table.oldestMillis() / 1000;
        return oldest < OLD ? note : note + ", the quiet in turn: oldest " + Numbers.age(oldest);
    }

    /** The number of threads, or of those with a part of a name among them. */
    private static String count(State state, ThreadTable table, ThreadsLook look) {
        int all = table.all().size();
        String threads = all == 1 ? " thread" : " threads";
        if (look.filter().text().isEmpty()) return all + hidden(state, table) + threads;
        int named = 0;
        for (ThreadReadings thread : table.all())
            if (look.filter().admits(thread.names().own())) named++;
        return named + " of " + all + threads + " with \""
                + Text.cells(look.filter().text()) + "\"";
    }

    /** The number of all threads of the machine, where this user may not see most of them (hidepid); else empty. */
    private static String hidden(State state, ThreadTable table) {
        Reading all = state.shown().readings().of(HostMetrics.OS_THREADS);
        boolean most = table.scope() == Scope.MACHINE
                && !table.all().isEmpty()
                && all.orElse(0) > 2 * table.all().size();
        return most ? " of " + (long) all.orElse(0) : "";
    }

    private static ThreadTable table(State state) {
        return state.shown().readings().closeup().threads();
    }

    static ThreadsLook look(State state) {
        return state.look().threads().orElse(ThreadsLook.FIRST);
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        ThreadsLook look = look(state);
        int top = 0;
        if (look.filter().typing()) FilterLine.draw(look.filter(), canvas, top++);
        List<ThreadRow> rows = ThreadRows.of(table(state), look);
        String instead = instead(state, rows);
        Canvas body = canvas.clip(new Rect(0, top, canvas.columns(), canvas.rows() - top));
        if (instead.isEmpty()) rows(state, rows, body);
        else body.fit(0, 0, canvas.columns(), instead, Ink.FAINT);
    }

    private static void rows(State state, List<ThreadRow> rows, Canvas canvas) {
        ThreadTable table = table(state);
        ThreadsLook look = look(state);
        List<String> brief = ShortLived.lines(state, table, canvas.symbols());
        ThreadNames names = ThreadNames.of(state, table);
        Canvas inner = canvas.clip(new Rect(MARGIN, 0, canvas.columns() - MARGIN, canvas.rows()));
        List<Placed<ThreadColumn>> columns = columns(inner.columns(), rows, names);
        for (Placed<ThreadColumn> column : columns)
            column.head(inner, column.what().orders(look.order()) ? Ink.STRONG : Ink.FAINT, false);
        int room = Math.max(1, canvas.rows() - 1 - brief.size());
        int selected = ThreadRows.selected(rows, look);
        int first = Scroll.first(selected, room, rows.size());
        int end = Math.min(rows.size(), first + room);
        for (int i = first; i < end; i++) {
            int line = 1 + i - first;
            if (i == selected) canvas.put(0, line, canvas.symbols().mark(Mark.SELECTED), Ink.KEY);
            Canvas row = inner.clip(new Rect(0, line, inner.columns(), 1));
            new ThreadLine(rows.get(i), names, look, row).draw(columns);
            if (i == selected) row.embolden(0);
        }
        for (int i = 0; i < brief.size(); i++)
            inner.fit(0, 1 + end - first + i, inner.columns(), brief.get(i), Ink.NOTICE);
    }

    /** Why there is no table; empty if there is one. */
    private static String instead(State state, List<ThreadRow> rows) {
        ThreadTable table = table(state);
        if (state.paused() && table.scope() != look(state).scope())
            return "the picture is held still: p goes on, and shows these threads";
        if (table.scope() != look(state).scope()) return "a first look at each thread ...";
        if (!rows.isEmpty()) return "";
        if (!look(state).filter().text().isEmpty()) return "no thread's name has that";
        if (!table.unread().isEmpty()) return "no thread can be read: " + table.unread();
        return "no thread can be seen: no process that goes on is watched, or this user may not look";
    }

    private static List<Placed<ThreadColumn>> columns(int width, List<ThreadRow> rows, ThreadNames names) {
        List<ThreadColumn> all = new ArrayList<>(ThreadColumn.ALL);
        if (!names.several()) all.remove(ThreadColumn.PROCESS);
        int longest = ThreadColumn.NAME.shape().width();
        for (int i = 0; i < Math.min(rows.size(), MEASURED); i++)
            longest = Math.max(longest, ThreadLine.name(rows.get(i)).length());
        Columns.Wish<ThreadColumn> wish = new Columns.Wish<>(
                ThreadColumn.NAME, Math.min(longest, ThreadColumn.NAME.shape().widest()), 6);
        return Columns.fitLoosely(all, width, WIDE, wish);
    }
}
