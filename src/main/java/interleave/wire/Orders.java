package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.metric.Load;
import interleave.metric.Workload;

/** {@link Order} as one line of JSON. Readers pass over names that they do not know. */
public final class Orders {
    private Orders() {}

    /** One line, without its end. */
    public static String toLine(Order order) {
        JsonStringWriter json = JsonWriter.string().object();
        switch (order) {
            case Order.Start(Workload workload, Load load, int servicePort) -> {
                json.value("type", "start")
                        .value("task", workload.task())
                        .value("model", workload.model())
                        .value("service_port", servicePort);
                write(json, load);
            }
            case Order.Change(Load load) -> write(json.value("type", "change"), load);
            case Order.Stop() -> json.value("type", "stop");
        }
        return json.end().done();
    }

    public static Order parse(String line) throws WireException {
        Fields fields = Fields.parse(line);
        String type = fields.text("type");
        return switch (type) {
            case "start" ->
                new Order.Start(
                        new Workload(fields.text("task"), fields.text("model")),
                        load(fields),
                        fields.small("service_port"));
            case "change" -> new Order.Change(load(fields));
            case "stop" -> new Order.Stop();
            default -> throw fields.unknownType(type);
        };
    }

    private static void write(JsonStringWriter json, Load load) {
        switch (load) {
            case Load.Closed(int concurrency) -> json.value("concurrency", concurrency);
            case Load.Open(double rate) -> json.value("rate_per_s", rate);
        }
    }

    private static Load load(Fields fields) throws WireException {
        try {
            return fields.has("rate_per_s")
                    ? new Load.Open(fields.real("rate_per_s"))
                    : new Load.Closed(fields.small("concurrency"));
        } catch (IllegalArgumentException e) {
            throw new WireException("no load: " + e.getMessage());
        }
    }
}
