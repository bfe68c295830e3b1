package interleave.cli;

import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.Sweep;
import interleave.lab.stats.Interval;
import interleave.lab.stats.Medians;
import interleave.lab.stats.Repeated;
import interleave.lab.stats.Scalability;
import interleave.metric.Reading;
import interleave.record.Csv;
import interleave.record.HumanText;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.spec.Knob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The lines of a sweep when it is over.
 *
 * @param axis what was swept, as the option has it
 */
record SweepReport(String label, String axis, Place place, Place.Sides sides) {
    private static final int ROWS = 10;
    private static final String ROW = "%11s %12s %10s %10s %10s  %11s";
    private static final int LABEL = 10;

    /** For programs: a point each, then the summary, which is the last line of every command's. */
    List<String> lines(Sweep sweep, Report.Line line, Duration elapsed, Optional<String> signal) {
        List<String> lines = new ArrayList<>();
        sweep.points().forEach((value, repetitions) -> lines.add(line.of("point", point(value, repetitions))));
        lines.add(line.of("summary", summary(sweep, elapsed, signal)));
        return lines;
    }

    /** For tables: all under one header, whatever came out. */
    List<String> csv(Sweep sweep, Instant now, Duration elapsed, Optional<String> signal) {
        Csv csv = Csv.of(List.of(point(1, List.of()), example()));
        List<String> lines = new ArrayList<>(List.of(csv.header()));
        lines.addAll(lines(sweep, (type, fields) -> csv.line(type, now, fields), elapsed, signal));
        return lines;
    }

    /** The names of a summary in which nothing is missing. */
    private static Map<String, ResultValue> example() {
        ResultRow row = new ResultRow();
        for (String name : List.of("workload", "place", "best", "best_low", "best_high", "knee"))
            row.number(name, Reading.WARMING_UP);
        row.value(
                "usl",
                group(
                        new Scalability(1, 0, 0),
                        new Sweep.LawSpread(new Interval(0, 0), new Interval(0, 0), new Interval(0, 0))));
        for (String name : List.of("repetitions_spoiled", "signal", "elapsed_s")) row.number(name, Reading.WARMING_UP);
        return row.fields();
    }

    private Map<String, ResultValue> point(long value, List<Repetition> repetitions) {
        ResultRow row = new ResultRow().whole(key(), value).whole("repetitions", repetitions.size());
        for (Quantity quantity : Quantity.values()) row.number(quantity.key, median(repetitions, quantity));
        return row.fields();
    }

    private String key() {
        return switch (axis) {
            case "rate" -> "rate_per_s";
            case "latency" -> Knob.LATENCY.key;
            default -> axis;
        };
    }

    static Reading median(List<Repetition> repetitions, Quantity quantity) {
        List<Repeated> values = repetitions.stream()
                .flatMap(one -> one.value(quantity).stream())
                .toList();
        return values.isEmpty()
                ? Reading.absent(Reading.Why.WARMING_UP, "not measured")
                : Reading.of(Medians.median(values));
    }

    private Map<String, ResultValue> summary(Sweep sweep, Duration elapsed, Optional<String> signal) {
        Optional<Sweep.Best> best = sweep.best();
        ResultValue few = ResultValue.absent("too few repetitions");
        ResultRow row = new ResultRow()
                .text("workload", label)
                .text("place", place.key)
                .value(
                        "best",
                        best.<ResultValue>map(b -> new ResultValue.Whole(b.value()))
                                .orElse(few))
                .value(
                        "best_low",
                        best.<ResultValue>map(b -> new ResultValue.Whole(b.low()))
                                .orElse(few))
                .value(
                        "best_high",
                        best.<ResultValue>map(b -> new ResultValue.Whole(b.high()))
                                .orElse(few));
        OptionalLong knee = sweep.knee();
        row.value("knee", knee.isPresent() ? new ResultValue.Whole(knee.getAsLong()) : few);
        row.value(
                "usl",
                law(sweep)
                        .map(law -> group(law, sweep.lawSpread().orElseThrow()))
                        .orElse(ResultValue.absent("it does not describe them")));
        row.whole("repetitions", sweep.repetitions())
                .whole("repetitions_spoiled", sweep.spoiled().size())
                .text("signal", signal, Results.NO_SIGNAL)
                .number("elapsed_s", Reading.of(elapsed.toMillis() / 1e3));
        return row.fields();
    }

    private static ResultValue group(Scalability law, Sweep.LawSpread spread) {
        Map<String, Reading> numbers = new LinkedHashMap<>();
        numbers.put("lambda", Reading.of(law.lambda()));
        numbers.put("sigma", Reading.of(law.sigma()));
        numbers.put("kappa", Reading.of(law.kappa()));
        put(numbers, "lambda", spread.lambda());
        put(numbers, "sigma", spread.sigma());
        put(numbers, "kappa", spread.kappa());
        return new ResultValue.Group(numbers);
    }

    private static void put(Map<String, Reading> numbers, String name, Interval interval) {
        numbers.put(name + "_low", Reading.of(interval.low()));
        numbers.put(name + "_high", Reading.of(interval.high()));
    }

    /** It is of how many work at a time. */
    private Optional<Scalability> law(Sweep sweep) {
        return axis.equals("rate") || axis.equals("latency") ? Optional.empty() : sweep.law();
    }

    /** For people: the curve, what it says, and how it was measured. */
    List<String> text(Sweep sweep, Duration elapsed, Optional<String> signal, OptionalInt room) {
        List<String> lines = new ArrayList<>();
        lines.add(label + ", tasks/s by " + axis + (axis.equals("latency") ? " in us" : ""));
        // Of nothing there is no curve, not even one along the bottom.
        if (sweep.repetitions() > sweep.spoiled().size()) lines.addAll(chart(sweep, room));
        lines.add("");
        lines.add(String.format(Locale.ROOT, ROW, axis, "tasks/s", "us/task", "sw/task", "p99 ms", "repetitions"));
        sweep.points()
                .forEach((value, repetitions) -> lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        value,
                        HumanText.number(median(repetitions, Quantity.TASKS_PER_S)),
                        HumanText.number(median(repetitions, Quantity.CPU_US_PER_TASK)),
                        HumanText.number(median(repetitions, Quantity.SWITCHES_PER_TASK)),
                        HumanText.number(median(repetitions, Quantity.RESPONSE_P99)),
                        repetitions.size())));
        lines.add("");
        signal.ifPresent(name -> lines.add("cut short by " + name + ": this is what was finished"));
        lines.add(best(sweep));
        sweep.knee().ifPresent(knee -> lines.add("95 % of the most tasks/s from " + axis + " " + knee + " on"));
        law(sweep).ifPresent(law -> lines.add(words(law, sweep.lawSpread().orElseThrow())));
        lines.add(PlaceOption.words(place, sides) + "; in " + Math.round(elapsed.toMillis() / 1e3) + " s; "
                + (sweep.spoiled().isEmpty()
                        ? "no repetition was spoiled"
                        : LabText.many(sweep.spoiled().size(), "repetition") + " spoiled, last: "
                                + sweep.spoiled().getLast()));
        return LineWidth.wrapped(lines, 4, room);
    }

    private String best(Sweep sweep) {
        return sweep.best()
                .map(best -> "best " + axis + " here: " + best.value() + " (" + best.low() + " to " + best.high() + ")")
                .orElseGet(() -> "INCONCLUSIVE: " + whyNot(sweep.repetitions(), sweep.spoiled()));
    }

    /** @param all repetitions, those that were spoiled too */
    private static String whyNot(int all, List<String> spoiled) {
        if (2 * spoiled.size() <= all) return "too few repetitions to tell the best; a longer --within allows more";
        return spoiled.size() + " of " + all + " repetitions were spoiled, last: " + spoiled.getLast();
    }

    private static String words(Scalability law, Sweep.LawSpread spread) {
        String turns = Double.isInfinite(law.peak()) ? "does not turn" : "turns at " + Math.round(law.peak());
        return "Universal Scalability Law: " + HumanText.number(law.lambda()) + "/s alone, contention "
                + HumanText.number(law.sigma()) + words(spread.sigma()) + ", coherency "
                + HumanText.number(law.kappa()) + words(spread.kappa()) + "; it " + turns;
    }

    private static String words(Interval interval) {
        return " (" + HumanText.number(interval.low()) + " to " + HumanText.number(interval.high()) + ")";
    }

    /** Where it is too wide the points stand closer, and not each of them is named beneath. */
    private static List<String> chart(Sweep sweep, OptionalInt room) {
        double most = sweep.points().entrySet().stream()
                .filter(point -> !point.getValue().isEmpty())
                .mapToDouble(point -> sweep.median(point.getKey()))
                .max()
                .orElse(0);
        List<Long> values = List.copyOf(sweep.points().keySet());
        int widest = values.stream()
                .mapToInt(value -> String.valueOf(value).length())
                .max()
                .orElse(1);
        int wide = (room.orElse(Integer.MAX_VALUE) - LABEL - 2) / Math.max(1, values.size());
        int column = Math.clamp(wide, 1, widest + 1);
        List<String> lines = new ArrayList<>();
        for (int row = ROWS; row >= 0; row--) {
            String label = row == ROWS || row == 0 ? HumanText.number(row == 0 ? 0 : most) : "";
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%" + LABEL + "s |", label));
            for (Map.Entry<Long, List<Repetition>> point : sweep.points().entrySet()) {
                boolean here =
                        !point.getValue().isEmpty() && Math.round(ROWS * sweep.median(point.getKey()) / most) == row;
                line.append((row == 0 ? "_" : " ").repeat(column - 1)).append(here ? "o" : row == 0 ? "_" : " ");
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add(named(values, column));
        return lines;
    }

    /** The values beneath their points, but those that would touch the one before them. */
    private static String named(List<Long> values, int column) {
        StringBuilder axis = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String name = String.valueOf(values.get(i));
            int from = LABEL + 2 + (i + 1) * column - name.length();
            if (from <= axis.length()) continue;
            axis.append(" ".repeat(from - axis.length())).append(name);
        }
        return axis.toString();
    }
}
