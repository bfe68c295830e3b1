package interleave.metric;

import java.util.ArrayList;
import java.util.List;

/** A time from one moment to another, by a clock in nanoseconds. Immutable. */
public record Stretch(long fromNanos, long toNanos) {
    /**
     * Those, and the time up to this moment.
     *
     * @param parted whether what lies between the last of them and this moment belongs to none
     */
    public static List<Stretch> plus(List<Stretch> before, long nanos, boolean parted) {
        List<Stretch> all = new ArrayList<>(before);
        boolean goesOn = !parted && !before.isEmpty();
        all.add(new Stretch(goesOn ? all.removeLast().fromNanos : nanos, nanos));
        return List.copyOf(all);
    }
}
