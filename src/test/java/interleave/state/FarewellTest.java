package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.run.RunStatus.Phase.STOPPING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.THREADS;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.press;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.screen.Key.Ctrl;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FarewellTest {
    private static final long SECOND = 1_000_000_000;

    private static Event until(int id, Workload workload, long second) {
        return new Event.Run(new RunEvent.Changed(new RunStatus(
                new RunId(id),
                RunSpec.of(workload, Sessions.DEFAULT),
                false,
                RUNNING,
                0,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.of(second * SECOND),
                OptionalInt.empty())));
    }

    private static void assertSaid(String words, State state) {
        assertEquals(
                List.of(new Command.Suspend(words)), press(state, new Ctrl('z')).commands());
        assertEquals(
                List.of(new Command.Suspend(words)),
                Update.on(state, new Event.SuspendAsked()).commands());
    }

    /** Samples of {@link Sessions} are made at midnight. */
    @Test
    void howManyGoOnAndUntilWhen() {
        State one = after(INITIAL, tick(1000), until(1, ASYNC, 3601), tick(1000));
        assertSaid("interleave: 1 run goes on until 01:00:00; fg brings the monitor back", one);
        State two = after(one, until(2, THREADS, 3700));
        assertSaid("interleave: 2 runs go on, the last until 01:01:39; fg brings the monitor back", two);
        State ended = after(two, changed(2, THREADS, ENDED));
        assertSaid("interleave: 1 run goes on until 01:00:00; fg brings the monitor back", ended);
    }

    @Test
    void oneWithoutAnEndGoesOnWithoutOne() {
        State state = after(INITIAL, tick(1000), until(1, ASYNC, 3601), changed(2, THREADS, RUNNING));
        assertSaid("interleave: 2 runs go on without an end; fg brings the monitor back", state);
    }

    @Test
    void aLongTimeIsSaidAsSuch() {
        State state = after(INITIAL, tick(1000), until(1, ASYNC, 100_801));
        assertSaid("interleave: 1 run goes on for 1680 min; fg brings the monitor back", state);
    }

    @Test
    void whereNothingGoesOnNothingIsSaid() {
        assertSaid("", INITIAL);
        assertSaid("", after(INITIAL, tick(1000), changed(1, ASYNC, STOPPING)));
    }
}
