package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.RunMetric;
import interleave.run.WorkMetrics;
import interleave.spec.Proves.Question;
import interleave.state.Matrix;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.Optional;

/**
 * Which of a task's runs does most, and which does it with the fewest switches and the least CPU. Compared are runs of
 * one load, the newest's. Those that cannot be trusted are left out, and one alone is no best.
 *
 * @param tasks by its place in the menu; below 0 if there are not two to compare
 * @param switches the same
 * @param micros the same
 */
record Best(int tasks, int switches, int micros) {
    static Best of(Scene scene, Matrix matrix, int task) {
        return new Best(
                of(scene, matrix, task, WorkMetrics.TASKS_PER_S, -1),
                of(scene, matrix, task, CostMetrics.SWITCHES_PER_TASK, 1),
                of(scene, matrix, task, CostMetrics.CPU_US_PER_TASK, 1));
    }

    /** The run whose load the others must have. */
    private static Optional<WorkloadCell> newest(Scene scene, Matrix matrix, int task) {
        Optional<WorkloadCell> newest = Optional.empty();
        for (int index : matrix.cells()[task]) {
            if (index < 0 || scene.slots().get(index).run().isEmpty()) continue;
            WorkloadCell slot = scene.slots().get(index);
            if (newest.isEmpty() || since(slot) > since(newest.get())) newest = Optional.of(slot);
        }
        return newest;
    }

    private static long since(WorkloadCell slot) {
        return slot.run().orElseThrow().status().sinceNanos();
    }

    /** Of one load; a speed-up is of what fills the cores, whatever that is. */
    private static boolean alike(WorkloadCell one, WorkloadCell other) {
        return one.info().proves().question() == Question.SPEED_UP
                || one.run()
                        .orElseThrow()
                        .status()
                        .load()
                        .equals(other.run().orElseThrow().status().load());
    }

    /** @param sign below 0 if more is better */
    private static int of(Scene scene, Matrix matrix, int task, RunMetric metric, int sign) {
        int best = -1;
        int compared = 0;
        double least = 0;
        Optional<WorkloadCell> newest = newest(scene, matrix, task);
        for (int index : matrix.cells()[task]) {
            if (index < 0 || scene.slots().get(index).run().isEmpty()) continue;
            WorkloadCell slot = scene.slots().get(index);
            if (!alike(slot, newest.orElseThrow())) continue;
            if (RunWords.failed(slot) || RunWords.unverified(slot)) continue;
            if (!(slot.run().get().readings().of(metric) instanceof Reading.Value(double value))) continue;
            compared++;
            if (best < 0 || sign * value < least) {
                best = index;
                least = sign * value;
            }
        }
        return compared > 1 ? best : -1;
    }
}
