package interleave.cli;

import interleave.lab.Comparison;
import interleave.lab.Interleaving;
import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.stats.Bootstrap;
import interleave.lab.stats.Interval;
import interleave.metric.Reading;
import interleave.record.HumanText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A comparison for people: by quantity a line with a bar for each candidate, then what of it can be told and how it was
 * measured.
 *
 * @param blocks whether bars may be of block characters
 * @param room the columns of whoever reads; empty: as many as it takes
 */
record ContestText(boolean blocks, OptionalInt room) implements ContestReport {
    private static final int BAR = 16;

    /** A shorter bar tells nothing. */
    private static final int LEAST_BAR = 6;

    private static final int SPREAD = 8;
    private static final String GAP = "  ";
    private static final int INDENT = 4;
    private static final int NUMBER = 11;

    @Override
    public List<String> begin(Contest contest, Duration duration) {
        return List.of();
    }

    @Override
    public Optional<String> repetition(Contest contest, int candidate, int number, Repetition repetition) {
        return Optional.empty();
    }

    @Override
    public List<String> end(Contest contest, Interleaving interleaving, Duration elapsed, Optional<String> signal) {
        List<String> lines = new ArrayList<>();
        List<Comparison> all = interleaving.comparisons();
        for (Quantity quantity : Quantity.values()) {
            List<Comparison> its =
                    all.stream().filter(one -> one.quantity() == quantity).toList();
            if (its.stream().anyMatch(one -> one.median().present())
                    || its.getFirst().baseMedian().present()) lines.addAll(of(contest, its, !lines.isEmpty()));
        }
        if (!lines.isEmpty()) lines.add("");
        lines.addAll(LineWidth.wrapped(told(contest, interleaving, elapsed, signal), INDENT, room));
        return lines;
    }

    private List<String> of(Contest contest, List<Comparison> its, boolean apart) {
        List<String> lines = new ArrayList<>();
        if (apart) lines.add("");
        Quantity quantity = its.getFirst().quantity();
        lines.add(quantity.title);
        Reading base = its.getFirst().baseMedian().map(quantity::inUnitOfTitle);
        double most = base.orElse(0);
        for (Comparison one : its)
            most = Math.max(most, one.median().map(quantity::inUnitOfTitle).orElse(0));
        int label = contest.entries().stream()
                .mapToInt(entry -> entry.label().length())
                .max()
                .orElse(0);
        int words = its.stream().mapToInt(one -> verdict(one).length()).max().orElse(0);
        Row row = row(label, words);
        lines.addAll(row.lines(contest.label(0), HumanText.number(base), bar(base, most, row), "", "base"));
        for (Comparison one : its) {
            Reading median = one.median().map(quantity::inUnitOfTitle);
            lines.addAll(row.lines(
                    contest.label(one.candidate()),
                    HumanText.number(median),
                    bar(median, most, row),
                    spread(one),
                    verdict(one)));
        }
        return lines;
    }

    /**
     * The form of a line for a candidate.
     *
     * @param label the width of the names
     * @param bar that of the bar; 0: there is none
     * @param below whether the verdict has a line of its own
     */
    private record Row(int label, int bar, boolean below) {
        List<String> lines(String name, String number, String drawn, String spread, String words) {
            String figures = GAP
                    + pad(name, -label)
                    + pad(number, NUMBER)
                    + (bar == 0 ? "" : GAP + pad(drawn, -bar))
                    + pad(spread, SPREAD);
            if (below && !spread.isEmpty()) return List.of(figures.stripTrailing(), " ".repeat(INDENT) + words);
            return List.of((figures + GAP + words).stripTrailing());
        }
    }

    /** With a bar as long as there is room for it; where there is none, what follows from the numbers goes below. */
    private Row row(int label, int words) {
        int figures = GAP.length() + label + NUMBER + SPREAD;
        int most = room.orElse(Integer.MAX_VALUE);
        int beside = most - figures - 2 * GAP.length() - words;
        if (beside >= LEAST_BAR) return new Row(label, Math.min(BAR, beside), false);
        int alone = most - figures - GAP.length();
        return new Row(label, alone >= LEAST_BAR ? Math.min(BAR, alone) : 0, true);
    }

    private String bar(Reading value, double most, Row row) {
        int length = most <= 0 ? 0 : (int) Math.round(row.bar * value.orElse(0) / most);
        return (blocks ? "\u2588" : "#").repeat(Math.max(0, length));
    }

    private static String spread(Comparison one) {
        return one.spread().text(spread -> String.format(Locale.ROOT, "+-%.1f%%", 100 * spread / 2), "");
    }

    private static String verdict(Comparison one) {
        // That there are too few repetitions is said once, below.
        boolean few = one.repetitions() < Bootstrap.FEWEST;
        String words = one.verdict().words
                + one.why().filter(why -> !few).map(why -> ": " + why).orElse("");
        if (one.ratio().isEmpty()) return words;
        Interval ratio = one.ratio().get();
        return HumanText.number(one.middle()) + "x (" + HumanText.number(ratio.low()) + " to "
                + HumanText.number(ratio.high()) + ")  " + words;
    }

    private static List<String> told(
            Contest contest, Interleaving interleaving, Duration elapsed, Optional<String> signal) {
        List<String> lines = new ArrayList<>();
        interleaving.tooNoisy().ifPresent(why -> lines.add("INCONCLUSIVE: " + why));
        if (interleaving.tooNoisy().isEmpty() && fewest(contest, interleaving) < Bootstrap.FEWEST)
            lines.add("INCONCLUSIVE: fewer than " + Bootstrap.FEWEST + " repetitions of each; a longer --within allows"
                    + " more");
        signal.ifPresent(name -> lines.add("cut short by " + name + ": this is what was finished"));
        if (interleaving.end().filter(Interleaving.End.TIME::equals).isPresent())
            imprecise(contest, interleaving).ifPresent(lines::add);
        lines.add(contest.loads() + "; " + PlaceOption.words(contest.place(), contest.sides()) + alone(contest));
        contest.baseline().ifPresent(file -> lines.add("the base is from " + file + ", measured at another time"));
        lines.add(counts(contest, interleaving) + " in turn (seed "
                + contest.rules().seed() + "), each in a fresh"
                + " process, in " + seconds(elapsed) + "; medians, +- half the distance of the quartiles,"
                + " 95 % intervals of ratios (bootstrap)");
        lines.add(noise(contest, interleaving));
        return lines;
    }

    /** Those that have all CPUs beside others that have not. */
    private static String alone(Contest contest) {
        if (contest.place() == Place.FREE) return "";
        String alone = contest.entries().stream()
                .filter(entry -> !PlaceOption.hasOtherSide(entry.spec().workload()))
                .map(Contest.Entry::label)
                .collect(Collectors.joining(", "));
        return alone.isEmpty() ? "" : "; all CPUs for " + alone;
    }

    private static Optional<String> imprecise(Contest contest, Interleaving interleaving) {
        String wide = interleaving.imprecise().stream()
                .map(one -> one.quantity().title + " of " + contest.label(one.candidate()))
                .collect(Collectors.joining(", "));
        if (wide.isEmpty()) return Optional.empty();
        return Optional.of(
                "not as precise as " + HumanText.number(100 * contest.rules().precision()) + " % within "
                        + seconds(contest.rules().within()) + ": " + wide);
    }

    private static String counts(Contest contest, Interleaving interleaving) {
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < contest.entries().size(); i++)
            counts.add(String.valueOf(interleaving.of(i).size()));
        String each = String.join(", ", counts);
        if (counts.stream().distinct().count() == 1) return counts.getFirst() + " repetitions of each";
        return each + " repetitions";
    }

    private static int fewest(Contest contest, Interleaving interleaving) {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < contest.entries().size(); i++)
            fewest = Math.min(fewest, interleaving.of(i).size());
        return fewest;
    }

    private static String noise(Contest contest, Interleaving interleaving) {
        List<Noise> counted = new ArrayList<>();
        for (int i = 0; i < contest.entries().size(); i++)
            interleaving.of(i).forEach(repetition -> counted.add(repetition.noise()));
        List<String> spoiled = interleaving.spoiled();
        String redone = spoiled.isEmpty()
                ? "none was spoiled"
                : spoiled.size() + (spoiled.size() == 1 ? " was" : " were")
                        + " spoiled, and done again while there was time, last: " + spoiled.getLast();
        return "noise at most: " + Noise.most(counted).words() + "; " + redone + leftOut(counted);
    }

    /** Empty where nothing is left out. */
    private static String leftOut(List<Noise> counted) {
        double share = counted.stream()
                .mapToDouble(noise -> noise.slowed().orElse(0))
                .average()
                .orElse(0);
        if (share == 0) return "";
        return "; left out: "
                + String.format(
                        Locale.ROOT, "%.1f %% of the measured time, in which CPUs were slowed unseen", 100 * share);
    }

    private static String seconds(Duration time) {
        return Math.round(time.toMillis() / 1e3) + " s";
    }

    private static String pad(String text, int width) {
        return width == 0 ? text : String.format(Locale.ROOT, "%" + width + "s", text);
    }
}
