package interleave.lab.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The repetitions so far, of all claims together: each experiment is measured once, however many ask. One thread.
 */
final class Bank {
    private final Map<Experiment, List<Sample>> samples = new HashMap<>();
    private final Map<Experiment, String> failures = new HashMap<>();

    void add(Experiment experiment, Sample sample) {
        samples.computeIfAbsent(experiment, each -> new ArrayList<>()).add(sample);
    }

    void failed(Experiment experiment, String why) {
        failures.put(experiment, why);
    }

    Optional<String> failure(Experiment experiment) {
        return Optional.ofNullable(failures.get(experiment));
    }

    /** Those that count: of a count all, since no noise makes or hides what it counts. */
    List<Sample> of(Setting setting) {
        return all(setting).stream()
                .filter(sample -> setting.counted() || sample.noise().spoils().isEmpty())
                .toList();
    }

    /** The reasons for which the others do not. */
    List<String> spoiled(Setting setting) {
        if (setting.counted()) return List.of();
        return all(setting).stream()
                .flatMap(sample -> sample.noise().spoils().stream())
                .toList();
    }

    private List<Sample> all(Setting setting) {
        return samples.getOrDefault(setting.experiment(), List.of());
    }
}
