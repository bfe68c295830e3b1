package interleave.cli;

import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.screen.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sample of a process for people: which one, a line for each figure, what is missing, and the source. */
final class ProcessText {
    private ProcessText() {}

    static List<String> lines(ProcessReadings process) {
        List<String> lines = new ArrayList<>();
        String what = "process " + process.id().pid();
        if (!process.name().isEmpty()) what += ", " + Text.clean(process.name());
        lines.add(what + process.remark().map(remark -> ": " + remark).orElse(""));
        String least = process.source().exact() ? "" : "at least ";
        Map<String, String> missing = new LinkedHashMap<>();
        for (Metric metric : ProcessMetrics.ALL) {
            switch (process.of(metric)) {
                case Reading.Value(double value) ->
                    lines.add("%-22s %s%s"
                            .formatted(
                                    metric.title(),
                                    ProcessMetrics.overThreads(metric) ? least : "",
                                    HostText.text(metric.unit(), value)));
                case Reading.Absent why ->
                    missing.merge(why.words(), metric.title(), (some, more) -> some + ", " + more);
            }
        }
        missing.forEach((why, titles) -> lines.add("- " + titles + ": " + why));
        if (!process.source().words().isEmpty())
            lines.add("- switches: " + process.source().words());
        return lines;
    }
}
