package interleave.cli;

import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Experiment;
import interleave.spec.RunSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of claims, which a shell offers where one is asked for. */
final class ClaimNames implements Iterable<String> {
    private static final int NEAREST = 3;

    static final class Converter implements ITypeConverter<Claim> {
        @Override
        public Claim convert(String text) {
            return Claims.named(text)
                    .orElseThrow(() -> new TypeConversionException("is no claim; nearest are " + nearest(text)
                            + "; lab --list names all " + Claims.ALL.size()));
        }
    }

    @Override
    public Iterator<String> iterator() {
        return Claims.ALL.stream().map(Claim::name).iterator();
    }

    private static String nearest(String text) {
        return Claims.ALL.stream()
                .map(Claim::name)
                .sorted(Comparator.comparingInt(name -> KnownWorkloads.distance(text, name)))
                .limit(NEAREST)
                .collect(Collectors.joining(", "));
    }

    /** The runs of the catalogue that those claims need. Those of tasks of their own have no more loops. */
    static List<RunSpec> runs(List<Claim> claims, Conditions conditions) {
        List<RunSpec> runs = new ArrayList<>();
        for (Claim claim : claims)
            claim.settings(conditions)
                    .forEach(setting -> run(setting.experiment()).ifPresent(runs::add));
        runs.removeIf(run -> KnownWorkloads.named(run.workload().toString()).isEmpty());
        return runs;
    }

    static Optional<RunSpec> run(Experiment experiment) {
        return switch (experiment) {
            case Experiment.Run run -> Optional.of(run.spec());
            case Experiment.Keys(Optional<RunSpec> behind) -> behind;
        };
    }
}
