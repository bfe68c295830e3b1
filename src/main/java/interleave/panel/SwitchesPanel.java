package interleave.panel;

import static interleave.metric.HostMetrics.INTERRUPTS_PER_S;
import static interleave.metric.HostMetrics.SELF_SWITCHES_PER_S;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.screen.Bar;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine's kernel switches: how many, since when, and by whom. */
final class SwitchesPanel implements Panel {
    /** An idle machine's few hundred switches are flat on this scale. */
    private static final double LEAST_SCALE = 10_000;

    /** Who switched: a run by its key, the service, the monitor, or all others. */
    private record Part(String label, double perSecond, Ink ink) {}

    @Override
    public String name() {
        return "switches";
    }

    @Override
    public String note(State state) {
        return "0 to " + Numbers.count(scale(state.shown().trends().switches())) + "/s";
    }

    @Override
    public void draw(State state, Canvas canvas) {
        Scene scene = state.shown();
        Reading switches = scene.readings().of(SWITCHES_PER_S);
        rate(canvas, 0, "switches/s", switches, Ink.STRONG);
        rate(canvas, 1, "interrupts/s", scene.readings().of(INTERRUPTS_PER_S), Ink.PLAIN);
        List<Part> parts = parts(scene, switches);
        int used = 2;
        if (canvas.rows() > 3) split(canvas, used++, parts, scale(scene.trends().switches()));
        if (canvas.rows() > 4) used += legend(canvas, used, parts, Math.clamp((canvas.rows() + 3) / 5, 1, 3));
        Canvas graph = canvas.clip(new Rect(0, used, canvas.columns(), canvas.rows() - used));
        History history = scene.trends().switches();
        Graph.draw(graph, history, scale(history), Ink.GRAPH_LOW);
        if (switches instanceof Reading.Absent absent) canvas.fit(0, used, canvas.columns(), absent.words(), Ink.FAINT);
    }

    /** Over all that is remembered rather than over what is seen, so that the scale changes rarely. */
    private static double scale(History history) {
        return Graph.scale(history, history.size(), LEAST_SCALE);
    }

    private static void rate(Canvas canvas, int row, String label, Reading reading, Ink ink) {
        canvas.text(0, row, label, Ink.FAINT);
        Paint.number(canvas, canvas.columns(), row, reading, Format.COUNT, ink);
    }

    private static List<Part> parts(Scene scene, Reading switches) {
        List<Part> parts = new ArrayList<>();
        double known = 0;
        for (int i = 0; i < scene.slots().size(); i++) {
            if (!scene.slots().get(i).live()) continue;
            RunView run = scene.slots().get(i).run().orElseThrow();
            if (!(run.rates().switchesPerSecond() instanceof Reading.Value(double rate))) continue;
            parts.add(new Part(String.valueOf(Paint.key(scene.slots().get(i))), rate, Paint.run(i)));
            known += rate;
        }
        Optional<RunView> service = scene.service();
        if (service.isPresent() && service.get().rates().switchesPerSecond() instanceof Reading.Value(double rate)) {
            parts.add(new Part("service", rate, Ink.PLAIN));
            known += rate;
        }
        Reading own = scene.readings().of(SELF_SWITCHES_PER_S);
        known += own.orElse(0);
        // The worker's interval and the machine's begin and end at slightly different times: never below nothing.
        if (switches instanceof Reading.Value(double all))
            parts.add(new Part("rest", Math.max(0, all - known), Ink.REST));
        if (own instanceof Reading.Value(double rate)) parts.add(new Part("monitor", rate, Ink.FAINT));
        return parts;
    }

    /** On the graph's scale, so that it is as long as there is much to split. */
    private static void split(Canvas canvas, int row, List<Part> parts, double scale) {
        double[] shares = new double[parts.size()];
        Ink[] inks = new Ink[parts.size()];
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = parts.get(i).perSecond() / scale;
            inks[i] = parts.get(i).ink();
            letters.append(parts.get(i).label().charAt(0));
        }
        Bar.draw(canvas, 0, row, canvas.columns(), shares, inks, letters.toString());
    }

    /** Names and numbers of the bar's parts, in so many lines, always the same. */
    private static int legend(Canvas canvas, int row, List<Part> parts, int lines) {
        int column = 0;
        int line = 0;
        for (Part part : parts) {
            int width = part.label().length() + 6;
            if (column > 0 && column + width > canvas.columns()) {
                column = 0;
                line++;
            }
            if (line >= lines) break;
            canvas.text(column, row + line, part.label(), part.ink());
            canvas.right(column + width, row + line, Numbers.count(part.perSecond()), Ink.PLAIN);
            column += width + 2;
        }
        return lines;
    }
}
