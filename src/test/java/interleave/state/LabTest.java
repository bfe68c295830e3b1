package interleave.state;

import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.DEFAULT;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.initial;
import static interleave.state.Sessions.press;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunStatus;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.spec.RunSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The claims of the lab: keys, and what becomes of its news. */
class LabTest {
    private static final LabOutcome CONFIRMED = new LabOutcome(LabOutcome.Kind.CONFIRMED, "CONFIRMED", "1.9x", 12, 0);
    private static final State OPEN = opened(INITIAL);
    private static final int ITS_RUN = -17;

    private static State opened(State state) {
        State seen = press(after(state, tick(1_000)), new Char('L')).state();
        return after(seen, new Event.Lab(new LabNews.Listed(List.of(claim("first"), claim("second"), claim("third")))));
    }

    private static LabClaim claim(String name) {
        return new LabClaim(name, "It is so", "Something", "Confirmed if so", "Little");
    }

    private static LabLook lab(State state) {
        return state.look().lab().orElseThrow();
    }

    private static Event news(LabNews news) {
        return new Event.Lab(news);
    }

    @Test
    void theyAreAskedForWhenTheyAreFirstSeen() {
        Step first = press(INITIAL, new Char('L'));
        assertEquals(View.LAB, first.state().view());
        assertEquals(List.of(new Command.Lab(new LabOrder.Open())), first.commands());
        State back = press(OPEN, new Char('L')).state();
        assertEquals(View.DASHBOARD, back.view());
        assertEquals(View.DASHBOARD, press(OPEN, Named.ESCAPE).state().view());
        assertEquals(List.of(), press(back, new Char('L')).commands());
    }

    @Test
    void arrowsSelectAndStopAtTheEnds() {
        State second = press(OPEN, Named.DOWN).state();
        assertEquals("second", lab(second).chosen().orElseThrow().name());
        assertEquals(0, lab(press(OPEN, Named.UP).state()).selected());
        assertEquals(2, lab(press(second, Named.END).state()).selected());
        assertEquals(2, lab(press(second, Named.PAGE_DOWN).state()).selected());
        assertEquals(0, lab(press(second, new Char('g')).state()).selected());
    }

    @Test
    void enterTestsTheSelectedOne() {
        Step run = press(press(OPEN, Named.DOWN).state(), Named.ENTER);
        assertEquals(List.of(new Command.Lab(new LabOrder.Run(List.of("second")))), run.commands());
        assertTrue(lab(run.state()).running());
    }

    @Test
    void nTestsThoseWithoutAVerdict() {
        State one = after(OPEN, news(new LabNews.Found("second", CONFIRMED)));
        Step rest = press(one, new Char('n'));
        assertEquals(List.of(new Command.Lab(new LabOrder.Run(List.of("first", "third")))), rest.commands());
        State all =
                after(one, news(new LabNews.Found("first", CONFIRMED)), news(new LabNews.Found("third", CONFIRMED)));
        assertEquals(
                List.of(new Command.Lab(new LabOrder.Run(List.of("first", "second", "third")))),
                press(all, new Char('n')).commands());
    }

    @Test
    void whatIsFinishedStaysWhenItIsStopped() {
        State running = after(
                press(OPEN, new Char('n')).state(),
                news(new LabNews.Measuring("first", "one", 9)),
                news(new LabNews.Found("first", CONFIRMED)),
                news(new LabNews.Measuring("second", "one", 6)));
        assertEquals(1, lab(running).through());
        Step stop = press(running, new Char('s'));
        assertEquals(List.of(new Command.StopAll(), new Command.Lab(new LabOrder.Stop())), stop.commands());
        assertTrue(lab(stop.state()).stopping());
        State over = after(stop.state(), news(new LabNews.Over("the lab was stopped")));
        assertFalse(lab(over).running());
        assertEquals(Optional.of(CONFIRMED), lab(over).claims().getFirst().outcome());
        assertEquals("the lab was stopped", over.notice().orElseThrow().words());
    }

    /** Each would be in the other's numbers. */
    @Test
    void nothingElseIsStartedMeanwhile() {
        State running = press(OPEN, Named.ENTER).state();
        assertEquals(List.of(), press(running, Named.ENTER).commands());
        State table = press(running, Named.ESCAPE).state();
        Step refused = press(table, new Char('1'));
        assertEquals(List.of(), refused.commands());
        assertTrue(refused.state().notice().orElseThrow().words().startsWith("the lab measures"));
        State matrix = press(table, new Char('m')).state();
        assertEquals(List.of(), press(matrix, new Char('n')).commands());
    }

    @Test
    void besideARunNoClaimIsTested() {
        State busy = after(OPEN, changed(1, ASYNC, RUNNING));
        Step refused = press(busy, Named.ENTER);
        assertEquals(List.of(), refused.commands());
        assertTrue(refused.state().notice().orElseThrow().words().contains("s stops all"));
    }

    @Test
    void readOnlyTestsNothing() {
        State open = opened(initial(true));
        assertEquals(List.of(), press(open, Named.ENTER).commands());
        assertEquals(List.of(), press(open, new Char('n')).commands());
    }

    /** They stand in the table while they go on, and are no steps of the user's. */
    @Test
    void itsRunsAreShownAndLeaveNothing() {
        State running = after(
                press(OPEN, Named.ENTER).state(),
                news(new LabNews.Measuring("first", "one", 9)),
                changed(ITS_RUN, RunSpec.of(ASYNC, DEFAULT), RUNNING),
                tick(2_000));
        assertTrue(running.scene().slots().getFirst().live());
        assertEquals(List.of(), running.scene().totals());
        State over = after(running, changed(ITS_RUN, ASYNC, RunStatus.Phase.ENDED));
        assertEquals(List.of(), over.scene().totals());
        State next = after(running, news(new LabNews.Measuring("first", "other", 6)));
        assertTrue(next.scene().slots().getFirst().run().isEmpty());
        assertEquals(List.of(), next.scene().others());
    }
}
