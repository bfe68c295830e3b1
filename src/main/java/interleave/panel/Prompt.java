package interleave.panel;

import interleave.spec.Knob;
import interleave.state.Entry;
import interleave.state.State;
import interleave.state.Typing;

/** The line in which a value is typed: for what, what stands there, and what is right. */
final class Prompt {
    private Prompt() {}

    static String words(State state) {
        Entry entry = state.look().entry().orElseThrow();
        String what = entry.knob().map((Knob knob) -> knob.title).orElse("load") + " of "
                + state.scene().slots().get(entry.place()).info().workload();
        String wrong = entry.wrong().isEmpty() ? "" : entry.wrong() + " is wrong; ";
        return what + ": " + entry.text() + "_  (" + wrong + "must be " + Typing.right(entry)
                + "; enter sets, esc leaves)";
    }
}
