package interleave.lab;

import interleave.lab.stats.Medians;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The speed that CPUs usually have while a certain run has them, learnt from its windows, so that what the run itself
 * does on its cores is in it. Of its first windows a slow one can hardly be told. One thread.
 */
final class UsualSpeed {
    /** So many windows back: clocks change with the heat. */
    private static final int WINDOWS = 40;

    /** So much of what was seen is no faster: a neighbour slows down some looks, and few are faster than usual. */
    private static final double USUAL = 0.75;

    /** A look below that share of the usual is slow. Undisturbed ones have 0.96 to 1.04 of it here. */
    private static final double SLOW = 0.94;

    /**
     * By so much must a window's share of slow looks exceed what is usual beside the run, in whose interrupts the looks
     * are made, too: one look in thirty is slow beside 256 requests in flight, and one in three beside 5,000 a second.
     */
    private static final double MOST_SLOW = 0.12;

    /** By so many standard deviations of a share, too: looks are few. */
    private static final double DEVIATIONS = 2.5;

    /** Of a window. */
    private static final int LOOKS = 20;

    /** A neighbour leaves that share of the windows alone. */
    private static final double UNDISTURBED = 0.25;

    private final Deque<List<Double>> seen = new ArrayDeque<>();

    /** Those that were not slow, of which the speed is not known included; it learns from all. */
    List<MeasuredWindow> kept(List<MeasuredWindow> windows) {
        windows.forEach(window -> learn(window.speeds()));
        double least = SLOW * usual();
        double most = most(least);
        return windows.stream()
                .filter(window -> slow(window.speeds(), least) <= most)
                .toList();
    }

    /** The largest share of slow looks that may be of the run itself, and of chance. */
    private double most(double least) {
        if (seen.isEmpty()) return 1;
        double[] shares = seen.stream().mapToDouble(looks -> slow(looks, least)).toArray();
        double usual = Medians.quantile(shares, UNDISTURBED);
        double looks = seen.stream().mapToInt(List::size).average().orElse(1);
        return usual + Math.max(MOST_SLOW, DEVIATIONS * Math.sqrt(usual * (1 - usual) / looks));
    }

    /**
     * Takes in what was seen in the warm-up, under the run's load, so that the first windows that are measured are no
     * measure of themselves alone.
     *
     * @param looks one behind the other
     */
    void warmUp(List<Double> looks) {
        for (int from = 0; from + LOOKS <= looks.size(); from += LOOKS) learn(looks.subList(from, from + LOOKS));
    }

    private void learn(List<Double> speeds) {
        if (speeds.isEmpty()) return;
        seen.addLast(List.copyOf(speeds));
        if (seen.size() > WINDOWS) seen.removeFirst();
    }

    private double usual() {
        double[] all = seen.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return all.length == 0 ? 0 : Medians.quantile(all, USUAL);
    }

    /** The share of slow looks; 0 of none. */
    private static double slow(List<Double> speeds, double least) {
        long slow = speeds.stream().filter(speed -> speed < least).count();
        return slow == 0 ? 0 : (double) slow / speeds.size();
    }
}
