package interleave;

import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;

/**
 * Numbers below 0 for the lab's runs, of which each repetition's supervisor counts from 1: on the screen no two runs
 * may have the same. Safe from any thread.
 */
final class LabRunNumbers {
    /** More than a repetition has runs, its service and client included. */
    private static final int EACH = 16;

    private volatile int repetition;

    /** The runs that come now are of the next repetition. One thread. */
    void next() {
        repetition = repetition + 1;
    }

    RunEvent of(RunEvent event) {
        return switch (event) {
            case RunEvent.Changed(RunStatus status) -> new RunEvent.Changed(status.with(of(status.id())));
            case RunEvent.Reported(RunId id, var frame) -> new RunEvent.Reported(of(id), frame);
            case RunEvent.Noted(RunId id, String words) -> new RunEvent.Noted(of(id), words);
        };
    }

    private RunId of(RunId id) {
        return new RunId(-(repetition * EACH + id.number()));
    }
}
