package interleave.state;

import interleave.metric.ProcessReadings;
import java.util.Optional;

/**
 * The user's view of all processes. Immutable.
 *
 * @param selected the selected one; empty: the first
 * @param place where it stood when it was selected, which is selected instead once it has gone
 */
public record PickerLook(Order order, Filter filter, Optional<ProcessReadings.Id> selected, int place) {
    /** The order of the processes: the most first, or by name. */
    public enum Order {
        CPU("CPU"),
        SWITCHES("switches"),
        THREADS("threads"),
        NAME("name");

        public final String title;

        Order(String title) {
            this.title = title;
        }

        Order next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    public static final PickerLook FIRST = new PickerLook(Order.CPU, Filter.NONE, Optional.empty(), 0);

    PickerLook by(Order next) {
        return new PickerLook(next, filter, selected, place);
    }

    PickerLook with(Filter next) {
        return new PickerLook(order, next, selected, place);
    }

    PickerLook selecting(ProcessReadings.Id id, int where) {
        return new PickerLook(order, filter, Optional.of(id), where);
    }
}
