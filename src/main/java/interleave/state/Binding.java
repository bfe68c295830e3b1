package interleave.state;

import interleave.screen.Key;
import java.util.List;

/**
 * Keys and what they do: drives key handling, the footer and the help alike.
 *
 * @param keys empty for {@link Action#TOGGLE}, whose keys are those of the workloads
 * @param label the keys as the screen shows them
 * @param brief a word or two for the footer; empty if it is not shown there
 * @param words a sentence for the help
 */
public record Binding(Action action, List<Key> keys, String label, String brief, String words) {}
