package interleave.cli;

import interleave.metric.Extra;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.run.Frame;
import interleave.run.RunRates;
import interleave.trial.Measurement;
import interleave.trial.Peaks;
import interleave.trial.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The summary for people: a line for each figure that a workload has, a column for each workload; and for two of them, by
 * how much the second's cost for a task differs from the first's.
 */
final class TextSummary {
    private static final int NARROWEST_LABEL = 22;
    private static final int NARROWEST = 12;
    private static final int RATIO = 10;
    private static final double MEBI = 1024 * 1024;
    private static final String MISSING = "-";

    /** The share of tasks from which on a backlog is said: the tasks in flight come and go by less. */
    private static final double MUCH = 0.02;

    /** @param ratio what is compared where there are two */
    private record Line(String label, Function<Measurement, String> figure, Function<Measurement, Reading> ratio) {
        Line(String label, Function<Measurement, String> figure) {
            this(label, figure, run -> Reading.WARMING_UP);
        }
    }

    private static final List<Line> LINES = List.of(
            new Line("", run -> run.workload.toString()),
            new Line("load", run -> HumanText.load(run.load)),
            new Line("seed", run -> String.valueOf(run.spec.seed())),
            new Line("transport", run -> run.transport().orElse(MISSING)),
            rate("measured, s", RunRates::elapsedSeconds),
            rate("tasks", RunRates::tasks),
            whole("started in all", Frame::started),
            whole("  completed", Frame::completed),
            whole("  failed", Frame::failed),
            whole("  cancelled", Frame::cancelled),
            new Line("failures raised", TextSummary::raised),
            new Line("verified", TextSummary::verified),
            rate("offered/s", rates -> rates.open().offeredPerSecond()),
            rate("tasks/s", RunRates::tasksPerSecond),
            rate("  of a backlog", rates -> rates.open().ofBacklog()),
            rate("dropped", rates -> rates.open().dropped()),
            rate("CPU, % of a core", RunRates::cpuPercent),
            compared("CPU us/task", RunRates::cpuMicrosPerTask),
            rate("  of it the plan's", rates -> rates.open().cpuMicrosPerTask()),
            rate("tasks per CPU second", RunRates::tasksPerCpuSecond),
            rate("switches/s", RunRates::switchesPerSecond),
            rate("  voluntary", RunRates::voluntaryPerSecond),
            rate("  involuntary", RunRates::involuntaryPerSecond),
            compared("switches/task", RunRates::switchesPerTask),
            rate("  of them the plan's", rates -> rates.open().switchesPerTask()),
            rate("service ms, p50", rates -> rates.service().p50()),
            rate("  p99", rates -> rates.service().p99()),
            rate("  p99.9", rates -> rates.service().p999()),
            rate("  max", rates -> rates.service().max()),
            rate("response ms, p50", rates -> rates.response().p50()),
            rate("  p99", rates -> rates.response().p99()),
            rate("  max", rates -> rates.response().max()),
            rate("behind plan ms, p50", rates -> rates.open().behind().p50()),
            rate("  p99", rates -> rates.open().behind().p99()),
            rate("  max", rates -> rates.open().behind().max()),
            new Line("in flight, peak", run -> HumanText.number(run.peak(Peaks::inFlight))),
            new Line("OS threads, peak", run -> HumanText.number(run.peak(Peaks::osThreads))),
            rate("carrier threads", RunRates::carriers),
            new Line(
                    "memory, peak MiB",
                    run -> HumanText.number(run.peak(Peaks::residentBytes).map(bytes -> Math.rint(bytes / MEBI)))),
            new Line(
                    "bytes/waiting task",
                    run -> HumanText.number(run.bytesPerWaitingTask()),
                    Measurement::bytesPerWaitingTask));

    private TextSummary() {}

    static List<String> lines(List<Measurement> runs) {
        List<String> lines = new ArrayList<>();
        if (runs.stream().anyMatch(run -> run.last().isPresent())) lines.addAll(table(runs));
        runs.stream().flatMap(run -> run.note().stream()).distinct().forEach(lines::add);
        runs.forEach(run -> backlog(run).ifPresent(lines::add));
        cutShort(runs).ifPresent(lines::add);
        lines.addAll(failures(runs));
        return lines;
    }

    /** What several need fails for all of them alike: it is said once, with the log of the first. */
    private static List<String> failures(List<Measurement> runs) {
        Map<String, String> workloads = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Measurement run : runs) {
            String why = run.failure().orElse("");
            if (why.isEmpty()) continue;
            workloads.merge(why, run.workload.toString(), (some, more) -> some + ", " + more);
            String how = run.unverified() ? " NOT VERIFIED: " : " FAILED: ";
            words.putIfAbsent(why, how + run.failureAndLog().orElseThrow());
        }
        return workloads.keySet().stream()
                .map(why -> workloads.get(why) + words.get(why))
                .toList();
    }

    /** Tasks that were late before the measured time began make its tasks per second more than its plan offers. */
    private static Optional<String> backlog(Measurement run) {
        Reading late = run.rates().open().ofBacklog();
        if (late.orElse(0) <= MUCH * run.rates().tasks().orElse(0)) return Optional.empty();
        return Optional.of(run.workload + " was behind its plan when the measured time began: " + HumanText.number(late)
                + " of its tasks are of that backlog; a longer --warmup lets it catch up");
    }

    private static Optional<String> cutShort(List<Measurement> runs) {
        String nothing = runs.stream()
                .filter(run -> !run.measured())
                .map(run -> run.workload.toString())
                .collect(Collectors.joining(", "));
        return runs.stream()
                .flatMap(run -> run.signal().stream())
                .findFirst()
                .map(signal ->
                        "cut short by " + signal + (nothing.isEmpty() ? "" : "; nothing was measured of " + nothing));
    }

    private static String verified(Measurement run) {
        Verified verified = run.verified();
        return verified.known() ? verified.words : MISSING;
    }

    private static List<String> table(List<Measurement> runs) {
        List<Line> all = new ArrayList<>(LINES);
        all.addAll(extras(runs));
        List<Line> shown = all.stream()
                .filter(line ->
                        runs.stream().anyMatch(run -> !line.figure.apply(run).equals(MISSING)))
                .toList();
        int label = shown.stream().mapToInt(line -> line.label.length()).max().orElse(0);
        int width = runs.stream().mapToInt(run -> 2 + width(shown, run)).max().orElse(NARROWEST);
        return shown.stream()
                .map(line -> line(line, runs, Math.max(label, NARROWEST_LABEL), width))
                .toList();
    }

    private static List<Line> extras(List<Measurement> runs) {
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.rates().extra().keySet()));
        return names.stream()
                .map(name -> new Line(
                        Extra.named(name).map(TextSummary::title).orElse(name),
                        run -> HumanText.number(run.rates().extra().getOrDefault(name, Reading.WARMING_UP))))
                .toList();
    }

    private static String title(Extra extra) {
        return switch (extra.unit()) {
            case COUNT -> extra.title();
            default ->
                extra.title() + ", " + extra.name().substring(extra.name().lastIndexOf('_') + 1);
        };
    }

    private static String line(Line line, List<Measurement> runs, int label, int width) {
        StringBuilder text = new StringBuilder(pad(line.label, -label));
        for (Measurement run : runs) text.append(pad(line.figure.apply(run), width));
        if (runs.size() == 2) text.append(pad(ratio(line, runs), RATIO));
        return text.toString().stripTrailing();
    }

    /** The second over the first, where both are there and it says something. */
    private static String ratio(Line line, List<Measurement> runs) {
        if (line.label.isEmpty()) return "2nd/1st";
        double first = line.ratio.apply(runs.getFirst()).orElse(0);
        Reading second = line.ratio.apply(runs.getLast());
        return first > 0 && second.present() ? HumanText.number(second.orElse(0) / first) : "";
    }

    private static int width(List<Line> lines, Measurement run) {
        return lines.stream()
                .mapToInt(line -> line.figure.apply(run).length())
                .max()
                .orElse(NARROWEST);
    }

    private static Line rate(String label, Function<RunRates, Reading> figure) {
        return new Line(label, run -> HumanText.number(figure.apply(run.rates())));
    }

    private static Line compared(String label, Function<RunRates, Reading> figure) {
        return new Line(label, run -> HumanText.number(figure.apply(run.rates())), run -> figure.apply(run.rates()));
    }

    private static Line whole(String label, ToLongFunction<Frame> figure) {
        return new Line(
                label,
                run -> run.last()
                        .map(frame -> HumanText.number(figure.applyAsLong(frame)))
                        .orElse(MISSING));
    }

    private static String raised(Measurement run) {
        boolean asked = run.spec.failureRate() > 0;
        return run.last()
                .filter(frame -> asked || frame.raised() > 0)
                .map(frame -> HumanText.number(frame.raised()))
                .orElse(MISSING);
    }

    private static String pad(String text, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", text);
    }
}
