package interleave.panel;

import interleave.metric.History;
import interleave.metric.ProcessReadings;
import interleave.screen.Canvas;
import interleave.screen.Columns;
import interleave.screen.Columns.Placed;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.ProcessTrend;
import interleave.state.Scene;
import interleave.state.State;
import java.util.List;

/** The watched processes: what each costs, over all its threads, beside the workloads. */
final class ProcessesPanel implements Panel {
    private static final int WIDE = 100;
    private static final double LEAST_CPU = 10;
    private static final double LEAST_SWITCHES = 100;

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public String note(State state) {
        for (ProcessReadings process : state.shown().readings().processes())
            if (!process.source().exact()) return "at least so much: some threads ended unseen";
        return "all threads, ended ones included";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        List<ProcessReadings> processes = scene.readings().processes();
        Columns.Wish<ProcessColumn> names = new Columns.Wish<>(ProcessColumn.NAME, longest(processes), 9);
        List<Placed<ProcessColumn>> columns = Columns.fitLoosely(ProcessColumn.ALL, canvas.columns(), WIDE, names);
        for (Placed<ProcessColumn> column : columns)
            column.head(canvas, column.what() == ProcessColumn.SWITCHES ? Ink.STRONG : Ink.FAINT, false);
        int room = canvas.rows() - 1;
        int seen = processes.size() <= room ? processes.size() : Math.max(0, room - 1);
        for (int i = 0; i < seen; i++)
            row(scene, processes.get(i), i, canvas.clip(new Rect(0, 1 + i, canvas.columns(), 1)), columns);
        if (seen < processes.size())
            canvas.fit(0, 1 + seen, canvas.columns(), processes.size() - seen + " more on a higher screen", Ink.NOTICE);
    }

    private static int longest(List<ProcessReadings> processes) {
        int longest = ProcessColumn.NAME.shape().width();
        for (ProcessReadings process : processes)
            longest = Math.max(longest, Text.cells(words(process)).length());
        return Math.min(longest, ProcessColumn.NAME.shape().widest());
    }

    private static void row(
            Scene scene, ProcessReadings process, int place, Canvas line, List<Placed<ProcessColumn>> columns) {
        Ink ink = process.over() ? Ink.FAINT : Ink.PLAIN;
        for (Placed<ProcessColumn> column : columns) {
            ProcessColumn what = column.what();
            if (what == ProcessColumn.PID)
                line.right(column.end(), 0, String.valueOf(process.id().pid()), Ink.FAINT);
            else if (what == ProcessColumn.NAME)
                line.fit(column.column(), 0, column.width(), words(process), process.over() ? Ink.FAINT : Ink.STRONG);
            else if (what.history()) graph(scene, process, place, line, column);
            else if (!process.over()) number(process, line, column, ink);
        }
        if (process.over()) instead(process, line, columns);
    }

    /** Its name, and what is to be known of it. */
    private static String words(ProcessReadings process) {
        if (process.over() || process.remark().isEmpty()) return process.name();
        return process.name() + ": " + process.remark().get();
    }

    /** The words in place of the numbers that it has no more. */
    private static void instead(ProcessReadings process, Canvas line, List<Placed<ProcessColumn>> columns) {
        int from = columns.get(2).column() + 1;
        int to = line.columns();
        for (Placed<ProcessColumn> column : columns)
            if (column.what().history()) to = Math.min(to, column.column() - 1);
        line.fit(from, 0, to - from, process.remark().orElse(""), Ink.NOTICE);
    }

    private static void number(ProcessReadings process, Canvas line, Placed<ProcessColumn> column, Ink ink) {
        ProcessColumn what = column.what();
        boolean whole = !what.counted() || process.source().exact();
        Ink used = what == ProcessColumn.SWITCHES ? Ink.STRONG : ink;
        Paint.number(line, column.end(), 0, what.of(process), whole, what.format(), used);
    }

    private static void graph(
            Scene scene, ProcessReadings process, int place, Canvas line, Placed<ProcessColumn> column) {
        ProcessTrend trend = scene.trends().ofProcess(process.id());
        boolean cpu = column.what() == ProcessColumn.CPU_HISTORY;
        History history = cpu ? trend.cpu() : trend.switches();
        Canvas graph = line.clip(new Rect(column.column(), 0, column.width(), 1));
        double scale =
                Graph.calmScale(new Plotted(history), Graph.samples(column.width()), cpu ? LEAST_CPU : LEAST_SWITCHES);
        Graph.draw(graph, new Plotted(history), scale, process.over() ? Ink.FAINT : Paint.run(place + 4));
    }
}
