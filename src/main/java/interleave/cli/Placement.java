package interleave.cli;

import interleave.kernel.CpuSet;
import interleave.lab.Place;
import interleave.record.ResultRow;
import interleave.spec.ProcessOptions;
import interleave.trial.Measurement;
import interleave.trial.Placed;

/**
 * Where a run of its own and its service or client may be, as its results tell it: where the scheduler decides, unless
 * the run was given CPUs.
 */
final class Placement {
    private Placement() {}

    /** For people. */
    static String words(Measurement run) {
        return run.placed().map(Placed::words).orElseGet(() -> words(run.spec.process()));
    }

    static String words(ProcessOptions run) {
        return run.cpus().isEmpty() ? Place.FREE.key : "CPU " + CpuSet.text(run.cpus()) + ", else " + Place.FREE.key;
    }

    static ResultRow add(ResultRow row, Measurement run) {
        ResultRow all = add(row, run.spec.process());
        return run.placed().map(where -> all.text("place", where.key())).orElse(all);
    }

    static ResultRow add(ResultRow row, ProcessOptions run) {
        return row.text("place", Place.FREE.key)
                .text("cpus", PlaceOption.cpus(run.cpus()), "all that the program may use");
    }
}
