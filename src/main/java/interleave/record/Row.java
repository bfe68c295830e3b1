package interleave.record;

import interleave.metric.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of one result, in the order in which they are printed. */
public final class Row {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    public Row value(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    public Row text(String name, String text) {
        return value(name, Value.of(text));
    }

    public Row number(String name, Reading reading) {
        return value(name, Value.of(reading));
    }

    public Map<String, Value> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
