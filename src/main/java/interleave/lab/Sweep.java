package interleave.lab;

import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import interleave.lab.stats.Medians;
import interleave.lab.stats.Repeated;
import interleave.lab.stats.Scalability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The curve of tasks per second along one setting: points by the ratio of 2, two more beside the best, and as many
 * repetitions of those that may be the best as a verdict takes. A repetition that noise has spoiled is done again. One
 * thread.
 */
public final class Sweep {
    /** Of a point that cannot be the best. */
    private static final int PLAIN = 2;

    /** The share of the best's tasks per second from which on a point may be the best. */
    private static final double NEAR = 0.9;

    /** The share of it from which on the curve has bent. */
    private static final double BENT = 0.95;

    /** From which relative distance of any point on the law describes them no more. */
    private static final double FITS = 0.15;

    private static final int DRAWS = 1000;
    private static final int LAW_DRAWS = 500;

    private final TreeMap<Long, List<Repetition>> points = new TreeMap<>();
    private final List<Long> round = new ArrayList<>();
    private final List<String> spoiled = new ArrayList<>();
    private final TimeLimit limit;
    private final Random lot;
    private final long seed;
    private boolean refined;
    private boolean over;
    private int done;

    /** The best value, and the least and the most that may be it, with 95 % confidence. */
    public record Best(long value, long low, long high) {}

    /**
     * @param within how long it may take in all
     * @param longest how long one repetition takes at most where nothing else keeps the machine busy
     */
    public Sweep(long from, long to, Duration within, Duration longest, long seed) {
        for (long value = from; value < to; value *= 2) points.put(value, new ArrayList<>());
        points.put(to, new ArrayList<>());
        this.limit = new TimeLimit(within, longest, points.size());
        this.lot = new Random(seed);
        this.seed = seed;
    }

    /** The next value to be measured; empty when it is enough. */
    public OptionalLong next(Duration elapsed) {
        if (over || limit.isTooLate(elapsed, done)) over = true;
        else if (round.isEmpty()) newRound();
        return over || round.isEmpty() ? OptionalLong.empty() : OptionalLong.of(round.removeFirst());
    }

    private void newRound() {
        if (!refined && points.values().stream().noneMatch(List::isEmpty)) refine();
        Optional<Long> best = top();
        points.forEach((value, repetitions) -> {
            boolean near = best.isPresent() && !repetitions.isEmpty() && median(value) >= NEAR * median(best.get());
            if (repetitions.size() < (near ? Bootstrap.FEWEST : PLAIN)) round.add(value);
        });
        Collections.shuffle(round, lot);
    }

    /** Halfway, by ratio, between the best and its neighbours: there the curve bends. */
    private void refine() {
        refined = true;
        long best = top().orElseThrow();
        for (Long neighbour : new Long[] {points.lowerKey(best), points.higherKey(best)})
            if (neighbour != null)
                points.putIfAbsent(Math.round(Math.sqrt((double) neighbour * best)), new ArrayList<>());
    }

    public void add(long value, Repetition repetition) {
        done++;
        Optional<String> why = repetition.noise().spoils();
        if (why.isEmpty() && repetition.value(Quantity.TASKS_PER_S).isPresent()) {
            points.get(value).add(repetition);
        } else {
            spoiled.add(why.orElse("too few tasks"));
            round.addLast(value);
        }
    }

    /** Whoever asked for it wants no more. */
    public void stop() {
        over = true;
    }

    /** The repetitions that count, by value, in order; those of values that were not reached are none. */
    public Map<Long, List<Repetition>> points() {
        return Collections.unmodifiableMap(points);
    }

    public List<String> spoiled() {
        return List.copyOf(spoiled);
    }

    public int repetitions() {
        return done;
    }

    /** Tasks per second there; there must have been a repetition. */
    public double median(long value) {
        return Medians.median(tasks(value));
    }

    private List<Repeated> tasks(long value) {
        return points.get(value).stream()
                .flatMap(one -> one.value(Quantity.TASKS_PER_S).stream())
                .toList();
    }

    private List<Long> measured() {
        return points.keySet().stream()
                .filter(value -> !points.get(value).isEmpty())
                .toList();
    }

    private Optional<Long> top() {
        return points.values().stream().anyMatch(List::isEmpty) && !refined
                ? Optional.empty()
                : measured().stream().max((a, b) -> Double.compare(median(a), median(b)));
    }

    private List<Long> contenders(double top) {
        return measured().stream().filter(value -> median(value) >= NEAR * top).toList();
    }

    /** Empty where a point that may be the best has too few repetitions, or a point has none. */
    public Optional<Best> best() {
        Optional<Long> top = top();
        if (top.isEmpty() || points.values().stream().anyMatch(List::isEmpty)) return Optional.empty();
        List<Long> near = contenders(median(top.get()));
        if (near.stream().anyMatch(value -> points.get(value).size() < Bootstrap.FEWEST)) return Optional.empty();
        SplittableRandom draw = new SplittableRandom(seed);
        double[] best = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double most = -1;
            for (long value : near) {
                double median = Bootstrap.redrawnMedian(tasks(value), draw);
                if (median > most) best[i] = value;
                most = Math.max(most, median);
            }
        }
        return Optional.of(
                new Best(top.get(), (long) Medians.nearest(best, 0.025), (long) Medians.nearest(best, 0.975)));
    }

    /** The least value that gives 95 % of the best's tasks per second. */
    public OptionalLong knee() {
        Optional<Long> top = top();
        if (top.isEmpty()) return OptionalLong.empty();
        return measured().stream()
                .filter(value -> median(value) >= BENT * median(top.get()))
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The 95 % intervals of a law's numbers, by a bootstrap over the repetitions of each point. */
    public record LawSpread(Interval lambda, Interval sigma, Interval kappa) {}

    /** Of the law of the points; empty where there is none. */
    public Optional<LawSpread> lawSpread() {
        if (law().isEmpty()) return Optional.empty();
        List<List<Repeated>> tasks = measured().stream().map(this::tasks).toList();
        double[] n = measured().stream().mapToDouble(Long::doubleValue).toArray();
        SplittableRandom draw = new SplittableRandom(seed);
        double[][] drawn = new double[3][LAW_DRAWS];
        for (int i = 0; i < LAW_DRAWS; i++) {
            double[] x = tasks.stream()
                    .mapToDouble(of -> Bootstrap.redrawnMedian(of, draw))
                    .toArray();
            Scalability law = Scalability.fit(n, x);
            drawn[0][i] = law.lambda();
            drawn[1][i] = law.sigma();
            drawn[2][i] = law.kappa();
        }
        return Optional.of(new LawSpread(spread(drawn[0]), spread(drawn[1]), spread(drawn[2])));
    }

    private static Interval spread(double[] drawn) {
        return new Interval(Medians.quantile(drawn, 0.025), Medians.quantile(drawn, 0.975));
    }

    /** The law of the points; empty where it does not describe them, or there are fewer than five. */
    public Optional<Scalability> law() {
        List<Long> values = measured();
        if (values.size() < 5) return Optional.empty();
        double[] n = values.stream().mapToDouble(Long::doubleValue).toArray();
        double[] x = values.stream().mapToDouble(this::median).toArray();
        return Optional.of(Scalability.fit(n, x)).filter(law -> law.error(n, x) <= FITS);
    }
}
