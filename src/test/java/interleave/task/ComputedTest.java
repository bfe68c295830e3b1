package interleave.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Increments of one shared counter are of one counter, however many event loops do them. */
class ComputedTest {
    private static final class Shared implements Task.Blocking {
        private int calls;
        private int closings;

        @Override
        public void call() {
            calls++;
        }

        @Override
        public Map<String, Double> extra() {
            return Map.of("calls", (double) calls);
        }

        @Override
        public void close() {
            closings++;
        }
    }

    private static final Task.Completion IGNORED = new Task.Completion() {
        @Override
        public void completed() {}

        @Override
        public void failed(Throwable why) {
            throw new AssertionError(why);
        }
    };

    private final List<Shared> made = new ArrayList<>();

    private Shared make(TaskSetup setup) {
        made.add(new Shared());
        return made.getLast();
    }

    @Test
    void loopsShareTheTaskAndTheFirstSpeaksForIt() {
        TaskInfo info = TaskInfo.named("shared", Kind.CONTENDED, "a call").computes(this::make);
        TaskInfo.AsyncForm form = info.async().apply(new TaskSetup(2, 0));
        Place place = new Place(null, Place.ON_THE_LOOP);
        List<Task.Async> loops = List.of(form.open(place), form.open(place));
        for (Task.Async each : loops) each.start(IGNORED);

        assertEquals(1, made.size());
        assertEquals(
                List.of(Map.of("calls", 2.0), Map.of()),
                loops.stream().map(Task::extra).toList());
        loops.getLast().close();
        assertEquals(0, made.getFirst().closings);
        loops.getFirst().close();
        assertEquals(1, made.getFirst().closings);
    }
}
