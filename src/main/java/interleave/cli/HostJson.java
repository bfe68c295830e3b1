package interleave.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Readings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A sample of the machine as one line of JSON. What is missing is null, and {@code absent} says why. */
final class HostJson {
    private final JsonStringWriter json = JsonWriter.string();
    private final Map<String, String> absent = new LinkedHashMap<>();

    private HostJson() {}

    static String line(Readings readings, Instant time) {
        return new HostJson().write(readings, time);
    }

    private String write(Readings readings, Instant time) {
        json.object().value("type", "host").value("time", Json.time(time));
        write(readings.host());
        json.array("cores");
        readings.cores().forEach(this::write);
        json.end();
        for (Map.Entry<Metric, Reading> entry : readings.values().entrySet()) {
            String name = entry.getKey().name();
            write(name, name, entry.getValue());
        }
        if (!absent.isEmpty()) {
            json.object("absent");
            absent.forEach(json::value);
            json.end();
        }
        return json.end().done();
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
        json.object().value("id", core.id());
        write("busy_percent", path + "busy_percent", core.busy());
        write("user_percent", path + "user_percent", core.user());
        write("system_percent", path + "system_percent", core.system());
        write("irq_percent", path + "irq_percent", core.irq());
        write("steal_percent", path + "steal_percent", core.steal());
        write("iowait_percent", path + "iowait_percent", core.iowait());
        json.end();
    }

    private void words(String name, Optional<String> words) {
        if (words.isPresent()) json.value(name, words.get());
        else missing(name, name, "not available here");
    }

    private void count(String name, OptionalInt count) {
        if (count.isPresent()) json.value(name, count.getAsInt());
        else missing(name, name, "not available here");
    }

    private void write(String name, String path, Reading reading) {
        switch (reading) {
            case Reading.Value(double value) -> json.value(name, Numbers.of(value));
            case Reading.Absent why -> missing(name, path, why.words());
        }
    }

    private void missing(String name, String path, String why) {
        json.nul(name);
        absent.put(path, why);
    }
}
