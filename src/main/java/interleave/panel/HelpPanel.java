package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessReadings;
import interleave.run.RunStatus;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.state.Binding;
import interleave.state.Bindings;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;

/** Over everything: the keys, and what each number means and where it comes from. */
final class HelpPanel implements Panel {
    private static final List<Metric> SHOWN = List.of(
            HostMetrics.SWITCHES_PER_S,
            HostMetrics.INTERRUPTS_PER_S,
            HostMetrics.OS_THREADS,
            HostMetrics.RUNNABLE,
            HostMetrics.BLOCKED,
            HostMetrics.PRESSURE_CPU,
            HostMetrics.THROTTLED_PERCENT,
            HostMetrics.SELF_CPU_PERCENT,
            HostMetrics.SAMPLE_MS);

    /** What matters most first: a small screen has not room for all. */
    private static final List<WorkloadColumn> COLUMNS = List.of(
            WorkloadColumn.PER_TASK,
            WorkloadColumn.COST,
            WorkloadColumn.TASKS,
            WorkloadColumn.LOAD,
            WorkloadColumn.P50,
            WorkloadColumn.P99,
            WorkloadColumn.CPU,
            WorkloadColumn.OS_THREADS,
            WorkloadColumn.VIRTUAL,
            WorkloadColumn.SWITCHES,
            WorkloadColumn.MEMORY,
            WorkloadColumn.FAILED,
            WorkloadColumn.LEFT,
            WorkloadColumn.BEHIND,
            WorkloadColumn.DROPPED);

    private static final int LABEL = 13;
    private static final int KEY_LABEL = 6;
    /** What a key and its words take. */
    private static final int KEY = 37;

    /** A line of the help: what, and its words. A title has no words, a blank line neither. */
    private record Line(String what, String words) {}

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String note(State state) {
        return "any key closes";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        canvas.bold(0, 0, "keys", Ink.TITLE);
        int down = keys(state, canvas.clip(new Rect(0, 1, canvas.columns(), canvas.rows() - 1)));
        Canvas below = canvas.clip(new Rect(0, down + 2, canvas.columns(), canvas.rows() - down - 2));
        List<Line> lines = numbers(state, canvas.symbols());
        int seen = lines.size() <= below.rows() ? lines.size() : below.rows() - 1;
        for (int row = 0; row < seen; row++) line(lines.get(row), below, row, LABEL);
        if (seen < lines.size())
            below.text(0, below.rows() - 1, lines.size() - seen + " more lines on a higher screen", Ink.NOTICE);
    }

    /** In columns where there is room; gives the number of lines. */
    private static int keys(State state, Canvas canvas) {
        List<Line> lines = keys(state, canvas.symbols());
        int across = Math.clamp(canvas.columns() / KEY, 1, 3);
        int down = (lines.size() + across - 1) / across;
        int width = canvas.columns() / across;
        for (int i = 0; i < lines.size(); i++)
            line(lines.get(i), canvas.clip(new Rect(i / down * width, i % down, width - 1, 1)), 0, KEY_LABEL);
        return down;
    }

    /** Keys with the same words share a line. */
    private static List<Line> keys(State state, Symbols symbols) {
        List<Line> lines = new ArrayList<>();
        for (Binding binding : Bindings.ALL) {
            if (!binding.holdsIn(state.view())) continue;
            String label = FooterPanel.label(binding, state, symbols);
            boolean shares = !lines.isEmpty() && lines.getLast().words().equals(binding.words());
            if (shares) label = lines.removeLast().what() + label;
            lines.add(new Line(label, binding.words()));
        }
        return lines;
    }

    private static List<Line> numbers(State state, Symbols symbols) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("the table", ""));
        lines.add(new Line("state", states(symbols)));
        lines.add(new Line("on graphs", MarkSigns.words(symbols)));
        for (WorkloadColumn column : COLUMNS) lines.add(new Line(column.title(symbols.micro()), column.words));
        lines.add(new Line(
                "signs",
                symbols.mark(Mark.BEST) + " in the matrix: the best of its line  " + symbols.mark(Mark.UNVERIFIED)
                        + " not verified"));
        lines.add(
                new Line("wide signs", "if lines and arrows are two columns wide here: start it with --glyphs ascii"));
        processes(state, lines);
        lines.add(new Line("", ""));
        lines.add(new Line("the machine", ""));
        for (Metric metric : SHOWN) lines.add(new Line(metric.title(), metric.source()));
        return lines;
    }

    /** Of the processes, where some are watched. */
    private static void processes(State state, List<Line> lines) {
        if (state.shown().readings().processes().isEmpty()) return;
        lines.add(new Line("", ""));
        lines.add(new Line("the processes", ""));
        for (ProcessColumn column : ProcessColumn.ALL)
            if (!column.words.isEmpty()) lines.add(new Line(column.title, column.words));
        lines.add(new Line("from", source(state)));
    }

    /** Where the counters are from: of the first that lacks something, else of the first. */
    private static String source(State state) {
        List<ProcessReadings> processes = state.shown().readings().processes();
        for (ProcessReadings process : processes)
            if (!process.source().exact()) return process.source().words();
        return processes.getFirst().source().words();
    }

    /** The signs beside the keys, each with its word. */
    private static String states(Symbols symbols) {
        String words = symbols.mark(Mark.IDLE) + " idle";
        for (RunStatus.Phase phase : RunStatus.Phase.values())
            if (phase != RunStatus.Phase.ENDED)
                words += "  " + RunWords.mark(phase, symbols) + " " + RunWords.state(phase);
        return words;
    }

    private static void line(Line line, Canvas canvas, int row, int label) {
        if (line.words().isEmpty()) {
            canvas.bold(0, row, line.what(), Ink.TITLE);
            return;
        }
        canvas.fit(0, row, label - 1, line.what(), Ink.KEY);
        canvas.fit(label, row, canvas.columns() - label, line.words(), Ink.PLAIN);
    }
}
