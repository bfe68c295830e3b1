package interleave.state;

import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ServerCost;
import interleave.run.WorkMetrics;
import java.util.Optional;

/**
 * A server that is not ours, and that runs ask: the command that was started for it, else the process that was named
 * first. Its rates and those of the runs are of the same interval.
 *
 * @param process its readings
 * @param tasksPerSecond of all runs that ask it
 * @param cost what a task of theirs costs it
 */
public record AskedServer(ProcessReadings process, Reading tasksPerSecond, ServerCost cost) {
    /** Empty where none is known. */
    public static Optional<AskedServer> of(Scene scene) {
        if (scene.readings().processes().isEmpty()) return Optional.empty();
        ProcessReadings process = scene.readings().processes().getFirst();
        double sum = 0;
        int runs = 0;
        for (WorkloadCell slot : scene.slots()) {
            if (!slot.live() || slot.spec().target().isEmpty()) continue;
            Reading tasks = slot.run().orElseThrow().readings().of(WorkMetrics.TASKS_PER_S);
            if (!tasks.present()) continue;
            sum += tasks.orElse(0);
            runs++;
        }
        Reading all = runs > 0 ? Reading.of(sum) : Reading.WARMING_UP;
        return Optional.of(new AskedServer(process, all, ServerCost.of(process, 1, sum, runs)));
    }
}
