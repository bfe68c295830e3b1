package interleave.record;

import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Readings;
import java.time.Instant;
import java.util.Map;
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
        for (Map.Entry<Metric, Reading> entry : readings.values().entrySet())
            line.number(entry.getKey().name(), entry.getValue());
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
        line.number("busy_percent", path + "busy_percent", core.busy());
        line.number("user_percent", path + "user_percent", core.user());
        line.number("system_percent", path + "system_percent", core.system());
        line.number("irq_percent", path + "irq_percent", core.irq());
        line.number("steal_percent", path + "steal_percent", core.steal());
        line.number("iowait_percent", path + "iowait_percent", core.iowait());
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
