package interleave.cli;

import interleave.metric.Reading;
import interleave.supervisor.RunRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The summary for people: a line for each figure, a column for each workload. */
final class TextSummary {
    private static final int LABEL = 22;
    private static final int NARROWEST = 12;
    private static final double MEBI = 1024 * 1024;

    private record Line(String label, Function<Measurement, String> figure) {}

    private static final List<Line> LINES = List.of(
            new Line("", run -> run.workload.toString()),
            new Line("load", run -> Text.load(run.load)),
            rate("measured, s", RunRates::elapsedSeconds),
            rate("tasks", RunRates::tasks),
            new Line(
                    "failed",
                    run -> run.last()
                            .map(frame -> String.valueOf(frame.failed()))
                            .orElse("-")),
            new Line("verified", run -> run.verified() ? "yes" : "NO"),
            rate("tasks/s", RunRates::tasksPerSecond),
            rate("CPU, % of a core", RunRates::cpuPercent),
            rate("CPU us/task", RunRates::cpuMicrosPerTask),
            rate("tasks per CPU second", RunRates::tasksPerCpuSecond),
            rate("switches/s", RunRates::switchesPerSecond),
            rate("  voluntary", RunRates::voluntaryPerSecond),
            rate("  involuntary", RunRates::involuntaryPerSecond),
            rate("switches/task", RunRates::switchesPerTask),
            rate("service ms, p50", rates -> rates.service().p50()),
            rate("  p99", rates -> rates.service().p99()),
            rate("  p99.9", rates -> rates.service().p999()),
            rate("  max", rates -> rates.service().max()),
            rate("response ms, p50", rates -> rates.response().p50()),
            rate("  p99", rates -> rates.response().p99()),
            new Line(
                    "OS threads, peak",
                    run -> run.last()
                            .map(frame -> String.valueOf(frame.threads().osPeak()))
                            .orElse("-")),
            rate("carrier threads", RunRates::carriers),
            new Line("memory, peak MiB", TextSummary::memory));

    private TextSummary() {}

    static List<String> lines(List<Measurement> runs) {
        int width = runs.stream().mapToInt(run -> width(run) + 2).max().orElse(NARROWEST);
        List<String> lines = new ArrayList<>();
        boolean measured = runs.stream().anyMatch(run -> run.last().isPresent());
        if (measured) for (Line line : LINES) lines.add(line(line, runs, width));
        runs.forEach(run -> run.failure().ifPresent(why -> lines.add(run.workload + " FAILED: " + why)));
        return lines;
    }

    private static String line(Line line, List<Measurement> runs, int width) {
        StringBuilder text = new StringBuilder(pad(line.label, -LABEL));
        for (Measurement run : runs) text.append(pad(line.figure.apply(run), width));
        return text.toString().stripTrailing();
    }

    private static int width(Measurement run) {
        return LINES.stream()
                .mapToInt(line -> line.figure.apply(run).length())
                .max()
                .orElse(NARROWEST);
    }

    private static Line rate(String label, Function<RunRates, Reading> figure) {
        return new Line(label, run -> Text.number(figure.apply(run.rates())));
    }

    private static String memory(Measurement run) {
        return run.last()
                .map(frame -> Text.number(Math.round(frame.memory().residentPeakBytes() / MEBI)))
                .orElse("-");
    }

    private static String pad(String text, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", text);
    }
}
