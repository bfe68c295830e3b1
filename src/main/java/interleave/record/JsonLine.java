package interleave.record;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import interleave.metric.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of JSON as it is written. What is missing is null, and {@code absent} says why. */
final class JsonLine {
    /** For what is never missing. */
    final JsonStringWriter json = JsonWriter.string();

    private final Map<String, String> absent = new LinkedHashMap<>();

    JsonLine(String type, Instant time) {
        json.object().value("type", type).value("time", Json.time(time));
    }

    void number(String name, Reading reading) {
        number(name, name, reading);
    }

    /** @param path of the name from the outermost object on */
    void number(String name, String path, Reading reading) {
        switch (reading) {
            case Reading.Value(double value) -> json.value(name, Decimals.of(value));
            case Reading.Absent why -> missing(name, path, why.words());
        }
    }

    void missing(String name, String path, String why) {
        json.nul(name);
        absent.put(path, why);
    }

    String end() {
        if (!absent.isEmpty()) {
            json.object("absent");
            absent.forEach(json::value);
            json.end();
        }
        return json.end().done();
    }
}
