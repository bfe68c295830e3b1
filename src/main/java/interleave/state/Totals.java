package interleave.state;

import interleave.run.Frame;
import interleave.run.Proof;
import interleave.run.RunRates;
import interleave.run.RunStatus;
import java.util.Optional;

/**
 * What a run did over its life.
 *
 * @param completed tasks; 0 if it never said anything of itself
 * @param verified of those, the ones whose result was found right
 * @param good whether every result was right, and every failure seen that was raised
 * @param inFlight tasks under way when it last spoke
 * @param rates over the time between its first and its last frame
 */
public record Totals(
        RunStatus status, long completed, long failed, long verified, int inFlight, boolean good, RunRates rates) {
    Totals(RunStatus status, Optional<Frame> last, RunRates rates) {
        this(
                status,
                last.map(Frame::completed).orElse(0L),
                last.map(Frame::failed).orElse(0L),
                last.map(Frame::verified).orElse(0L),
                last.map(Frame::inFlight).orElse(0),
                last.isEmpty() || Proof.against(last.get()).isEmpty(),
                rates);
    }
}
