package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.DEFAULT;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.frame;
import static interleave.state.Sessions.press;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Frame;
import interleave.run.Frames;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.screen.Key.Char;
import interleave.spec.Arrival;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The key that turns a closed load into an open one, and back. */
class OtherLoadTest {
    private static final Char OTHER = new Char('o');
    private static final RunId ID = new RunId(1);
    /** 11,653 tasks within a second. */
    private static final State RUNS = after(
            INITIAL,
            changed(1, ASYNC, RUNNING),
            tick(1000),
            frame(1, 1000, 0, 0, 0),
            frame(1, 2000, 11_653, 0, 0),
            tick(2000));

    @Test
    void itBeginsWithWhatTheClosedLoadAchievedAndIsLive() {
        Step open = press(RUNS, OTHER);
        assertEquals(List.of(new Command.ChangeLoad(ID, new Load.Open(11_000))), open.commands());
        assertEquals(
                "http/event-loop: open load, 11.0k starts/s at constant distances",
                open.state().notice().orElseThrow().words());
    }

    @Test
    void thenItsArrivalsAreRandomAndThenItIsClosedAsItWas() {
        State closed = press(RUNS, new Char('+')).state();
        Step random = press(press(closed, OTHER).state(), OTHER);
        assertEquals(List.of(new Command.ChangeLoad(ID, new Load.Open(11_000, Arrival.POISSON))), random.commands());
        assertEquals(
                List.of(new Command.ChangeLoad(ID, new Load.Closed(512))),
                press(random.state(), OTHER).commands());
    }

    @Test
    void plusAndMinusTurnItsRate() {
        State open = press(RUNS, OTHER).state();
        assertEquals(
                List.of(new Command.ChangeLoad(ID, new Load.Open(22_000))),
                press(open, new Char('+')).commands());
        assertEquals(
                List.of(new Command.ChangeLoad(ID, new Load.Open(5_500))),
                press(open, new Char('-')).commands());
    }

    @Test
    void whileIdleItIsThatOfTheNextStart() {
        Step open = press(INITIAL, OTHER);
        assertEquals(List.of(), open.commands());
        assertEquals(
                List.of(new Command.Start(RunSpec.of(ASYNC, new Load.Open(100)))),
                press(open.state(), new Char('1')).commands());
        State ended = after(RUNS, changed(1, ASYNC, ENDED));
        assertEquals(
                List.of(new Command.Start(RunSpec.of(ASYNC, new Load.Open(11_000)))),
                press(press(ended, OTHER).state(), new Char('1')).commands());
    }

    @Test
    void littleIsStillSomething() {
        State stuck = after(
                INITIAL, changed(1, ASYNC, RUNNING), frame(1, 1000, 7, 0, 0), frame(1, 2000, 7, 0, 0), tick(2000));
        assertEquals(
                List.of(new Command.ChangeLoad(ID, new Load.Open(1))),
                press(stuck, OTHER).commands());
    }

    @Test
    void whatMayNotBeStartedMayNotBeTurned() {
        assertTrue(press(Sessions.initial(true), OTHER).state().notice().isPresent());
        assertEquals(
                DEFAULT,
                press(Sessions.initial(true), OTHER)
                        .state()
                        .selectedSlot()
                        .orElseThrow()
                        .load());
    }

    /** The worker goes on to count what it once planned. */
    @Test
    void onceItIsClosedAgainThereIsNoPlan() {
        Frame kept = Frames.withPlan(Frames.at(3000, 12_000, 0, 0, 0), 400, 0);
        RunSpec open = RunSpec.of(ASYNC, new Load.Open(100));
        State state = after(RUNS, changed(1, open, RUNNING), new Event.Run(new RunEvent.Reported(ID, kept)));
        assertTrue(state.scene().run(ID).orElseThrow().planned());
        State closed = after(state, changed(1, ASYNC, RUNNING));
        assertFalse(closed.scene().run(ID).orElseThrow().planned());
    }
}
