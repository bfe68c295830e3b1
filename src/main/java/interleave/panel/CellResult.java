package interleave.panel;

import interleave.run.RunReadings;
import interleave.run.RunStatus;
import interleave.run.WorkMetrics;
import interleave.screen.Numbers;
import interleave.spec.Knob;
import interleave.spec.Proves.Question;
import interleave.state.RunView;
import interleave.state.Totals;
import interleave.state.WorkloadCell;
import java.util.Optional;

/**
 * The numbers that a cell of the matrix shows: those of its run, and when it has none, of the last that had any.
 *
 * @param good whether they can be trusted
 */
record CellResult(WorkloadCell cell, RunStatus status, RunReadings readings, boolean good) {
    static Optional<CellResult> of(WorkloadCell cell) {
        if (cell.run().isPresent() && !RunWords.failed(cell)) {
            RunView run = cell.run().get();
            boolean known = run.readings().of(WorkMetrics.TASKS_PER_S).present();
            if (known || cell.last().isEmpty())
                return Optional.of(new CellResult(cell, run.status(), run.readings(), !RunWords.unverified(cell)));
        }
        if (cell.last().isEmpty()) return Optional.empty();
        Totals last = cell.last().get();
        return Optional.of(new CellResult(cell, last.status(), last.readings(), last.good()));
    }

    boolean live() {
        return status.phase().live();
    }

    /** The time since its run came to its end; {@code now} while it goes on. */
    String age(long nanos) {
        return live() ? "now" : Numbers.age((nanos - status.sinceNanos()) / 1_000_000_000);
    }

    /**
     * True if both did the same work under the same load; a speed-up is of what fills the cores, whatever the load.
     */
    boolean alike(CellResult other) {
        if (cell.info().proves().question() == Question.SPEED_UP) return true;
        return status.load().equals(other.status.load())
                && knob(Knob.LATENCY) == other.knob(Knob.LATENCY)
                && knob(Knob.WORK) == other.knob(Knob.WORK);
    }

    private long knob(Knob knob) {
        return cell.info().knobs().contains(knob) ? cell.under(status.spec()).value(knob) : -1;
    }
}
