package interleave.worker;

import interleave.execution.Execution;
import interleave.execution.Tally;
import java.time.Duration;

/**
 * Checks that whoever began a task told of its one end: by what was counted task by task, since the summary takes for
 * cancelled whatever did not end.
 */
final class Sums {
    private static final Duration SOON = Duration.ofSeconds(15);

    private Sums() {}

    static void addUp(Execution execution) {
        Await.until("an end for each start", SOON, () -> {
            Tally.Counts each = execution.tally().counts();
            return each.started() == each.completed() + each.failed() + each.cancelled();
        });
    }
}
