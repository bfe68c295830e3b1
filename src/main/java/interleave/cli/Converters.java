package interleave.cli;

import interleave.config.Settings.Colour;
import interleave.config.Settings.Opens;
import interleave.screen.Glyphs;
import interleave.spec.Arrival;
import interleave.spec.Limits;
import interleave.spec.Quantities;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Arguments to values. What a converter says of a wrong one is the second half of the line that the user reads. */
final class Converters {
    private Converters() {}

    /** No run is meant to last as long, and nanoseconds of more could not be added up. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static Duration bounded(Duration duration) {
        if (duration.compareTo(LONGEST) > 0) throw new TypeConversionException("must not be more than a year, 8760h");
        return duration;
    }

    static final class OfDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Quantities.duration(text)
                    .map(Converters::bounded)
                    .orElseThrow(() -> new TypeConversionException("must be a duration such as 500ms, 10s, 5m or 2h"));
        }
    }

    static final class OfLength implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Quantities.duration(text)
                    .filter(duration -> !duration.isZero())
                    .map(Converters::bounded)
                    .orElseThrow(() ->
                            new TypeConversionException("must be a duration above 0, such as 500ms, 10s, 5m or 2h"));
        }
    }

    static final class OfInterval implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Quantities.duration(text)
                    .filter(interval -> interval.compareTo(Limits.SHORTEST_INTERVAL) >= 0
                            && interval.compareTo(Limits.LONGEST_INTERVAL) <= 0)
                    .orElseThrow(
                            () -> new TypeConversionException("must be " + Limits.INTERVALS + ", as in 500ms or 2s"));
        }
    }

    static final class OfRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            return Quantities.rate(text)
                    .filter(rate -> rate <= Limits.MOST_PER_S)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be a rate above 0, up to " + Limits.MOST_PER_S + "/s, such as 5000/s"));
        }
    }

    static final class OfArrival implements ITypeConverter<Arrival> {
        @Override
        public Arrival convert(String text) {
            return switch (text) {
                case "constant" -> Arrival.CONSTANT;
                case "poisson" -> Arrival.POISSON;
                default -> throw new TypeConversionException("must be constant or poisson");
            };
        }
    }

    static final class OfConcurrency implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Optional.of(text)
                    .filter(digits -> digits.matches("\\d{1,7}"))
                    .map(Integer::valueOf)
                    .filter(number -> number >= 1 && number <= Limits.MOST_IN_FLIGHT)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be a number of tasks from 1 to " + Limits.MOST_IN_FLIGHT + ", as in 64"));
        }
    }

    static final class OfWorkload implements ITypeConverter<WorkloadInfo> {
        @Override
        public WorkloadInfo convert(String text) {
            WorkloadInfo info = KnownWorkloads.named(text)
                    .orElseThrow(() -> new TypeConversionException("is no workload; nearest are "
                            + String.join(", ", KnownWorkloads.nearest(text)) + "; all: interleave list"));
            info.unavailable().ifPresent(why -> {
                throw new TypeConversionException("cannot run here: " + why);
            });
            return info;
        }
    }

    /** The time for which runs go that the screen starts; nothing: until they are stopped. */
    static final class OfRunTime implements ITypeConverter<RunLimit> {
        @Override
        public RunLimit convert(String text) {
            if (text.equals("never")) return new RunLimit(Optional.empty());
            return Quantities.duration(text)
                    .filter(duration -> !duration.isZero())
                    .map(duration -> new RunLimit(Optional.of(bounded(duration))))
                    .orElseThrow(() ->
                            new TypeConversionException("must be never or a duration above 0, such as 10m or 1h"));
        }
    }

    static final class OfColour implements ITypeConverter<Colour> {
        @Override
        public Colour convert(String text) {
            return switch (text) {
                case "auto" -> Colour.AUTO;
                case "never" -> Colour.NEVER;
                case "16" -> Colour.SIXTEEN;
                case "256" -> Colour.INDEXED_256;
                case "24bit" -> Colour.RGB_24BIT;
                default -> throw new TypeConversionException("must be auto, never, 16, 256 or 24bit");
            };
        }
    }

    static final class OfView implements ITypeConverter<Opens> {
        @Override
        public Opens convert(String text) {
            return switch (text) {
                case "workloads" -> Opens.WORKLOADS;
                case "matrix" -> Opens.MATRIX;
                case "monitor" -> Opens.MONITOR;
                default -> throw new TypeConversionException("must be workloads, matrix or monitor");
            };
        }
    }

    static final class OfGlyphs implements ITypeConverter<Glyphs> {
        @Override
        public Glyphs convert(String text) {
            return switch (text) {
                case "braille" -> Glyphs.BRAILLE;
                case "block" -> Glyphs.BLOCK;
                case "console" -> Glyphs.CONSOLE;
                case "ascii" -> Glyphs.ASCII;
                default -> throw new TypeConversionException("must be braille, block, console or ascii");
            };
        }
    }

    /** For what has no form in CSV: that one is refused with its reason, where it is known what was asked for. */
    static final class OfTextOrJson implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return OutputFormat.named(text).orElseThrow(() -> new TypeConversionException("must be text or json"));
        }
    }

    static final class OfFormat implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String text) {
            return OutputFormat.named(text).orElseThrow(() -> new TypeConversionException("must be text, json or csv"));
        }
    }
}
