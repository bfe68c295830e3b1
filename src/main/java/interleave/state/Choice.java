package interleave.state;

import interleave.spec.Knob;
import java.util.Optional;

/**
 * The choices of the user. Immutable.
 *
 * @param selected the selected workload, by its place in the menu
 * @param knob the setting that + and - turn where the selected workload has it; empty: the load
 * @param alone the cells that are measured alone
 * @param step the selected one of the steps, from the newest on
 */
public record Choice(int selected, Optional<Knob> knob, Alone alone, int step) {
    static final Choice FIRST = new Choice(0, Optional.empty(), Alone.NONE, 0);

    Choice withSelected(int next) {
        return new Choice(next, knob, alone, step);
    }

    Choice withKnob(Optional<Knob> next) {
        return new Choice(selected, next, alone, step);
    }

    Choice with(Alone next) {
        return new Choice(selected, knob, next, step);
    }

    Choice atStep(int next) {
        return new Choice(selected, knob, alone, next);
    }
}
