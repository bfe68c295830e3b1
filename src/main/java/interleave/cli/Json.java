package interleave.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.metric.Arrival;
import interleave.metric.Load;
import interleave.metric.Reading;
import interleave.supervisor.Latency;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A result as one line of JSON. What is missing is null, and {@code absent} says why. */
final class Json {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final JsonStringWriter json = JsonWriter.string();
    private final Map<String, String> absent = new LinkedHashMap<>();

    private Json() {}

    static String line(String type, Instant time, Map<String, Value> fields) {
        return new Json().write(type, time, fields);
    }

    /** ISO 8601, UTC, to the millisecond. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    private String write(String type, Instant time, Map<String, Value> fields) {
        json.object().value("type", type).value("time", time(time));
        fields.forEach(this::write);
        if (!absent.isEmpty()) {
            json.object("absent");
            absent.forEach(json::value);
            json.end();
        }
        return json.end().done();
    }

    private void write(String name, Value value) {
        switch (value) {
            case Value.Words(String text) -> json.value(name, text);
            case Value.Flag(boolean set) -> json.value(name, set);
            case Value.Measured(Reading reading) -> write(name, name, reading);
            case Value.Amount(Load load) -> writeLoad(name, load);
            case Value.Quantiles(Latency latency) -> {
                json.object(name);
                quantiles(latency).forEach((point, reading) -> write(point, name + "." + point, reading));
                json.end();
            }
        }
    }

    static Map<String, Reading> quantiles(Latency latency) {
        Map<String, Reading> points = new LinkedHashMap<>();
        points.put("p50", latency.p50());
        points.put("p90", latency.p90());
        points.put("p99", latency.p99());
        points.put("p999", latency.p999());
        points.put("max", latency.max());
        return points;
    }

    private void writeLoad(String name, Load load) {
        json.object(name);
        switch (load) {
            case Load.Closed(int concurrency) -> json.value("concurrency", concurrency);
            case Load.Open(double rate, Arrival arrival) ->
                json.value("rate_per_s", Numbers.of(rate)).value("arrival", Text.arrival(arrival));
        }
        json.end();
    }

    private void write(String name, String path, Reading reading) {
        switch (reading) {
            case Reading.Value(double value) -> json.value(name, Numbers.of(value));
            case Reading.Absent missing -> {
                json.nul(name);
                absent.put(path, missing.words());
            }
        }
    }
}
