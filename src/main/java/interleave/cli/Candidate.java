package interleave.cli;

import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.WorkloadInfo;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A workload with settings of its own, which go before those of the whole command: {@code
 * http/pool:pool=64,rate=500/s}.
 *
 * @param label as it was typed
 */
record Candidate(
        String label, WorkloadInfo info, Map<Knob, Long> knobs, Optional<Load> load, Optional<Transport> transport) {
    private static final String SETTINGS = Stream.concat(
                    Arrays.stream(Knob.values()).map(knob -> knob.option),
                    Stream.of("transport", "concurrency", "rate"))
            .collect(Collectors.joining(", "));

    RunSpec apply(RunSpec run) {
        RunSpec own = load.map(run::with).orElse(run);
        for (Map.Entry<Knob, Long> knob : knobs.entrySet()) own = own.with(knob.getKey(), knob.getValue());
        return transport.isPresent() ? own.with(transport.get()) : own;
    }

    static final class Converter implements ITypeConverter<Candidate> {
        @Override
        public Candidate convert(String text) {
            int colon = text.indexOf(':');
            String name = colon < 0 ? text : text.substring(0, colon);
            WorkloadInfo info = new Converters.OfWorkload().convert(name);
            Parts parts = new Parts(info);
            if (colon >= 0) for (String setting : text.substring(colon + 1).split(",", -1)) parts.add(setting);
            return new Candidate(text, info, parts.knobs, parts.load, parts.transport);
        }
    }

    private static final class Parts {
        private final WorkloadInfo info;
        private final Map<Knob, Long> knobs = new EnumMap<>(Knob.class);
        private Optional<Load> load = Optional.empty();
        private Optional<Transport> transport = Optional.empty();

        Parts(WorkloadInfo info) {
            this.info = info;
        }

        void add(String setting) {
            int equals = setting.indexOf('=');
            String name = equals < 0 ? setting : setting.substring(0, equals);
            String value = setting.substring(equals + 1);
            try {
                Optional<Knob> knob = equals < 0 ? Optional.empty() : Knob.ofOption(name);
                if (knob.isPresent()) knob(knob.get(), value);
                else other(equals < 0 ? "" : name, value);
            } catch (TypeConversionException wrong) {
                throw new TypeConversionException("cannot be: " + Typed.shown(setting) + " " + wrong.getMessage());
            }
        }

        private void other(String name, String value) {
            switch (name) {
                case "transport" -> transport(value);
                case "concurrency" -> load(new Load.Closed(new Converters.OfConcurrency().convert(value)));
                case "rate" -> load(new Load.Open(new Converters.OfRate().convert(value), Arrival.CONSTANT));
                default ->
                    throw new TypeConversionException("must be one of " + SETTINGS + ", as in http/pool:pool=64");
            }
        }

        private void transport(String value) {
            demand(Knob.LOOPS);
            if (transport.isPresent()) throw new TypeConversionException("is a second transport: give it once");
            transport = Optional.of(new RunConverters.OfTransport().convert(value));
        }

        private void load(Load asked) {
            if (load.isPresent()) throw new TypeConversionException("is a second load: give one of concurrency, rate");
            load = Optional.of(asked);
        }

        private void knob(Knob knob, String text) {
            long value = RunConverters.value(knob, text);
            demand(knob);
            if (knobs.put(knob, value) != null)
                throw new TypeConversionException("is a second " + knob.option + ": give it once");
        }

        private void demand(Knob knob) {
            List<Knob> has = info.knobs();
            if (has.contains(knob)) return;
            String others = has.stream().map(each -> each.option).collect(Collectors.joining(", "));
            throw new TypeConversionException(
                    "is no setting of " + info.workload() + "; it has " + (others.isEmpty() ? "none" : others));
        }
    }
}
