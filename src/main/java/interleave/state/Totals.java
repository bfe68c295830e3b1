package interleave.state;

import interleave.run.Frame;
import interleave.run.RunReadings;
import interleave.run.RunStatus;
import interleave.run.Verification;
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
        int inFlight,
        boolean good,
        RunReadings readings) {
    Totals(RunStatus status, Optional<Frame> last, RunReadings readings) {
        this(
                status,
                last.map(Frame::completed).orElse(0L),
                last.map(Frame::failed).orElse(0L),
                last.map(Frame::verified).orElse(0L),
                last.map(Frame::inFlight).orElse(0),
                last.isEmpty() || new Verification(last.get()).holds(),
                readings);
    }
}
