package interleave.lab.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence about concurrency as articles have it, and how it is tested. What a claim says of its rule in words was
 * written before it was run, and can come out either way. Immutable.
 */
public interface Claim {
    /** In kebab-case, as the command line and results have it. */
    String name();

    /** The sentence, without a full stop. */
    String sentence();

    /** The workloads and the quantity, in a sentence without a full stop. */
    String measures();

    /** The rule of its verdict in words, and why its limits are as they are. */
    String rule();

    /** The things that its verdict does not say. */
    String limits();

    /** Why it cannot be measured under these conditions; empty if it can. */
    default Optional<String> notPossible(Conditions conditions) {
        return Optional.empty();
    }

    /** The sides that its rule needs measured. */
    List<Setting> settings(Conditions conditions);

    /** The rule. Pure. */
    Ruling judge(Evidence evidence, Conditions conditions);

    /**
     * The sides whose comparison is what its rule cannot decide yet: more repetitions of others would change nothing.
     * Empty: it does not tell.
     */
    default Set<String> undecided(Evidence evidence) {
        return Set.of();
    }

    /** The names of the numbers by which its sides are drawn beside each other. */
    List<String> charts();

    /** The verdicts that its rule can give. */
    Set<Verdict> verdicts();
}
