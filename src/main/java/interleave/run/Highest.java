package interleave.run;

import java.util.Arrays;

/** The most of each {@link Gauge} over the frames of a {@link RunWindow}. Immutable. */
final class Highest {
    private static final int COUNT = Gauge.ALL.size();

    private final double[] most;

    private Highest(double[] most) {
        this.most = most;
    }

    /** Of a window of one frame: its instant is part of the window, the time before it is not. */
    static Highest at(Frame opened) {
        double[] most = new double[COUNT];
        for (int i = 0; i < COUNT; i++)
            most[i] = Gauge.ALL.get(i).instant() ? Gauge.ALL.get(i).value().applyAsDouble(opened) : Double.NaN;
        return new Highest(most);
    }

    /**
     * With a further frame. A peak since the start that has grown since the window opened was reached in it, between
     * two frames.
     *
     * @param whole whether the time since the frame before is part of the window
     */
    Highest plus(Frame opened, Frame next, boolean whole) {
        double[] more = Arrays.copyOf(most, COUNT);
        for (int i = 0; i < COUNT; i++) {
            Gauge gauge = Gauge.ALL.get(i);
            if (!gauge.instant() && !whole) continue;
            more[i] = higher(more[i], gauge.value().applyAsDouble(next));
            double peak = gauge.peak().applyAsDouble(next);
            if (peak > gauge.peak().applyAsDouble(opened)) more[i] = peak;
        }
        return new Highest(more);
    }

    Highest plus(Highest other) {
        double[] more = Arrays.copyOf(most, COUNT);
        for (int i = 0; i < COUNT; i++) more[i] = higher(more[i], other.most[i]);
        return new Highest(more);
    }

    /** NaN where no frame told it. */
    double of(Gauge gauge) {
        return most[Gauge.ALL.indexOf(gauge)];
    }

    private static double higher(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }
}
