package interleave.state;

import interleave.screen.Key;
import java.util.List;

/**
 * Keys and what they do: drives key handling, the footer and the help alike.
 *
 * @param keys empty for {@link Action#TOGGLE}, whose keys are those of the workloads
 * @param label the keys as the screen shows them
 * @param brief a word or two for the footer; empty if it is not shown there
 * @param words a few words for the help; the same where several keys in a row share a line of it
 * @param only the views in which it holds; empty: in all
 */
public record Binding(Action action, List<Key> keys, String label, String brief, String words, List<View> only) {
    Binding(Action action, List<Key> keys, String label, String brief, String words) {
        this(action, keys, label, brief, words, List.of());
    }

    public boolean holdsIn(View view) {
        return only.isEmpty() || only.contains(view);
    }
}
