package interleave.state;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The user's view of a scene. Immutable.
 *
 * @param help the help's first line that is seen; empty while it is closed
 * @param large whether the headline's number may be drawn in large digits, where there is room
 * @param entry a value that is being typed; empty: none
 * @param threads the view of threads; empty until somebody wants to see it
 * @param step the selected one of the steps, from the newest on
 */
public record Look(
        View view, OptionalInt help, boolean large, Optional<Entry> entry, Optional<ThreadsLook> threads, int step) {
    static Look first(View view) {
        return new Look(view, OptionalInt.empty(), true, Optional.empty(), Optional.empty(), 0);
    }

    Look at(View next) {
        return new Look(next, help, large, entry, threads, step);
    }

    public Look withHelp(OptionalInt next) {
        return new Look(view, next, large, entry, threads, step);
    }

    Look withLarge(boolean next) {
        return new Look(view, help, next, entry, threads, step);
    }

    Look with(Optional<Entry> next) {
        return new Look(view, help, large, next, threads, step);
    }

    Look with(ThreadsLook next) {
        return new Look(view, help, large, entry, Optional.of(next), step);
    }

    Look atStep(int next) {
        return new Look(view, help, large, entry, threads, next);
    }
}
