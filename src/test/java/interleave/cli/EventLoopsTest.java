package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Transport;
import interleave.spec.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class EventLoopsTest {
    private static final RunSpec TIMER = run("timer", "event-loop").with(Knob.LOOPS, 64);
    private static final IntFunction<Optional<String>> NONE = number -> Optional.of("no room for " + number);

    private static RunSpec run(String task, String model) {
        return RunSpec.of(new Workload(task, model), new Load.Closed(1));
    }

    @Test
    void theServicesLoopAndThoseOfClientsCount() {
        assertEquals(64, EventLoops.number(List.of(TIMER)));
        assertEquals(129, EventLoops.number(List.of(TIMER, TIMER, run("image", "hybrid"))));
        assertEquals(2, EventLoops.number(List.of(run("http", "promises"))));
        assertEquals(1, EventLoops.number(List.of(run("http", "virtual"), run("http", "pool"))));
        assertEquals(2, EventLoops.number(List.of(run("serve", "event-loop"))));
    }

    @Test
    void whatIsSaidSaysHowManyAndWhy() {
        assertEquals(
                Optional.of("event loops go over epoll or NIO, not io_uring: no room for 192"),
                EventLoops.whyNotOverRings(List.of(TIMER, TIMER, TIMER), NONE));
        assertEquals(Optional.empty(), EventLoops.whyNotOverRings(List.of(TIMER), number -> Optional.empty()));
    }

    @Test
    void whoHasNoChoiceIsNotAsked() {
        assertEquals(Optional.empty(), EventLoops.whyNotOverRings(List.of(TIMER.with(Transport.IO_URING)), NONE));
        assertEquals(Optional.empty(), EventLoops.whyNotOverRings(List.of(run("http", "threads")), NONE));
    }
}
