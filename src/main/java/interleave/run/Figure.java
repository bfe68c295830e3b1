package interleave.run;

import interleave.metric.Extra;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A further figure of a task or model, such as lost updates: as {@link Extra} names it, or by its own name where it is not
 * in that catalogue.
 *
 * @param reading a count since the run began; of a time that only grows, its growth per task; of a state, the highest within the window
 * @param telling whether it is what its run is there to show
 */
public record Figure(String title, Unit unit, Reading reading, boolean telling) {
    /** Those that the newest frame has. */
    public static List<Figure> of(RunWindow window) {
        if (window.last().isEmpty() || window.last().get().extra().isEmpty()) return List.of();
        List<Figure> figures = new ArrayList<>();
        for (String name : window.last().get().extra().keySet()) figures.add(of(name, window.figure(name), window));
        return List.copyOf(figures);
    }

    private static Figure of(String name, double value, RunWindow window) {
        Optional<Extra> extra = Extra.named(name);
        if (extra.isEmpty()) return new Figure(name, Unit.COUNT, Reading.of(value), false);
        boolean time = extra.get().unit() == Unit.MICROSECONDS || extra.get().unit() == Unit.MILLISECONDS;
        if (extra.get().counter() && time)
            return new Figure(
                    extra.get().title() + " per task",
                    extra.get().unit(),
                    perTask(name, window),
                    value >= extra.get().telling());
        return new Figure(
                extra.get().title(),
                extra.get().unit(),
                Reading.of(value),
                value >= extra.get().telling());
    }

    private static Reading perTask(String name, RunWindow window) {
        Frame first = window.first().orElseThrow();
        Frame last = window.last().orElseThrow();
        if (first == last || !first.extra().containsKey(name)) return Reading.WARMING_UP;
        double growth = last.extra().get(name) - first.extra().get(name);
        return Rates.ratio(growth, last.completed() - first.completed(), "no task ended");
    }
}
