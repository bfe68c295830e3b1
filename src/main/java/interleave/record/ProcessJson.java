package interleave.record;

import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import java.time.Instant;

/** A sample of a process as one line of JSON. What is missing is null, and {@code absent} says why. */
public final class ProcessJson {
    private ProcessJson() {}

    public static String line(ProcessReadings process, Instant time) {
        JsonLine line = new JsonLine("process", time);
        line.json.value("pid", process.id().pid()).value("name", process.name());
        for (Metric metric : ProcessMetrics.ALL) line.number(metric.name(), process.of(metric));
        line.json.value("source", process.source().words());
        line.json.value("exact", process.source().exact());
        if (process.remark().isPresent())
            line.json.value("remark", process.remark().get());
        return line.end();
    }
}
