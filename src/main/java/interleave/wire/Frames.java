package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import interleave.metric.Durations;
import interleave.run.Frame;
import interleave.run.RunSample;
import interleave.run.SampleField;
import interleave.run.TaskTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Frame} as the fields of a JSON object: each number and each distribution under its own name. */
final class Frames {
    private static final TaskTime[] TIMES = TaskTime.values();

    private Frames() {}

    static void write(JsonStringWriter json, Frame frame) {
        frame.sample().forEach((field, value) -> json.value(field.key, value));
        frame.times().forEach((time, durations) -> json.value(time.key, Histograms.encode(durations)));
        json.object("extra");
        frame.extra().forEach((name, value) -> json.value(name, value.doubleValue()));
        json.end();
        frame.firstFailure().ifPresent(words -> json.value("first_failure", words));
    }

    static Frame read(Fields fields) throws WireException {
        return new Frame(
                sample(fields),
                times(fields),
                extra(fields.fields("extra")),
                fields.has("first_failure") ? Optional.of(fields.text("first_failure")) : Optional.empty());
    }

    private static RunSample sample(Fields fields) throws WireException {
        RunSample.Builder sample = new RunSample.Builder();
        for (SampleField field : RunSample.FIELDS)
            if (field.always() || fields.has(field.key)) sample.put(field, fields.number(field.key));
        return sample.build();
    }

    private static Map<TaskTime, Durations> times(Fields fields) throws WireException {
        Map<TaskTime, Durations> times = new EnumMap<>(TaskTime.class);
        for (TaskTime time : TIMES)
            if (time.always() || fields.has(time.key))
                times.put(time, Histograms.decode(time.key, fields.text(time.key)));
        return times;
    }

    private static Map<String, Double> extra(Fields fields) throws WireException {
        Map<String, Double> extra = new LinkedHashMap<>();
        for (String name : fields.object().keySet()) extra.put(name, fields.real(name));
        return extra;
    }
}
