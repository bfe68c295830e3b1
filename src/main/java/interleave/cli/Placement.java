package interleave.cli;

import interleave.kernel.CpuSet;
import interleave.lab.Place;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.spec.ProcessOptions;

/**
 * Where a run of its own and its service or client may be, as its results tell it: where the scheduler decides, unless
 * the run was given CPUs.
 */
final class Placement {
    private Placement() {}

    /** For people. */
    static String words(ProcessOptions run) {
        return run.cpus().isEmpty() ? Place.FREE.key : "CPU " + CpuSet.text(run.cpus()) + ", else " + Place.FREE.key;
    }

    static ResultRow add(ResultRow row, ProcessOptions run) {
        return row.text("place", Place.FREE.key)
                .value(
                        "cpus",
                        run.cpus().isEmpty()
                                ? ResultValue.absent("all that the program may use")
                                : ResultValue.of(CpuSet.text(run.cpus())));
    }
}
