package interleave.record;

import interleave.metric.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of one result, in the order in which they are printed. */
public final class ResultRow {
    private final Map<String, ResultValue> fields = new LinkedHashMap<>();

    public ResultRow value(String name, ResultValue value) {
        fields.put(name, value);
        return this;
    }

    public ResultRow text(String name, String text) {
        return value(name, ResultValue.of(text));
    }

    public ResultRow number(String name, Reading reading) {
        return value(name, ResultValue.of(reading));
    }

    public Map<String, ResultValue> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
