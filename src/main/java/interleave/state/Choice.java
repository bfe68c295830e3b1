package interleave.state;

import interleave.spec.Knob;
import java.util.Optional;

/**
 * What the user has chosen. Immutable.
 *
 * @param selected the selected workload, by its place in the menu
 * @param knob the setting that + and - turn where the selected workload has it; empty: the load
 */
public record Choice(int selected, Optional<Knob> knob) {
    static final Choice FIRST = new Choice(0, Optional.empty());

    Choice withSelected(int next) {
        return new Choice(next, knob);
    }

    Choice withKnob(Optional<Knob> next) {
        return new Choice(selected, next);
    }
}
