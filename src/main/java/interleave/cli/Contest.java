package interleave.cli;

import interleave.lab.Place;
import interleave.lab.Rules;
import interleave.record.HumanText;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The workloads that are compared: the first is the base.
 *
 * @param baseline the file that the base is from; empty if it is measured
 */
record Contest(List<Entry> entries, Place place, Place.Sides sides, Rules rules, Optional<String> baseline) {
    /**
     * One of them.
     *
     * @param label its name in results
     * @param settings that it was given
     */
    record Entry(String label, RunSpec spec, RunSettings settings) {}

    /** The loads, each once. */
    String loads() {
        return entries.stream()
                .map(entry -> load(entry.spec().load()))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String load(Load load) {
        return HumanText.load(load);
    }

    /** By its place among the candidates. */
    String label(int candidate) {
        return entries.get(candidate).label();
    }
}
