package interleave.cli;

import interleave.lab.Place;
import interleave.lab.advice.Advice;
import interleave.lab.advice.Bound;
import interleave.lab.advice.Need;
import interleave.lab.advice.Seen;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.run.CostMetrics;
import interleave.run.StateMetrics;
import interleave.spec.Arrival;
import interleave.spec.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of an advice when it is over: in text about ten. */
record AdviceReport(Need need, Place place, Place.Sides sides, int cpus, Advising advising, boolean asJson) {
    private static final int INDENT = 4;
    private static final double MEBI = 1024 * 1024;

    /** Of those that were tried again, so many make an answer of no worth. */
    private static final double MOST_SPOILED = 0.5;

    /** @param room the columns of a person who reads; empty: as many as it takes */
    List<String> lines(OptionalInt room) {
        return asJson ? new AdviceJson(this).lines() : text(room);
    }

    static Reading reading(Advice one, Function<Seen, Reading> value) {
        return one.of(value).orElse(held());
    }

    static Reading cpu(Seen seen) {
        return seen.readings().of(CostMetrics.CPU_US_PER_TASK);
    }

    static Reading switches(Seen seen) {
        return seen.readings().of(CostMetrics.SWITCHES_PER_TASK);
    }

    /** The most memory that it held. */
    static Reading mebibytes(Seen seen) {
        return seen.readings().of(StateMetrics.RSS_PEAK_BYTES).map(bytes -> bytes / MEBI);
    }

    static Reading held() {
        return Reading.absent(Reading.Why.UNSUPPORTED, "it held no rate");
    }

    List<String> spoiled() {
        return advising.steps().stream().flatMap(Optional::stream).toList();
    }

    /** Why nothing can be told; empty if something can. */
    Optional<String> inconclusive() {
        List<String> spoiled = spoiled();
        if (advising.finished().isEmpty()) return Optional.of("no model was finished; a longer --within allows more");
        if (spoiled.size() <= MOST_SPOILED * advising.steps().size()) return Optional.empty();
        return Optional.of("too noisy: " + spoiled.getLast() + "; " + spoiled.size() + " of "
                + advising.steps().size() + " steps were spoiled");
    }

    private List<String> text(OptionalInt room) {
        List<String> lines = new ArrayList<>();
        inconclusive().ifPresent(why -> lines.add("INCONCLUSIVE: " + why));
        advising.signal().ifPresent(name -> lines.add("cut short by " + name + ": this is what was finished"));
        List<Advice> all = advising.finished();
        if (!all.isEmpty()) lines.add(answer(all));
        List<Advice> meet = all.stream().filter(Advice::meets).toList();
        if (!meet.isEmpty()) lines.add(HEAD);
        meet.forEach(one -> lines.add(row(one)));
        fresh(all).ifPresent(lines::add);
        List<Advice> others = all.stream().filter(one -> !one.meets()).toList();
        if (!others.isEmpty())
            lines.add("not: " + others.stream().map(AdviceReport::failed).collect(Collectors.joining(", ")));
        if (!advising.notFinished().isEmpty())
            lines.add("not finished: "
                    + advising.notFinished().stream()
                            .map(entry -> entry.entrant().workload().model())
                            .collect(Collectors.joining(", ")));
        lines.add(measured());
        return LineWidth.wrapped(lines, INDENT, room);
    }

    /** 80 columns. */
    private static final String ROW = "%-18s %5s %8s %5s %-11s %7s %7s %6s %5s";

    private static final String HEAD = String.format(
            Locale.ROOT, ROW, "", "pool", "at most", "room", "bound by", "us CPU", "sw/task", "p99 ms", "MiB");

    private String row(Advice one) {
        return String.format(
                Locale.ROOT,
                ROW,
                one.entrant().workload(),
                one.pool().isPresent() ? String.valueOf(one.pool().getAsInt()) : "-",
                (one.searched() ? "" : ">") + number(one.highestPerSecond()) + "/s",
                number(one.highestPerSecond() / need.ratePerSecond()) + "x",
                one.boundBy().key,
                HumanText.number(reading(one, AdviceReport::cpu)),
                HumanText.number(reading(one, AdviceReport::switches)),
                HumanText.number(reading(one, Seen::p99Millis)),
                HumanText.number(reading(one, AdviceReport::mebibytes)));
    }

    /** Of those that were measured again in processes of their own; empty if none were. */
    Optional<String> fresh(List<Advice> all) {
        List<String> each = all.stream()
                .filter(one -> !one.fresh().isEmpty())
                .map(one -> one.entrant().workload() + " held it in " + one.held(need) + " of "
                        + one.fresh().size() + interval(one, AdviceReport::cpu, "us CPU")
                        + interval(one, AdviceReport::switches, "sw/task"))
                .toList();
        return each.isEmpty() ? Optional.empty() : Optional.of("fresh processes: " + String.join("; ", each));
    }

    private static String interval(Advice one, Function<Seen, Reading> value, String unit) {
        return one.interval(value)
                .map(ends -> ", " + HumanText.number(reading(one, value)) + " " + unit + " (" + number(ends.low())
                        + " to " + number(ends.high()) + ")")
                .orElse("");
    }

    String answer(List<Advice> all) {
        Advice best = all.getFirst();
        String little = "Little's law: " + number(need.inFlight()) + " in flight";
        if (!best.meets())
            return "none keeps " + number(need.ratePerSecond()) + "/s within " + Quantities.text(need.p99())
                    + "; the most is " + number(best.highestPerSecond()) + "/s, by "
                    + best.entrant().workload() + " (" + words(best.boundBy()) + "; " + little + ")";
        String smallest = all.stream()
                .filter(one -> one.meets() && one.pool().isPresent())
                .findFirst()
                .map(one -> "; the smallest pool that does: " + one.pool().getAsInt() + larger(one))
                .orElse("");
        return best.entrant().workload() + " does it for the least CPU, and has room for "
                + number(best.highestPerSecond()) + "/s" + (best.searched() ? "" : " or more") + smallest + " ("
                + little + ")";
    }

    private static String larger(Advice one) {
        return one.larger()
                .map(larger ->
                        ", one of " + larger.pool() + " has room for " + number(larger.highestPerSecond()) + "/s")
                .orElse("");
    }

    private static String failed(Advice one) {
        String most = one.highest().isPresent() ? number(one.highestPerSecond()) + "/s at most" : "no rate";
        return one.entrant().workload().model() + " (" + most + ", " + words(one.boundBy()) + ")";
    }

    static String words(Bound bound) {
        return switch (bound) {
            case CPU -> "the CPU is full";
            case POOL -> "all threads are busy";
            case CONNECTIONS -> "all connections are busy";
            case NONE -> "nothing is full";
        };
    }

    private String measured() {
        List<String> spoiled = spoiled();
        String noise =
                spoiled.isEmpty() ? "none spoiled" : spoiled.size() + " spoiled by noise, last: " + spoiled.getLast();
        return "measured: " + question() + "; " + PlaceOption.words(place, sides) + "; "
                + advising.steps().size() + " steps in " + advising.elapsed().toSeconds() + " s, " + noise;
    }

    /** The shape of a task, the rate and the target. */
    String question() {
        String bound =
                need.connections().isPresent() ? ", " + need.connections().getAsInt() + " connections" : "";
        return Quantities.text(need.waiting()) + " of waiting and " + Quantities.text(need.cpu()) + " of work, "
                + number(need.ratePerSecond()) + "/s "
                + (need.arrival() == Arrival.POISSON ? "at random (Poisson)" : "constant") + bound + ", p99 within "
                + Quantities.text(need.p99());
    }

    private static String number(double value) {
        return HumanText.number(value);
    }
}
