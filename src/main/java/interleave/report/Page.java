package interleave.report;

import java.util.List;
import java.util.Optional;

/**
 * A page of results. Immutable. All its texts may hold anything.
 *
 * @param summary a sentence or two
 * @param facts the machine and the method
 */
public record Page(String title, String summary, List<Fact> facts, List<Part> parts) {
    public Page {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    public record Fact(String name, String value) {}

    /**
     * One result.
     *
     * @param badge its verdict
     * @param words paragraphs, the most telling first
     * @param numbers behind it
     */
    public record Part(
            String title, Optional<Badge> badge, List<String> words, List<Chart> charts, Optional<Numbers> numbers) {
        public Part {
            words = List.copyOf(words);
            charts = List.copyOf(charts);
        }
    }

    /** A verdict: the colour never says more than the words. */
    public record Badge(Kind kind, String words) {
        public enum Kind {
            GOOD,
            BAD,
            DEPENDS,
            OPEN
        }
    }

    /**
     * A table that can be copied.
     *
     * @param rows each with as many cells as the head; the first cell is the row's name
     */
    public record Numbers(List<String> head, List<List<String>> rows) {
        public Numbers {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
