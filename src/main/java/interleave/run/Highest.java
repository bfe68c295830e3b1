package interleave.run;

import static interleave.run.SampleField.Kind.PEAK;
import static interleave.run.SampleField.Kind.STATE;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The most of each state over the frames of a {@link RunWindow}. Immutable. */
final class Highest {
    private final RunSample most;

    /** Those of the further figures, which are of the time since the frame before. */
    private final Map<String, Double> extra;

    private Highest(RunSample most, Map<String, Double> extra) {
        this.most = most;
        this.extra = extra;
    }

    /** Of a window of one frame: its instant is part of the window, the time before it is not. */
    static Highest at(Frame opened) {
        return new Highest(opened.sample(), Map.of());
    }

    /**
     * With a further frame. A peak since the start that has grown since the window opened was reached in it, between
     * two frames.
     *
     * @param whole whether the time since the frame before is part of the window
     */
    Highest plus(Frame opened, Frame next, boolean whole) {
        RunSample.Builder more = higher(most, next.sample());
        for (SampleField peak : RunSample.FIELDS)
            if (peak.kind == PEAK && next.of(peak) > opened.of(peak)) more.put(peak.state, next.of(peak));
        return new Highest(more.build(), whole ? higher(extra, next.extra()) : extra);
    }

    Highest plus(Highest other) {
        return new Highest(higher(most, other.most).build(), higher(extra, other.extra));
    }

    /** Of a state that a frame of the window told. */
    long of(SampleField state) {
        return most.of(state);
    }

    /** Empty where no frame told it of a time within the window. */
    OptionalDouble ofExtra(String name) {
        Double highest = extra.get(name);
        return highest == null ? OptionalDouble.empty() : OptionalDouble.of(highest);
    }

    private static RunSample.Builder higher(RunSample one, RunSample other) {
        RunSample.Builder higher = new RunSample.Builder();
        for (SampleField field : RunSample.FIELDS)
            if (field.kind == STATE && (one.has(field) || other.has(field)))
                higher.put(field, Math.max(one.orElse(field, Long.MIN_VALUE), other.orElse(field, Long.MIN_VALUE)));
        return higher;
    }

    private static Map<String, Double> higher(Map<String, Double> one, Map<String, Double> other) {
        if (other.isEmpty()) return one;
        Map<String, Double> higher = new HashMap<>(one);
        other.forEach((name, value) -> higher.merge(name, value, Math::max));
        return higher;
    }
}
