package interleave.wire;

import com.grack.nanojson.JsonStringWriter;
import interleave.run.Frame;
import interleave.run.Frame.Carriers;
import interleave.run.Frame.Memory;
import interleave.run.Frame.PlanProgress;
import interleave.run.Frame.Threads;
import interleave.run.Frame.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@link Frame} as the fields of a JSON object. */
final class Frames {
    private Frames() {}

    static void write(JsonStringWriter json, Frame frame) {
        json.value("sequence", frame.sequence())
                .value("nanos", frame.nanos())
                .value("paused_nanos", frame.pausedNanos())
                .value("started", frame.started())
                .value("completed", frame.completed())
                .value("failed", frame.failed())
                .value("verified", frame.verified())
                .value("cancelled", frame.cancelled())
                .value("raised", frame.raised())
                .value("in_flight", frame.inFlight())
                .value("in_flight_peak", frame.inFlightPeak());
        write(json, frame.usage());
        write(json, frame.threads());
        frame.plan().ifPresent(plan -> write(json, plan));
        frame.carriers().ifPresent(carriers -> write(json, carriers));
        write(json, frame.memory());
        json.value("service", Histograms.encode(frame.service()))
                .value("response", Histograms.encode(frame.response()));
        json.object("extra");
        frame.extra().forEach((name, value) -> json.value(name, value.doubleValue()));
        json.end();
        frame.firstFailure().ifPresent(words -> json.value("first_failure", words));
    }

    private static void write(JsonStringWriter json, Usage usage) {
        json.object("usage")
                .value("user_us", usage.userMicros())
                .value("system_us", usage.systemMicros())
                .value("voluntary", usage.voluntary())
                .value("involuntary", usage.involuntary())
                .value("minor_faults", usage.minorFaults())
                .value("major_faults", usage.majorFaults())
                .end();
    }

    private static void write(JsonStringWriter json, Threads threads) {
        json.object("threads")
                .value("os", threads.os())
                .value("os_peak", threads.osPeak())
                .value("virtual", threads.virtual())
                .value("virtual_peak", threads.virtualPeak())
                .end();
    }

    private static void write(JsonStringWriter json, PlanProgress plan) {
        json.object("plan")
                .value("offered", plan.offered())
                .value("dropped", plan.dropped())
                .value("behind_nanos", plan.behindNanos())
                .value("late", Histograms.encode(plan.late()));
        write(json, plan.usage());
        json.end();
    }

    private static void write(JsonStringWriter json, Carriers carriers) {
        json.object("carriers")
                .value("parallelism", carriers.parallelism())
                .value("pool", carriers.pool())
                .value("mounted", carriers.mounted())
                .value("queued", carriers.queued())
                .end();
    }

    private static void write(JsonStringWriter json, Memory memory) {
        json.object("memory")
                .value("resident_bytes", memory.residentBytes())
                .value("resident_peak_bytes", memory.residentPeakBytes())
                .value("heap_used_bytes", memory.heapUsedBytes());
        if (memory.gcMillis().isPresent()) json.value("gc_ms", memory.gcMillis().getAsLong());
        json.end();
    }

    static Frame read(Fields fields) throws WireException {
        return new Frame(
                fields.number("sequence"),
                fields.number("nanos"),
                fields.number("paused_nanos"),
                fields.number("started"),
                fields.number("completed"),
                fields.number("failed"),
                fields.number("verified"),
                fields.number("cancelled"),
                fields.number("raised"),
                fields.small("in_flight"),
                fields.small("in_flight_peak"),
                usage(fields.fields("usage")),
                threads(fields.fields("threads")),
                fields.has("plan") ? Optional.of(plan(fields.fields("plan"))) : Optional.empty(),
                fields.has("carriers") ? Optional.of(carriers(fields.fields("carriers"))) : Optional.empty(),
                memory(fields.fields("memory")),
                Histograms.decode("service", fields.text("service")),
                Histograms.decode("response", fields.text("response")),
                extra(fields.fields("extra")),
                fields.has("first_failure") ? Optional.of(fields.text("first_failure")) : Optional.empty());
    }

    private static Usage usage(Fields fields) throws WireException {
        return new Usage(
                fields.number("user_us"),
                fields.number("system_us"),
                fields.number("voluntary"),
                fields.number("involuntary"),
                fields.number("minor_faults"),
                fields.number("major_faults"));
    }

    private static Threads threads(Fields fields) throws WireException {
        return new Threads(
                fields.small("os"), fields.small("os_peak"), fields.number("virtual"), fields.number("virtual_peak"));
    }

    private static PlanProgress plan(Fields fields) throws WireException {
        return new PlanProgress(
                fields.number("offered"),
                fields.number("dropped"),
                fields.number("behind_nanos"),
                usage(fields.fields("usage")),
                Histograms.decode("late", fields.text("late")));
    }

    private static Carriers carriers(Fields fields) throws WireException {
        return new Carriers(
                fields.small("parallelism"), fields.small("pool"), fields.small("mounted"), fields.number("queued"));
    }

    private static Memory memory(Fields fields) throws WireException {
        return new Memory(
                fields.number("resident_bytes"),
                fields.number("resident_peak_bytes"),
                fields.number("heap_used_bytes"),
                fields.has("gc_ms") ? OptionalLong.of(fields.number("gc_ms")) : OptionalLong.empty());
    }

    private static Map<String, Double> extra(Fields fields) throws WireException {
        Map<String, Double> extra = new LinkedHashMap<>();
        for (String name : fields.object().keySet()) extra.put(name, fields.real(name));
        return extra;
    }
}
