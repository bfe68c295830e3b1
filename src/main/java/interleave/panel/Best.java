package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.RunMetric;
import interleave.run.WorkMetrics;
import interleave.state.Matrix;
import interleave.state.Scene;
import interleave.state.WorkloadCell;

/**
 * Which of a task's runs does most, and which does it with the fewest switches and the least CPU. Runs that cannot be trusted are left out, and one
 * alone is no best.
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

    /** @param sign below 0 if more is better */
    private static int of(Scene scene, Matrix matrix, int task, RunMetric metric, int sign) {
        int best = -1;
        int compared = 0;
        double least = 0;
        for (int index : matrix.cells()[task]) {
            if (index < 0 || scene.slots().get(index).run().isEmpty()) continue;
            WorkloadCell slot = scene.slots().get(index);
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
