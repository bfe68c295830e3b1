package interleave.state;

import java.util.Optional;

/**
 * A claim as the screen shows it. Immutable.
 *
 * @param outcome empty until it was tested
 */
public record LabClaim(
        String name, String sentence, String measures, String rule, String limits, Optional<LabOutcome> outcome) {
    public LabClaim(String name, String sentence, String measures, String rule, String limits) {
        this(name, sentence, measures, rule, limits, Optional.empty());
    }

    LabClaim with(LabOutcome next) {
        return new LabClaim(name, sentence, measures, rule, limits, Optional.of(next));
    }
}
