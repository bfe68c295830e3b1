package interleave.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * The answer of the numbers to the question that a task asks.
 *
 * @param sentences the same in ever fewer words
 * @param figure the one number of it, as it is written in large digits; empty where there is none
 * @param caption what that number is
 */
record Headline(List<String> sentences, String figure, String caption) {
    /** With more to say behind the longest, where there is room for it. */
    Headline with(String more) {
        if (more.isEmpty()) return this;
        List<String> longer = new ArrayList<>();
        for (String sentence : sentences) {
            if (sentence.endsWith(".")) longer.add(sentence + more);
            longer.add(sentence);
        }
        longer.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return new Headline(List.copyOf(longer), figure, caption);
    }
}
