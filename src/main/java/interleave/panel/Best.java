package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.state.Matrix;
import interleave.state.Scene;
import java.util.Optional;

/**
 * Which of a task's cells does most, and which does it with the fewest switches, the least CPU and the lowest p99.
 * Compared are results of one load, the newest's. Those that cannot be trusted are left out, and one alone is no best.
 *
 * @param tasks by its place in the menu; below 0 if there are not two to compare
 * @param switches the same
 * @param micros the same
 * @param p99 the same
 */
record Best(int tasks, int switches, int micros, int p99) {
    static Best of(Scene scene, Matrix matrix, int task) {
        return new Best(
                of(scene, matrix, task, WorkMetrics.TASKS_PER_S, -1),
                of(scene, matrix, task, CostMetrics.SWITCHES_PER_TASK, 1),
                of(scene, matrix, task, CostMetrics.CPU_US_PER_TASK, 1),
                of(scene, matrix, task, TimeMetrics.RESPONSE.at(Percentile.P99), 1));
    }

    /** The results whose load the others must have. */
    private static Optional<CellResult> newest(Scene scene, Matrix matrix, int task) {
        Optional<CellResult> newest = Optional.empty();
        for (int index : matrix.cells()[task]) {
            Optional<CellResult> each = at(scene, index);
            if (each.isEmpty()) continue;
            if (newest.isEmpty()
                    || each.get().status().sinceNanos() > newest.get().status().sinceNanos()) newest = each;
        }
        return newest;
    }

    private static Optional<CellResult> at(Scene scene, int index) {
        return index < 0 ? Optional.empty() : CellResult.of(scene.slots().get(index));
    }

    /** @param sign below 0 if more is better */
    private static int of(Scene scene, Matrix matrix, int task, RunMetric metric, int sign) {
        int best = -1;
        int compared = 0;
        double least = 0;
        Optional<CellResult> newest = newest(scene, matrix, task);
        for (int index : matrix.cells()[task]) {
            Optional<CellResult> each = at(scene, index);
            if (each.isEmpty() || !each.get().good() || !each.get().alike(newest.orElseThrow())) continue;
            if (!(each.get().readings().of(metric) instanceof Reading.Value(double value))) continue;
            compared++;
            if (best < 0 || sign * value < least) {
                best = index;
                least = sign * value;
            }
        }
        return compared > 1 ? best : -1;
    }
}
