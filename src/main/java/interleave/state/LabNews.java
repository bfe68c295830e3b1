package interleave.state;

import java.util.List;

/** News of the lab, posted by its own thread. */
public sealed interface LabNews {
    /** The claims that there are. */
    record Listed(List<LabClaim> claims) implements LabNews {
        public Listed {
            claims = List.copyOf(claims);
        }
    }

    /**
     * A repetition has begun.
     *
     * @param side of the claim, by its name in the rule
     * @param secondsLeft until all that was asked for is through, about
     */
    record Measuring(String claim, String side, long secondsLeft) implements LabNews {}

    record Found(String claim, LabOutcome outcome) implements LabNews {}

    /**
     * It measures no more.
     *
     * @param words for people
     */
    record Over(String words) implements LabNews {}
}
