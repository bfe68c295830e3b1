package interleave.state;

import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The workloads as the screen has them. Immutable.
 *
 * @param all those with a digit in its order, then the others by task and model
 * @param digits how many of the first have one
 * @param matrix the same as a table
 */
public record Menu(List<WorkloadInfo> all, int digits, Matrix matrix) {
    /** Which digit starts what: the first of these is 1's. There may be nine. */
    public static final List<Workload> DIGITS = List.of(
            new Workload("http", "event-loop"),
            new Workload("http", "virtual"),
            new Workload("http", "threads"),
            new Workload("http", "pool"),
            new Workload("image", "single"),
            new Workload("image", "pool"),
            new Workload("image", "virtual"));

    /** @param catalogue the workloads by task and model */
    public static Menu of(List<WorkloadInfo> catalogue) {
        return of(catalogue, DIGITS);
    }

    /** @param digits which of them have one, in its order */
    public static Menu of(List<WorkloadInfo> catalogue, List<Workload> digits) {
        // start-up: a cell is compared with each digit once, and with no other cell.
        WorkloadInfo[] first = new WorkloadInfo[digits.size()];
        List<WorkloadInfo> others = new ArrayList<>(catalogue.size());
        for (WorkloadInfo info : catalogue) {
            int digit = digit(info.workload(), digits);
            if (digit < 0) others.add(info);
            else first[digit] = info;
        }
        List<WorkloadInfo> all = new ArrayList<>(catalogue.size());
        for (WorkloadInfo info : first) if (info != null) all.add(info);
        int keyed = all.size();
        all.addAll(others);
        return new Menu(List.copyOf(all), keyed, Matrix.of(catalogue, all));
    }

    /** The digit that starts and stops a workload wherever the whole catalogue is shown; empty if it has none. */
    public static Optional<Character> digitOf(Workload workload) {
        return key(digit(workload, DIGITS), DIGITS.size());
    }

    /** The digit of a place in the menu; empty if it has none. */
    public Optional<Character> keyOf(int place) {
        return key(place, digits);
    }

    /** The place in the menu whose digit that is; below 0 if it is nobody's. */
    int placeOf(char key) {
        int place = key - '1';
        return place >= 0 && place < digits ? place : -1;
    }

    private static Optional<Character> key(int place, int digits) {
        return place >= 0 && place < digits ? Optional.of((char) ('1' + place)) : Optional.empty();
    }

    private static int digit(Workload workload, List<Workload> digits) {
        for (int i = 0; i < digits.size(); i++) if (same(digits.get(i), workload)) return i;
        return -1;
    }

    // start-up: not by the record's own equality, which the JVM takes long to build.
    private static boolean same(Workload one, Workload other) {
        return one.task().equals(other.task()) && one.model().equals(other.model());
    }
}
