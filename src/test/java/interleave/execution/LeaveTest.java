package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Ticker;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.Kind;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The counts of a run before its load is set, and when it ends with tasks in flight. */
class LeaveTest {
    /** Its tasks begin and end when the test says so. */
    private static final class Manual implements Model {
        final List<TaskSlot> slots = new ArrayList<>();

        @Override
        public List<? extends Task> tasks() {
            return List.of();
        }

        @Override
        public void run(TaskSlot slot) {
            slots.add(slot);
        }

        @Override
        public void close() {
            throw new AssertionError("what ends with the process is not closed one by one");
        }
    }

    private static final TaskInfo NOTHING = TaskInfo.named("nothing", Kind.COMPUTING, "")
            .forms(
                    setup -> {
                        throw new AssertionError("never asked for");
                    },
                    setup -> {
                        throw new AssertionError("never asked for");
                    });

    private final Manual model = new Manual();

    private Execution execution(int inFlight) throws Exception {
        Execution execution = begun();
        execution.change(new Load.Closed(inFlight));
        return execution;
    }

    private Execution begun() throws Exception {
        ModelInfo info =
                ModelInfo.named("manual").takes(Taken.NOTHING, Taken.NOTHING).opens((task, setup, knobs) -> model);
        RunSpec spec = RunSpec.of(new Workload("nothing", "manual"), new Load.Closed(1));
        return Execution.start(spec, info, NOTHING, new TaskSetup(1, 0), Ticker.SYSTEM, why -> {});
    }

    /** Whoever is asked before the load is set is asked once, unless it does not answer. */
    @Test
    void beforeTheLoadIsSetOneCompletedTaskIsEnough() throws Exception {
        Execution execution = begun();
        TaskSlot slot = model.slots.getFirst();
        assertTrue(slot.begin());
        assertTrue(slot.failed(new IllegalStateException()));
        assertTrue(slot.begin());
        assertFalse(slot.completed());
        assertEquals(0, execution.inFlight());
        execution.change(new Load.Closed(3));
        assertEquals(4, model.slots.size());
        assertEquals(3, execution.inFlight());
        assertEquals(2, execution.counts().started());
    }

    @Test
    void whatIsInFlightIsCancelledOnceHoweverItEndsLater() throws Exception {
        Execution execution = execution(5);
        for (TaskSlot slot : model.slots) slot.begin();
        model.slots.get(0).completed();
        model.slots.get(0).begin();
        model.slots.get(1).failed(new IllegalStateException());
        execution.leave(Duration.ZERO);
        Tally.Counts counts = execution.counts();
        assertEquals(new Tally.Counts(6, 1, 1, 1, 4), counts);
        assertEquals(0, execution.inFlight());

        model.slots.get(0).completed();
        model.slots.get(2).failed(new CancellationException());
        model.slots.get(3).cancelled();
        model.slots.get(4).failed(new IllegalStateException());
        assertEquals(counts, execution.counts());
        assertEquals(0, execution.inFlight());
    }

    @Test
    void whatEndsWithinThePatienceIsCountedAsItEnded() throws Exception {
        Execution execution = execution(2);
        for (TaskSlot slot : model.slots) slot.begin();
        execution.halt();
        for (TaskSlot slot : model.slots) slot.completed();
        execution.leave(Duration.ofMinutes(1));
        assertEquals(new Tally.Counts(2, 2, 0, 2, 0), execution.counts());
    }

    @Test
    void onlyTheFirstCallHasAnEffect() throws Exception {
        Execution execution = execution(1);
        model.slots.getFirst().begin();
        execution.leave(Duration.ZERO);
        execution.leave(Duration.ofMinutes(1));
        execution.close();
        assertEquals(new Tally.Counts(1, 0, 0, 0, 1), execution.counts());
    }
}
