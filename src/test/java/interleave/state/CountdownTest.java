package interleave.state;

import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.run.RunStatus.Phase.STOPPING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.THREADS;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final State TEN_SECONDS = Sessions.initial(Optional.of(Duration.ofSeconds(10)));

    @Test
    void aRunIsToldToStopWhenItsTimeIsUp() {
        State state = after(TEN_SECONDS, tick(5000), changed(1, ASYNC, RUNNING), tick(6000));
        assertEquals(OptionalLong.of(10), left(state));
        assertEquals(OptionalLong.of(1), left(after(state, tick(15_500))));
        assertEquals(List.of(), Update.on(state, tick(15_900)).commands());
        Step due = Update.on(state, tick(16_000));
        assertEquals(List.of(new Command.Stop(new RunId(1))), due.commands());
        assertEquals(
                "http/event-loop: stopped after 10 s",
                due.state().notice().orElseThrow().words());
        State stopping = after(due.state(), changed(1, ASYNC, STOPPING));
        assertEquals(List.of(), Update.on(stopping, tick(17_000)).commands());
    }

    @Test
    void eachHasItsOwnTime() {
        State state =
                after(TEN_SECONDS, changed(1, ASYNC, RUNNING), tick(1000), changed(2, THREADS, RUNNING), tick(4000));
        assertEquals(
                List.of(new Command.Stop(new RunId(1))),
                Update.on(state, tick(11_000)).commands());
        assertEquals(2, Update.on(state, tick(14_000)).commands().size());
    }

    @Test
    void theFirstSampleOfTheMonitorEndsNothing() {
        assertEquals(
                List.of(),
                Update.on(after(TEN_SECONDS, changed(1, ASYNC, RUNNING)), tick(9_000_000))
                        .commands());
    }

    @Test
    void withoutATimeItGoesOn() {
        State state = after(Sessions.initial(Optional.empty()), changed(1, ASYNC, RUNNING), tick(1000));
        assertEquals(OptionalLong.empty(), left(state));
        assertEquals(List.of(), Update.on(state, tick(1_000_000_000)).commands());
    }

    @Test
    void unlessToldOtherwiseItIsAnHour() {
        State state = after(Sessions.INITIAL, changed(1, ASYNC, RUNNING), tick(1000));
        assertEquals(OptionalLong.of(3600), left(state));
        assertTrue(left(after(
                        state,
                        tick(2000),
                        changed(1, ASYNC, STOPPING),
                        changed(1, ASYNC, interleave.run.RunStatus.Phase.ENDED)))
                .isEmpty());
    }

    private static OptionalLong left(State state) {
        return state.scene()
                .run(new RunId(1))
                .orElseThrow()
                .secondsLeft(state.scene().nanos());
    }
}
