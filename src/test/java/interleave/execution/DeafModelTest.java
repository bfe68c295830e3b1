package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Ticker;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.Kind;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** An exception that vanishes is a finding: what was raised and what was told of are counted in two places. */
class DeafModelTest {
    private static final TaskInfo NOTHING = TaskInfo.named("nothing", Kind.COMPUTING, "nothing at all")
            .forms(
                    setup -> new Task.Blocking() {
                        @Override
                        public void call() {}

                        @Override
                        public void close() {}
                    },
                    setup -> place -> {
                        throw new AssertionError("never asked for");
                    });

    /** Runs on the thread of the test, when it says so. */
    private static class Manual implements Model {
        final Task.Blocking task;
        final Queue<TaskSlot> slots = new ArrayDeque<>();

        Manual(Task.Blocking task) {
            this.task = task;
        }

        boolean once(TaskSlot slot) {
            return slot.once(task);
        }

        void work(int tasks) {
            for (int i = 0; i < tasks; i++) if (once(slots.element())) slots.add(slots.remove());
        }

        @Override
        public List<? extends Task> tasks() {
            return List.of(task);
        }

        @Override
        public void run(TaskSlot slot) {
            slots.add(slot);
        }

        @Override
        public void close() {}
    }

    /** As code is written that catches, logs nothing, and goes on. */
    private static final class Deaf extends Manual {
        Deaf(Task.Blocking task) {
            super(task);
        }

        @Override
        boolean once(TaskSlot slot) {
            slot.begin();
            try {
                task.call();
            } catch (Exception e) {
                // Nobody is told.
            }
            return slot.completed();
        }
    }

    private static Execution ended(java.util.function.Function<Task.Blocking, Manual> making) throws Exception {
        List<Manual> made = new java.util.ArrayList<>();
        ModelInfo info = ModelInfo.named("manual")
                .takes(Taken.NOTHING, Taken.NOTHING)
                .opens((task, setup, knobs) -> {
                    made.add(making.apply(task.blocking().apply(setup)));
                    return made.getFirst();
                });
        RunSpec spec = new RunSpec(
                new Workload("nothing", "manual"), new Load.Closed(1), Map.of(), 0.2, 1, ProcessOptions.NONE);
        Execution execution = Execution.start(spec, info, NOTHING, new TaskSetup(1, 0), Ticker.SYSTEM, why -> {});
        made.getFirst().work(1_000);
        execution.stop(Duration.ZERO);
        return execution;
    }

    @Test
    void whatAModelSwallowsIsSeen() throws Exception {
        try (Execution deaf = ended(Deaf::new)) {
            assertTrue(deaf.raised() > 100, "raised: " + deaf.raised());
            assertEquals(0, deaf.counts().failed());
        }
    }

    @Test
    void whatAModelReportsIsRaised() throws Exception {
        try (Execution hearing = ended(Manual::new)) {
            assertTrue(hearing.raised() > 100, "raised: " + hearing.raised());
            assertEquals(hearing.raised(), hearing.counts().failed());
            assertEquals(
                    hearing.counts().started(),
                    hearing.counts().completed() + hearing.counts().failed());
        }
    }
}
