package interleave.state;

import interleave.run.Frame;
import interleave.run.RunReadings;
import interleave.run.RunStatus;
import interleave.run.SampleField;
import interleave.run.Verification;
import java.util.List;
import java.util.Optional;

/**
 * The results of a run over its life.
 *
 * @param completed tasks; 0 if it never said anything of itself
 * @param verified of those, the ones whose result was found right
 * @param good whether every result was right, and every failure seen that was raised
 * @param inFlight tasks under way when it last spoke
 * @param readings over the time between its first and its last frame
 */
public record Totals(
        RunStatus status,
        long completed,
        long failed,
        long verified,
        long inFlight,
        boolean good,
        RunReadings readings) {
    /** The CPUs that it may use: all, as all else may, or which. */
    public String placement() {
        List<Integer> cpus = status.spec().process().cpus();
        if (cpus.isEmpty()) return "free";
        StringBuilder words = new StringBuilder("cpu");
        for (int cpu : cpus) words.append(' ').append(cpu);
        return words.toString();
    }

    Totals(RunStatus status, Optional<Frame> last, RunReadings readings) {
        this(
                status,
                count(last, SampleField.COMPLETED),
                count(last, SampleField.FAILED),
                count(last, SampleField.VERIFIED),
                count(last, SampleField.IN_FLIGHT),
                last.isEmpty() || new Verification(last.get()).holds(),
                readings);
    }

    private static long count(Optional<Frame> last, SampleField field) {
        return last.isEmpty() ? 0 : last.get().of(field);
    }
}
