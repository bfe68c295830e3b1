package interleave.record;

import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Readings;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A sample of the machine as one line of JSON. What is missing is null, and {@code absent} says why. */
public final class HostJson {
    private final JsonLine line;

    private HostJson(JsonLine line) {
        this.line = line;
    }

    public static String line(Readings readings, Instant time) {
        return new HostJson(new JsonLine("host", time)).write(readings);
    }

    private String write(Readings readings) {
        write(readings.host());
        line.json.array("cores");
        readings.cores().forEach(this::write);
        line.json.end();
        for (Metric metric : HostMetrics.ALL) line.number(metric.name(), readings.of(metric));
        return line.end();
    }

    private void write(HostIdentity host) {
        words("host_name", host.hostName());
        words("kernel", host.kernel());
        words("cpu_model", host.cpuModel());
        count("physical_cores", host.physicalCores());
        count("logical_cores", host.logicalCores());
    }

    private void write(Core core) {
        String path = "cores." + core.id() + ".";
        line.json.object().value("id", core.id()).value("usable", core.usable());
        for (Metric part : HostMetrics.OF_CORES) line.number(part.name(), path + part.name(), core.of(part));
        line.json.end();
    }

    private void words(String name, Optional<String> words) {
        if (words.isPresent()) line.json.value(name, words.get());
        else line.missing(name, name, "not available here");
    }

    private void count(String name, OptionalInt count) {
        if (count.isPresent()) line.json.value(name, count.getAsInt());
        else line.missing(name, name, "not available here");
    }
}
