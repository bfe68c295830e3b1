package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Target;
import interleave.spec.Transport;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** {@link Order} as one line of JSON. Readers pass over names that they do not know. */
public final class Orders {
    private Orders() {}

    /** One line, without its end. */
    public static String toLine(Order order) {
        JsonStringWriter json = JsonWriter.string().object();
        write(json, order);
        return json.end().done();
    }

    static void write(JsonStringWriter json, Order order) {
        if (order instanceof Order.Start(RunSpec spec, int servicePort)) {
            json.value("type", "start").value("service_port", servicePort);
            write(json, spec);
        } else if (order instanceof Order.Change(Load load)) write(json.value("type", "change"), load);
        else if (order instanceof Order.Tune(Knob knob, long value))
            json.value("type", "tune").value("knob", knob.key).value("value", value);
        else if (order instanceof Order.Limit(long nanos))
            json.value("type", "limit").value("nanos", nanos);
        else if (order instanceof Order.Stop()) json.value("type", "stop");
        else throw new MatchException(null, null);
    }

    private static void write(JsonStringWriter json, RunSpec spec) {
        json.value("task", spec.workload().task())
                .value("model", spec.workload().model());
        write(json, spec.load());
        json.value("failure_rate", spec.failureRate()).value("seed", spec.seed());
        spec.transport().ifPresent(transport -> json.value("transport", transport.key));
        json.object("knobs");
        spec.knobs().forEach((knob, value) -> json.value(knob.key, value.longValue()));
        json.end();
        spec.target().ifPresent(target -> write(json, target));
        write(json, spec.process());
    }

    private static void write(JsonStringWriter json, Target target) {
        json.object("target")
                .value("url", target.url())
                .value("host", target.host())
                .value("port", target.port())
                .value("path", target.path())
                .value("patience_ms", target.patience().toMillis());
        target.bytes().ifPresent(bytes -> json.value("bytes", bytes));
        json.array("addresses");
        target.addresses().forEach(json::value);
        json.end().end();
    }

    private static void write(JsonStringWriter json, ProcessOptions process) {
        process.heapBytes().ifPresent(bytes -> json.value("heap_bytes", bytes));
        process.nice().ifPresent(nice -> json.value("nice", nice));
        if (process.cpus().isEmpty()) return;
        json.array("cpus");
        process.cpus().forEach(json::value);
        json.end();
    }

    private static void write(JsonStringWriter json, Load load) {
        if (load instanceof Load.Closed(int concurrency)) json.value("concurrency", concurrency);
        else if (load instanceof Load.Open(double rate, Arrival arrival))
            json.value("rate_per_s", rate).value("arrival", arrival.name());
        else throw new MatchException(null, null);
    }

    public static Order parse(String line) throws WireException {
        return read(Fields.parse(line));
    }

    static Order read(Fields fields) throws WireException {
        String type = fields.text("type");
        try {
            return switch (type) {
                case "start" -> new Order.Start(spec(fields), fields.small("service_port"));
                case "change" -> new Order.Change(load(fields));
                case "tune" -> new Order.Tune(knob(fields.text("knob")), fields.number("value"));
                case "limit" -> new Order.Limit(fields.number("nanos"));
                case "stop" -> new Order.Stop();
                default -> throw fields.unknownType(type);
            };
        } catch (IllegalArgumentException e) {
            throw new WireException("no order: " + e.getMessage());
        }
    }

    private static RunSpec spec(Fields fields) throws WireException {
        return new RunSpec(
                new Workload(fields.text("task"), fields.text("model")),
                load(fields),
                fields.has("knobs") ? knobs(fields.fields("knobs")) : Map.of(),
                fields.has("failure_rate") ? fields.real("failure_rate") : 0,
                fields.has("seed") ? fields.number("seed") : RunSpec.DEFAULT_SEED,
                fields.has("transport") ? Optional.of(transport(fields.text("transport"))) : Optional.empty(),
                fields.has("target") ? Optional.of(target(fields.fields("target"))) : Optional.empty(),
                process(fields));
    }

    private static Target target(Fields fields) throws WireException {
        return new Target(
                fields.text("url"),
                fields.text("host"),
                fields.texts("addresses"),
                fields.small("port"),
                fields.text("path"),
                fields.has("bytes") ? OptionalLong.of(fields.number("bytes")) : OptionalLong.empty(),
                Duration.ofMillis(fields.number("patience_ms")));
    }

    private static ProcessOptions process(Fields fields) throws WireException {
        return new ProcessOptions(
                List.of(),
                fields.has("heap_bytes") ? OptionalLong.of(fields.number("heap_bytes")) : OptionalLong.empty(),
                fields.has("cpus") ? fields.smalls("cpus") : List.of(),
                fields.has("nice") ? OptionalInt.of(fields.small("nice")) : OptionalInt.empty());
    }

    private static Load load(Fields fields) throws WireException {
        return fields.has("rate_per_s")
                ? new Load.Open(fields.real("rate_per_s"), Arrival.valueOf(fields.text("arrival")))
                : new Load.Closed(fields.small("concurrency"));
    }

    private static Map<Knob, Long> knobs(Fields fields) throws WireException {
        Map<Knob, Long> knobs = new EnumMap<>(Knob.class);
        for (String key : fields.object().keySet()) knobs.put(knob(key), fields.number(key));
        return knobs;
    }

    private static Transport transport(String key) {
        return Transport.of(key).orElseThrow(() -> new IllegalArgumentException("there is no such transport"));
    }

    private static Knob knob(String key) {
        return Knob.of(key).orElseThrow(() -> new IllegalArgumentException("there is no such knob"));
    }
}
