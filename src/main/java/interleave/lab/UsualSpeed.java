package interleave.lab;

import interleave.lab.stats.Medians;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The speed that CPUs usually have while a certain run has them, learnt from its windows, so that what the run itself
 * does on its cores is in it. Of its first windows a slow one cannot be told. One thread.
 */
final class UsualSpeed {
    /** So many windows back: clocks change with the heat. */
    private static final int WINDOWS = 120;

    /** So much of what was seen is no faster: a neighbour slows down some windows, and few are faster than usual. */
    private static final double USUAL = 0.75;

    /** Below that share of the usual. Undisturbed, windows have 0.96 to 1.02 of it here, and disturbed 0.91 to 0.6. */
    private static final double SLOW = 0.93;

    private final Deque<Double> seen = new ArrayDeque<>();

    /** Those that were not slow, of which the speed is not known included; it learns from all. */
    List<MeasuredWindow> kept(List<MeasuredWindow> windows) {
        windows.forEach(window -> window.speed().ifPresent(this::learn));
        double least = SLOW * usual();
        return windows.stream().filter(window -> atLeast(least, window.speed())).toList();
    }

    private void learn(double speed) {
        seen.addLast(speed);
        if (seen.size() > WINDOWS) seen.removeFirst();
    }

    private double usual() {
        double[] all = seen.stream().mapToDouble(Double::doubleValue).toArray();
        return all.length == 0 ? 0 : Medians.quantile(all, USUAL);
    }

    private static boolean atLeast(double least, OptionalDouble speed) {
        return speed.isEmpty() || speed.getAsDouble() >= least;
    }
}
