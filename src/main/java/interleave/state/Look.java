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
 * @param picker the view of all processes; empty until somebody wants to see it
 * @param lab the claims; empty until somebody wants to see them
 */
public record Look(
        View view,
        OptionalInt help,
        boolean large,
        Optional<Entry> entry,
        Optional<ThreadsLook> threads,
        Optional<PickerLook> picker,
        Optional<LabLook> lab) {
    static Look first(View view) {
        return new Look(
                view,
                OptionalInt.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Look at(View next) {
        return new Look(next, help, large, entry, threads, picker, lab);
    }

    public Look withHelp(OptionalInt next) {
        return new Look(view, next, large, entry, threads, picker, lab);
    }

    Look withLarge(boolean next) {
        return new Look(view, help, next, entry, threads, picker, lab);
    }

    Look with(Optional<Entry> next) {
        return new Look(view, help, large, next, threads, picker, lab);
    }

    Look with(ThreadsLook next) {
        return new Look(view, help, large, entry, Optional.of(next), picker, lab);
    }

    Look with(PickerLook next) {
        return new Look(view, help, large, entry, threads, Optional.of(next), lab);
    }

    Look with(LabLook next) {
        return new Look(view, help, large, entry, threads, picker, Optional.of(next));
    }
}
