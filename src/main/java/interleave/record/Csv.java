package interleave.record;

import interleave.metric.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Results as lines of CSV (RFC 4180), all under one header. What is missing, or of another type of result, is empty.
 */
public record Csv(Set<String> columns) {
    /** @param examples fields of every type of result that will be printed */
    public static Csv of(List<Map<String, ResultValue>> examples) {
        Set<String> columns = new LinkedHashSet<>(List.of("type", "time"));
        examples.forEach(fields -> columns.addAll(cells(fields).keySet()));
        return new Csv(columns);
    }

    public String header() {
        return String.join(",", columns);
    }

    public String line(String type, Instant time, Map<String, ResultValue> fields) {
        Map<String, String> cells = cells(fields);
        cells.put("type", type);
        cells.put("time", Json.time(time));
        return columns.stream().map(name -> cells.getOrDefault(name, "")).collect(Collectors.joining(","));
    }

    private static Map<String, String> cells(Map<String, ResultValue> fields) {
        Map<String, String> cells = new LinkedHashMap<>();
        fields.forEach((name, value) -> add(cells, name, value));
        return cells;
    }

    private static void add(Map<String, String> cells, String name, ResultValue value) {
        switch (value) {
            case ResultValue.Words(String text) -> cells.put(name, quoted(text));
            case ResultValue.Flag(boolean set) -> cells.put(name, String.valueOf(set));
            case ResultValue.Whole(long number) -> cells.put(name, String.valueOf(number));
            case ResultValue.Measured(Reading reading) -> cells.put(name, number(reading));
            case ResultValue.Amount(var load) -> cells.put(name, HumanText.load(load));
            case ResultValue.Quantiles(var points) ->
                points.forEach(
                        (point, reading) -> cells.put(name.replace("_ms", "_" + point.key + "_ms"), number(reading)));
            case ResultValue.Group(var numbers) ->
                numbers.forEach((part, reading) -> cells.put(name + "_" + part, number(reading)));
        }
    }

    private static String number(Reading reading) {
        return reading.text(value -> Decimals.of(value).toPlainString(), "");
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
