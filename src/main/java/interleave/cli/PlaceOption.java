package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.kernel.CpuSet;
import interleave.lab.Place;
import interleave.spec.ProcessOptions;
import interleave.spec.Workload;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** On which CPUs a run and its other side are. */
class PlaceOption {
    private static final String NAME = "--place";
    private static final String LABEL = "P";

    static final class Converter implements ITypeConverter<Place> {
        @Override
        public Place convert(String text) {
            return Place.of(text).orElseThrow(() -> new TypeConversionException("must be apart, same or free"));
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Of a run and what we start for it to talk to. */
    static final class OfRuns extends PlaceOption {
        @Option(
                names = NAME,
                paramLabel = LABEL,
                converter = Converter.class,
                description = "CPUs of a run and of the service or client that it talks to: apart (each has its own),"
                        + " same or free (the scheduler decides); default: apart where there are two CPUs. What talks"
                        + " to nobody has all.")
        private void ask(Optional<Place> place) {
            asked(place);
        }
    }

    /** Of a run and the server of the user's that is started for it; all else is free. */
    static final class OfServer extends PlaceOption {
        @Option(
                names = NAME,
                paramLabel = LABEL,
                converter = Converter.class,
                description = "CPUs of a run and of the server that is started behind --: apart (each has its own),"
                        + " same or free (the scheduler decides); default: apart where there are two CPUs. Without"
                        + " such a server the scheduler decides.")
        private void ask(Optional<Place> place) {
            asked(place);
        }
    }

    private Optional<Place> asked = Optional.empty();

    void asked(Optional<Place> place) {
        asked = place;
    }

    /** Those that can be given out. */
    final UsableCpus cpus = UsableCpus.here();

    /** @throws ParameterException if a placement was asked for, which takes that */
    void refuse(String needed) {
        asked.ifPresent(place -> {
            throw wrong("--place " + place.key + " needs " + needed);
        });
    }

    /** @param ownCpus whether the command line names CPUs by itself */
    Place place(boolean ownCpus) {
        if (ownCpus && asked.isPresent() && asked.get() != Place.FREE)
            throw wrong("--cpus and --place " + asked.get().key + ": give one of them");
        boolean able = cpus.placeable();
        if (asked.isPresent() && asked.get() != Place.FREE && !able)
            throw wrong("--place " + asked.get().key
                    + (cpus.several()
                            ? " takes the program taskset, which is in no folder of PATH"
                            : " takes two CPUs, and there is one; use --place free"));
        return asked.orElse(able && !ownCpus ? Place.APART : Place.FREE);
    }

    Place.Sides sides(Place place) {
        return cpus.sides(place);
    }

    /** The options with which a run of that workload is started there. */
    static ProcessOptions on(Place.Sides sides, Workload workload, ProcessOptions options) {
        if (sides.worker().isEmpty() || !hasOtherSide(workload)) return options;
        return new ProcessOptions(options.jvm(), options.heapBytes(), sides.worker(), options.nice());
    }

    static boolean hasOtherSide(Workload workload) {
        return Tasks.needsService(workload) || Tasks.serves(workload);
    }

    /** In a sentence's end. */
    static String words(Place place, Place.Sides sides) {
        return switch (place) {
            case APART ->
                "apart: run on CPU " + text(sides.worker()) + ", its service or client on CPU " + text(sides.other());
            case SAME -> "same: run and its service or client on CPU " + text(sides.worker());
            case FREE -> "free: where the scheduler decides";
        };
    }

    private static String text(List<Integer> cpus) {
        return CpuSet.text(cpus);
    }

    /** Those that one side, or a run, may use, as results have them; empty: all. */
    static Optional<String> cpus(List<Integer> cpus) {
        return Optional.of(cpus).filter(some -> !some.isEmpty()).map(CpuSet::text);
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
