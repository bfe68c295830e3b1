package interleave.state;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The user's view of a scene. Immutable.
 *
 * @param help the help's first line that is seen; empty while it is closed
 * @param large whether the headline's number may be drawn in large digits, where there is room
 * @param entry a value that is being typed; empty: none
 * @param step the selected one of the steps, from the newest on
 */
public record Look(View view, OptionalInt help, boolean large, Optional<Entry> entry, int step) {
    static Look first(View view) {
        return new Look(view, OptionalInt.empty(), true, Optional.empty(), 0);
    }

    Look at(View next) {
        return new Look(next, help, large, entry, step);
    }

    public Look withHelp(OptionalInt next) {
        return new Look(view, next, large, entry, step);
    }

    Look withLarge(boolean next) {
        return new Look(view, help, next, entry, step);
    }

    Look with(Optional<Entry> next) {
        return new Look(view, help, large, next, step);
    }

    Look atStep(int next) {
        return new Look(view, help, large, entry, next);
    }
}
