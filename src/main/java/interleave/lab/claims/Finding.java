package interleave.lab.claims;

import java.util.List;

/**
 * The outcome of a claim.
 *
 * @param settings the sides that were to be measured
 * @param spoiled the repetitions of them that noise spoiled
 */
public record Finding(Claim claim, Ruling ruling, List<Setting> settings, Evidence evidence, int spoiled) {
    /** Those that count. */
    public int repetitions() {
        return evidence.repetitions();
    }

    public Verdict verdict() {
        return ruling.verdict();
    }
}
