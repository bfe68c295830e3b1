package interleave.panel;

import static interleave.metric.HostMetrics.IOWAIT_PERCENT;
import static interleave.metric.HostMetrics.IRQ_PERCENT;
import static interleave.metric.HostMetrics.STEAL_PERCENT;
import static interleave.metric.HostMetrics.SYSTEM_PERCENT;
import static interleave.metric.HostMetrics.USER_PERCENT;

import interleave.metric.Core;
import interleave.metric.History;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Bar;
import interleave.screen.Canvas;
import interleave.screen.Glyphs;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.state.Scene;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;

/** Each core's load: as bars with their history; as columns or cells where there are too many for that. */
final class CoresPanel implements Panel {
    private static final int LABEL = 4;
    private static final int NUMBER = 6;
    private static final int LEAST_BAR = 6;
    /** The lines of each core, its bar and its history, beside which there may be one for the time. */
    private static final int WITH_AXIS = 3;

    private static final int LEAST_COLUMN = LABEL + LEAST_BAR + NUMBER;
    private static final Ink[] INKS = {Ink.USER, Ink.SYSTEM, Ink.IRQ, Ink.STEAL, Ink.IOWAIT};
    /** Of the parts that are busy, in a bar of letters; the legend names each with its letter first. */
    private static final String LETTERS = "usix";

    private static final Metric[] PARTS = {USER_PERCENT, SYSTEM_PERCENT, IRQ_PERCENT, STEAL_PERCENT, IOWAIT_PERCENT};
    private static final String[] NAMES = {"user", "system", "irq", "steal", "iowait"};
    private static final String[] SHORT_NAMES = {"us", "sy", "ir", "st", "wa"};
    private static final String[] LETTER_NAMES = {"user", "system", "irq", "x:steal", "iowait"};
    private static final String[] SHORT_LETTER_NAMES = {"us", "sy", "ir", "x:", "wa"};

    /** The columns of a legend with two for each number and nothing before it. */
    private static final int DENSE_LEGEND = 5 * (2 + 2) + 4;

    @Override
    public String name() {
        return "cores";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        List<Core> cores = cores(state);
        int legend = canvas.rows() > 2 ? 1 : 0;
        Canvas body = canvas.clip(new Rect(0, 0, canvas.columns(), canvas.rows() - legend));
        if (legend > 0) legend(scene, canvas, canvas.rows() - 1);
        int rows = Math.max(1, body.rows() - 1);
        int across = (cores.size() + rows - 1) / rows;
        if (across * (LEAST_COLUMN + 1) - 1 <= body.columns() || cores.size() <= 1) bars(scene, cores, across, body);
        else {
            all(scene, body.clip(new Rect(0, 0, body.columns(), 1)));
            CoreCells.draw(cores, body.clip(new Rect(0, 1, body.columns(), body.rows() - 1)));
        }
    }

    /** A part of a core's time by its names in the legend; by its title where it has none. */
    static String words(Metric metric) {
        for (int i = 0; i < PARTS.length; i++)
            if (PARTS[i] == metric) return NAMES[i] + ", " + SHORT_NAMES[i] + (NAMES[i].equals("steal") ? ", x:" : "");
        return metric.title();
    }

    /** Until the first sample, room is kept for as many cores as are expected. */
    static List<Core> cores(State state) {
        List<Core> cores = state.shown().readings().cores();
        if (!cores.isEmpty() || !state.shown().readings().values().isEmpty()) return cores;
        List<Core> expected = new ArrayList<>();
        for (int id = 0; id < state.setup().cores(); id++) expected.add(Core.absent(id, Reading.WARMING_UP));
        return expected;
    }

    static Core all(Scene scene) {
        return Core.all(-1, scene.readings());
    }

    /** All together first, then each; as tall as there is room for. */
    private static void bars(Scene scene, List<Core> cores, int across, Canvas body) {
        if (across > 1) {
            all(scene, body.clip(new Rect(0, 0, body.columns(), 1)));
            grid(scene, cores, across, body.clip(new Rect(0, 1, body.columns(), body.rows() - 1)));
            return;
        }
        int blocks = cores.size() + 1;
        int axis = body.rows() > WITH_AXIS * blocks ? 1 : 0;
        int rows = body.rows() - axis;
        int height = Math.max(1, rows / blocks);
        int first = Math.max(1, rows - height * cores.size());
        if (axis > 0)
            TimeAxis.draw(body, rows, body.columns() - 1, scene.trends().time().stepNanos());
        all(scene, body.clip(new Rect(0, 0, body.columns(), first)));
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            Canvas block = body.clip(new Rect(0, first + i * height, body.columns(), height));
            bar(scene, block, core, scene.trends().ofCore(core.id()), Integer.toString(core.id()));
        }
    }

    private static void grid(Scene scene, List<Core> cores, int across, Canvas body) {
        int down = (cores.size() + across - 1) / across;
        int width = (body.columns() + 1) / across - 1;
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            Canvas block = body.clip(new Rect(i / down * (width + 1), i % down, width, 1));
            bar(scene, block, core, scene.trends().ofCore(core.id()), Integer.toString(core.id()));
        }
    }

    private static void all(Scene scene, Canvas canvas) {
        bar(scene, canvas, all(scene), scene.trends().busy(), "all");
    }

    /** A line: name, bar, number; and the history beneath it, or to the right where there is just that line. */
    private static void bar(Scene scene, Canvas canvas, Core core, History history, String label) {
        int row = 0;
        boolean tall = canvas.rows() > 1;
        int over = tall ? 0 : canvas.columns() - LEAST_COLUMN;
        int graph = over < 4 ? 0 : Math.max(4, over / 2);
        int width = canvas.columns() - LABEL - NUMBER - graph - (graph > 0 ? 1 : 0);
        boolean marked = !core.usable() && label.length() < 3;
        canvas.right(3, row, marked ? "x" + label : label, Ink.FAINT);
        if (!(core.busy() instanceof Reading.Absent(Reading.Why why, String detail) && why != Reading.Why.WARMING_UP))
            Bar.draw(canvas, LABEL, row, width, shares(core), INKS, LETTERS);
        else canvas.fit(LABEL, row, width, ((Reading.Absent) core.busy()).words(), Ink.FAINT);
        int end = LABEL + width + NUMBER;
        Paint.number(canvas, end - 2, row, core.busy(), Format.PERCENT, Ink.STRONG);
        canvas.text(end - 1, row, "%", Ink.FAINT);
        Rect place = tall ? new Rect(0, 1, canvas.columns(), canvas.rows() - 1) : new Rect(end + 1, 0, graph, 1);
        Graph.heat(canvas.clip(place), new Plotted(history), 100);
        MarkSigns.onMachine(scene, canvas.clip(place), history);
    }

    /** Of what its number counts: waiting for a disk is idle, and in the legend alone. */
    private static double[] shares(Core core) {
        return new double[] {
            core.user().orElse(0) / 100,
            core.system().orElse(0) / 100,
            core.irq().orElse(0) / 100,
            core.steal().orElse(0) / 100
        };
    }

    /** The split of all cores in words and numbers: it explains the colours, and stands in for them. */
    private static void legend(Scene scene, Canvas canvas, int row) {
        boolean letters = canvas.symbols().glyphs() == Glyphs.ASCII;
        boolean whole = canvas.columns() >= 52 + (letters ? 2 : 0);
        String[] names = whole ? letters ? LETTER_NAMES : NAMES : letters ? SHORT_LETTER_NAMES : SHORT_NAMES;
        int spare = canvas.columns() - DENSE_LEGEND;
        int gap = whole || spare >= 2 * PARTS.length - 1 ? 2 : 1;
        int[] widths = widths(scene, canvas, names, whole ? 4 : spare >= PARTS.length ? 3 : 2, gap);
        int column = 0;
        // A name without its number says nothing: what has no room is left out.
        for (int i = 0; i < PARTS.length && column + names[i].length() + widths[i] <= canvas.columns(); i++) {
            column = canvas.text(column, row, names[i], INKS[i]) + widths[i];
            Paint.number(canvas, column, row, scene.readings().of(PARTS[i]), Format.PERCENT, Ink.PLAIN);
            column += gap;
        }
    }

    /** The columns of each number, all alike; but one of 100 has its room, which the last ones have to spare then. */
    private static int[] widths(Scene scene, Canvas canvas, String[] names, int usual, int gap) {
        int[] widths = new int[PARTS.length];
        int[] least = new int[PARTS.length];
        int over = -canvas.columns() - gap;
        for (int i = 0; i < PARTS.length; i++) {
            least[i] = Format.PERCENT
                    .of(scene.readings().of(PARTS[i]), canvas.symbols())
                    .length();
            widths[i] = Math.max(usual, usual > 2 ? least[i] + 1 : least[i]);
            over += names[i].length() + widths[i] + gap;
        }
        for (int i = PARTS.length - 1; i >= 0 && over > 0; i--) {
            int less = Math.min(over, widths[i] - least[i]);
            widths[i] -= less;
            over -= less;
        }
        return widths;
    }
}
