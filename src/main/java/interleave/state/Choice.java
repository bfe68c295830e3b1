package interleave.state;

import interleave.spec.Knob;
import java.util.Optional;

/**
 * The choices of the user. Immutable.
 *
 * @param selected the selected workload, by its place in the menu
 * @param knob the setting that + and - turn where the selected workload has it; empty: the load
 * @param alone the cells that are measured alone
 */
public record Choice(int selected, Optional<Knob> knob, Alone alone) {
    static final Choice FIRST = new Choice(0, Optional.empty(), Alone.NONE);

    Choice withSelected(int next) {
        return new Choice(next, knob, alone);
    }

    Choice withKnob(Optional<Knob> next) {
        return new Choice(selected, next, alone);
    }

    Choice with(Alone next) {
        return new Choice(selected, knob, next);
    }
}
