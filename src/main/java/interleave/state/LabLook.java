package interleave.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims, and the view of them. Immutable.
 *
 * @param claims in the catalogue's order; none until they were told
 * @param selected by its place
 * @param asked the names of those that are to be tested now, in order; none: the lab rests
 * @param now the repetition that goes on
 * @param stopping whether it was told to measure no more
 */
public record LabLook(
        List<LabClaim> claims, int selected, List<String> asked, Optional<LabNews.Measuring> now, boolean stopping) {
    static final LabLook EMPTY = new LabLook(List.of(), 0, List.of(), Optional.empty(), false);

    public LabLook {
        claims = List.copyOf(claims);
        asked = List.copyOf(asked);
    }

    /** True if it measures, or is about to. */
    public boolean running() {
        return !asked.isEmpty();
    }

    /** The number of those asked for that are through. */
    public int through() {
        int at = now.isPresent() ? asked.indexOf(now.get().claim()) : 0;
        return Math.max(0, at);
    }

    public Optional<LabClaim> chosen() {
        return selected < claims.size() ? Optional.of(claims.get(selected)) : Optional.empty();
    }

    LabLook on(LabNews news) {
        return switch (news) {
            case LabNews.Listed(List<LabClaim> listed) -> new LabLook(listed, selected, asked, now, stopping);
            case LabNews.Measuring measuring -> new LabLook(claims, selected, asked, Optional.of(measuring), stopping);
            case LabNews.Found(String claim, LabOutcome outcome) ->
                new LabLook(found(claim, outcome), selected, asked, now, stopping);
            case LabNews.Over over -> new LabLook(claims, selected, List.of(), Optional.empty(), false);
        };
    }

    private List<LabClaim> found(String name, LabOutcome outcome) {
        List<LabClaim> next = new ArrayList<>();
        for (LabClaim claim : claims) next.add(claim.name().equals(name) ? claim.with(outcome) : claim);
        return next;
    }

    LabLook select(int place) {
        return new LabLook(claims, Math.clamp(place, 0, Math.max(0, claims.size() - 1)), asked, now, stopping);
    }

    LabLook ask(List<String> names) {
        return new LabLook(claims, selected, names, Optional.empty(), false);
    }

    LabLook stop() {
        return new LabLook(claims, selected, asked, now, running());
    }
}
