package interleave.panel;

import static interleave.metric.HostMetrics.INTERRUPTS_PER_S;
import static interleave.metric.HostMetrics.SELF_SWITCHES_PER_S;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;
import static interleave.metric.Reading.Why.STALE;

import interleave.metric.BusyProcess;
import interleave.metric.History;
import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.screen.Bar;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.spec.Workload;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;

/** The machine's kernel switches: how many, since when, and by whom. */
final class SwitchesPanel implements Panel {
    /** An idle machine's few hundred switches are flat on this scale. */
    private static final double LEAST_SCALE = 10_000;

    /** Below this width the parts stand closer, so that three runs, their service and the rest have room. */
    private static final int NARROW = 30;

    /** The cells of a number beside its label. */
    private static final int NUMBER = 6;

    /** Names of runs get no shorter: the service and the monitor are told whole. */
    private static final int LEAST_LABEL = 7;

    /** Names of other programs do, where the rest would have no room beside them. */
    private static final int LEAST_PROGRAM = 3;

    /** A lower panel rather has a second line for who switched. */
    private static final int WITH_INTERRUPTS = 6;

    /** A graph so high has a line for the time beneath it. */
    private static final int WITH_AXIS = 4;

    /** The inks of the busiest of the other processes, and of none that usually runs at the same time. */
    private static final Ink[] NAMED = {Ink.RUN_8, Ink.RUN_6, Ink.RUN_5};

    /** The workers' intervals and the machine's begin and end at slightly different times. */
    private static final String UNKNOWN = "the parts do not add up to the whole";

    /** Who switched: a run by its key, the service, a process by its name, the monitor, or all others. */
    private record Switcher(Label name, Reading perSecond, Ink ink, boolean exact) {
        Switcher(String label, Reading perSecond, Ink ink) {
            this(new Label(label, false), perSecond, ink, true);
        }

        static Switcher of(BusyProcess process, Ink ink) {
            return new Switcher(
                    new Label(process.name(), true), Reading.of(process.switchesPerSecond()), ink, process.exact());
        }
    }

    @Override
    public String name() {
        return "switches";
    }

    @Override
    public String note(State state) {
        Scale scale = scale(state.shown());
        return scale.peak().isEmpty() ? scale.range("/s") : scale.peak() + ", " + scale.range("/s");
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Scene scene = state.shown();
        Reading switches = scene.readings().of(SWITCHES_PER_S);
        rate(canvas, 0, "switches/s", switches, Ink.STRONG);
        int used = 1;
        if (canvas.rows() >= WITH_INTERRUPTS)
            rate(canvas, used++, "interrupts/s", scene.readings().of(INTERRUPTS_PER_S), Ink.PLAIN);
        List<Switcher> parts = parts(scene, switches);
        double top = scale(scene).top();
        if (canvas.rows() > 3) split(canvas, used++, parts, top);
        if (canvas.rows() > 4) used += legend(canvas, used, parts, Math.clamp((canvas.rows() + 5) / 5, 1, 3));
        int axis = canvas.rows() - used >= WITH_AXIS ? 1 : 0;
        Canvas graph = canvas.clip(new Rect(0, used, canvas.columns(), canvas.rows() - used - axis));
        if (axis > 0)
            TimeAxis.draw(
                    canvas,
                    canvas.rows() - 1,
                    canvas.columns() - 1,
                    scene.trends().time().stepNanos());
        History history = scene.trends().switches();
        Graph.draw(graph, new Plotted(history), top, Ink.GRAPH_LOW);
        MarkSigns.onMachine(scene, graph, history);
        if (switches instanceof Reading.Absent absent) canvas.fit(0, used, canvas.columns(), absent.words(), Ink.FAINT);
    }

    /** Over all that is remembered rather than over what is seen, so that the scale changes rarely. */
    private static Scale scale(Scene scene) {
        History history = scene.trends().switches();
        return Scale.of(
                history, history.size(), LEAST_SCALE, scene.trends().time().stepNanos());
    }

    private static void rate(Canvas canvas, int row, String label, Reading reading, Ink ink) {
        canvas.text(0, row, label, Ink.FAINT);
        Paint.number(canvas, canvas.columns(), row, reading, Format.COUNT, ink);
    }

    private static List<Switcher> parts(Scene scene, Reading switches) {
        List<Switcher> parts = new ArrayList<>();
        for (int i = 0; i < scene.slots().size(); i++) {
            if (!scene.slots().get(i).live()) continue;
            RunView run = scene.slots().get(i).run().orElseThrow();
            parts.add(new Switcher(
                    Paint.label(scene.slots().get(i)), run.readings().of(CostMetrics.SWITCHES_PER_S), Paint.run(i)));
        }
        for (RunView run : scene.others()) {
            if (!run.live()) continue;
            String label = run.status().service()
                    ? RunWords.helper(run)
                    : run.status().workload().toString();
            parts.add(new Switcher(label, run.readings().of(CostMetrics.SWITCHES_PER_S), Ink.PLAIN));
        }
        List<BusyProcess> named = Named.of(scene);
        for (int i = 0; i < named.size(); i++) parts.add(Switcher.of(named.get(i), NAMED[i]));
        Reading own = scene.readings().of(SELF_SWITCHES_PER_S);
        parts.add(new Switcher("rest", rest(switches, own, parts), Ink.REST));
        if (own.present()) parts.add(new Switcher("monitor", own, Ink.FAINT));
        return parts;
    }

    /**
     * The switches that nobody known caused. Missing unless everybody known has a number, and together less than all.
     */
    private static Reading rest(Reading all, Reading own, List<Switcher> parts) {
        double rest = all.orElse(0) - own.orElse(0);
        boolean known = all.present() && own.present();
        for (Switcher part : parts) {
            rest -= part.perSecond().orElse(0);
            known &= part.perSecond().present();
        }
        return known && rest >= 0 ? Reading.of(rest) : Reading.absent(STALE, UNKNOWN);
    }

    /** On the graph's scale, so that it is as long as there is much to split. */
    private static void split(Canvas canvas, int row, List<Switcher> parts, double scale) {
        double[] shares = new double[parts.size()];
        Ink[] inks = new Ink[parts.size()];
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = parts.get(i).perSecond().orElse(0) / scale;
            inks[i] = parts.get(i).ink();
            letters.append(parts.get(i).name().words().charAt(0));
        }
        Bar.draw(canvas, 0, row, canvas.columns(), shares, inks, letters.toString());
    }

    /**
     * The name of a part.
     *
     * @param program whether it is another program's, and none of ours
     */
    record Label(String words, boolean program) {
        /** So short that its number stands beside it in full. */
        private String fitted(int longest, char ellipsis) {
            int room = program ? longest : Math.max(longest, LEAST_LABEL);
            int slash = program ? -1 : words.indexOf('/');
            if (slash < 0) return Text.fit(words, room, ellipsis);
            return RunWords.name(new Workload(words.substring(0, slash), words.substring(slash + 1)), room, ellipsis);
        }
    }

    /** The most that a label may have for all of them to be told; where that is too little, as many are told whole. */
    static int longest(List<Label> labels, int columns, int lines) {
        int most = columns - NUMBER;
        for (int longest = most; longest >= LEAST_PROGRAM; longest--)
            if (lines(labels, longest, columns) <= lines) return longest;
        return most;
    }

    private static int lines(List<Label> labels, int longest, int columns) {
        int column = 0;
        int lines = 1;
        for (Label label : labels) {
            int width = label.fitted(longest, ' ').length() + NUMBER;
            if (column > 0 && column + width > columns) {
                column = 0;
                lines++;
            }
            column += width + gap(columns);
        }
        return lines;
    }

    private static int gap(int columns) {
        return columns < NARROW ? 1 : 2;
    }

    /** Names and numbers of the bar's parts, in so many lines, always the same. */
    private static int legend(Canvas canvas, int row, List<Switcher> parts, int lines) {
        List<Label> labels = new ArrayList<>(parts.size());
        for (Switcher part : parts) labels.add(part.name());
        int longest = longest(labels, canvas.columns(), lines);
        int column = 0;
        int line = 0;
        for (Switcher part : parts) {
            String label = part.name().fitted(longest, canvas.symbols().ellipsis());
            int width = label.length() + NUMBER;
            if (column > 0 && column + width > canvas.columns()) {
                column = 0;
                line++;
            }
            if (line >= lines) break;
            canvas.text(column, row + line, label, part.ink());
            Paint.number(canvas, column + width, row + line, part.perSecond(), Format.COUNT, Ink.PLAIN);
            if (!part.exact())
                canvas.put(column + label.length(), row + line, canvas.symbols().mark(Mark.AT_LEAST), Ink.FAINT);
            column += width + gap(canvas.columns());
        }
        return lines;
    }
}
