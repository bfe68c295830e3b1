package interleave.record;

import interleave.metric.Reading;
import interleave.spec.Arrival;
import interleave.spec.Load;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;

/** A result as one line of JSON. What is missing is null, and {@code absent} says why. */
public final class Json {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final JsonLine line;

    private Json(JsonLine line) {
        this.line = line;
    }

    public static String line(String type, Instant time, Map<String, ResultValue> fields) {
        JsonLine line = new JsonLine(type, time);
        Json json = new Json(line);
        fields.forEach(json::write);
        return line.end();
    }

    /** ISO 8601, UTC, to the millisecond. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    private void write(String name, ResultValue value) {
        switch (value) {
            case ResultValue.Words(String text) -> line.json.value(name, text);
            case ResultValue.Flag(boolean set) -> line.json.value(name, set);
            case ResultValue.Whole(long number) -> line.json.value(name, number);
            case ResultValue.Measured(Reading reading) -> line.number(name, reading);
            case ResultValue.Amount(Load load) -> writeLoad(name, load);
            case ResultValue.Quantiles(var points) -> {
                line.json.object(name);
                points.forEach((point, reading) -> line.number(point.key, name + "." + point.key, reading));
                line.json.end();
            }
            case ResultValue.Group(var numbers) -> {
                line.json.object(name);
                numbers.forEach((part, reading) -> line.number(part, name + "." + part, reading));
                line.json.end();
            }
        }
    }

    private void writeLoad(String name, Load load) {
        line.json.object(name);
        switch (load) {
            case Load.Closed(int concurrency) -> line.json.value("concurrency", concurrency);
            case Load.Open(double rate, Arrival arrival) ->
                line.json.value("rate_per_s", Decimals.of(rate)).value("arrival", HumanText.arrival(arrival));
        }
        line.json.end();
    }
}
