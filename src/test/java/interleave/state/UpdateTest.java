package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.FAILED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.run.RunStatus.Phase.STOPPING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.DEFAULT;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.THREADS;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.initial;
import static interleave.state.Sessions.press;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Ctrl;
import interleave.screen.Key.Named;
import interleave.screen.Size;
import interleave.spec.Load;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateTest {
    @Test
    void aKeyStartsAWorkloadAndStopsIt() {
        Step start = press(INITIAL, new Char('2'));
        assertEquals(List.of(new Command.Start(THREADS, DEFAULT)), start.commands());
        assertEquals(1, start.state().selected());
        State started = after(start.state(), new Event.Started(new RunId(7), THREADS, DEFAULT));
        assertEquals(
                List.of(new Command.Stop(new RunId(7))),
                press(started, new Char('2')).commands());
        State stopping = after(started, changed(7, THREADS, STOPPING));
        assertEquals(List.of(), press(stopping, new Char('2')).commands());
        assertEquals(
                "http/threads is stopping",
                press(stopping, new Char('2')).state().notice().orElseThrow().words());
        State ended = after(stopping, changed(7, THREADS, ENDED));
        assertEquals(
                List.of(new Command.Start(THREADS, DEFAULT)),
                press(ended, new Char('2')).commands());
    }

    @Test
    void whatTheCommandLineAsksForStartsAndItsFirstIsSelected() {
        Step asked = Update.on(INITIAL, new Event.Asked(List.of(THREADS, ASYNC)));
        assertEquals(List.of(new Command.Start(THREADS, DEFAULT), new Command.Start(ASYNC, DEFAULT)), asked.commands());
        assertEquals(1, asked.state().selected());
        Step nothing = Update.on(INITIAL, new Event.Asked(List.of()));
        assertEquals(List.of(), nothing.commands());
        assertEquals(INITIAL, nothing.state());
    }

    @Test
    void aFailedRunSaysWhyAndStartsAgain() {
        State failed = after(INITIAL, changed(1, ASYNC, RUNNING), changed(1, ASYNC, FAILED));
        assertEquals(
                "http/event-loop failed: status 3",
                failed.notice().orElseThrow().words());
        assertEquals(
                List.of(new Command.Start(ASYNC, DEFAULT)),
                press(failed, new Char('1')).commands());
    }

    @Test
    void whatIsNotAvailableSaysWhy() {
        Step step = press(INITIAL, new Char('3'));
        assertEquals(List.of(), step.commands());
        assertEquals("x/y: no x here", step.state().notice().orElseThrow().words());
    }

    @Test
    void arrowsSelectWithinTheTableAndEnterToggles() {
        assertEquals(0, press(INITIAL, Named.UP).state().selected());
        State second = press(INITIAL, Named.DOWN).state();
        assertEquals(1, second.selected());
        assertEquals(
                2,
                press(press(second, new Char('j')).state(), Named.DOWN).state().selected());
        assertEquals(0, press(second, new Char('k')).state().selected());
        assertEquals(
                List.of(new Command.Start(THREADS, DEFAULT)),
                press(second, Named.ENTER).commands());
        assertEquals(
                List.of(new Command.Start(THREADS, DEFAULT)),
                press(second, new Char(' ')).commands());
    }

    @Test
    void theLoadIsDoubledAndHalvedLiveAndForTheNextStart() {
        State more = press(INITIAL, new Char('+')).state();
        assertEquals(
                List.of(new Command.Start(ASYNC, new Load.Closed(512))),
                press(more, new Char('1')).commands());
        State running = after(INITIAL, changed(4, ASYNC, RUNNING));
        assertEquals(
                List.of(new Command.ChangeLoad(new RunId(4), new Load.Closed(128))),
                press(running, new Char('-')).commands());
        State one = INITIAL;
        for (int i = 0; i < 8; i++) one = press(one, new Char('-')).state();
        assertEquals(new Load.Closed(1), one.selectedSlot().orElseThrow().load());
        assertEquals(
                "that is the least",
                press(one, new Char('-')).state().notice().orElseThrow().words());
    }

    @Test
    void pauseFreezesWhatIsShownWhileCountingGoesOn() {
        State paused = press(after(INITIAL, tick(1000)), new Char('p')).state();
        State later = after(paused, tick(2000), tick(13_000));
        assertEquals(1_000_000_000, later.shown().nanos());
        assertEquals(13_000_000_000L, later.scene().nanos());
        assertEquals(12, later.pausedSeconds());
        State again = press(later, new Char('p')).state();
        assertFalse(again.paused());
        assertEquals(13_000_000_000L, again.shown().nanos());
    }

    /** A picture without a time would be paused since the machine was started. */
    @Test
    void nothingIsPausedBeforeTheFirstSample() {
        Step early = press(INITIAL, new Char('p'));
        assertFalse(early.state().paused());
        assertEquals(
                "there is nothing to hold still yet",
                early.state().notice().orElseThrow().words());
        assertEquals(0, after(early.state(), tick(90_000_000)).pausedSeconds());
    }

    @Test
    void theIntervalHasSteps() {
        assertEquals(
                List.of(new Command.Pace(Duration.ofMillis(500))),
                press(INITIAL, new Char('[')).commands());
        assertEquals(
                List.of(new Command.Pace(Duration.ofSeconds(2))),
                press(INITIAL, new Char(']')).commands());
        State state = INITIAL;
        for (int i = 0; i < 5; i++) state = press(state, new Char(']')).state();
        assertEquals(Duration.ofMinutes(1), state.interval());
        assertEquals(List.of(), press(state, new Char(']')).commands());
        assertTrue(press(state, new Char(']')).state().notice().isPresent());
    }

    @Test
    void anyKeyClosesTheHelpAndDoesNothingElse() {
        State help = press(INITIAL, new Char('?')).state();
        assertTrue(help.help().isPresent());
        assertEquals(List.of(), press(help, new Char('q')).commands());
        assertTrue(press(help, new Char('q')).state().help().isEmpty());
        assertEquals(List.of(new Command.Quit(0)), press(help, new Ctrl('c')).commands());
        assertTrue(press(INITIAL, Named.F1).state().help().isPresent());
        assertTrue(press(INITIAL, new Char('h')).state().help().isPresent());
    }

    @Test
    void theRestOfTheKeys() {
        assertEquals(List.of(new Command.Quit(0)), press(INITIAL, new Char('q')).commands());
        assertEquals(List.of(new Command.Quit(0)), press(INITIAL, new Ctrl('c')).commands());
        assertEquals(
                List.of(new Command.Repaint()), press(INITIAL, new Ctrl('l')).commands());
        assertEquals(
                List.of(new Command.Suspend("")), press(INITIAL, new Ctrl('z')).commands());
        assertEquals(List.of(), press(INITIAL, new Char('s')).commands());
        State running = after(INITIAL, changed(1, ASYNC, RUNNING));
        assertEquals(
                List.of(new Command.StopAll()), press(running, new Char('s')).commands());
        assertEquals(List.of(), press(INITIAL, new Char('x')).commands());
    }

    @Test
    void readOnlyStartsNothing() {
        State state = initial(true);
        for (Key key : List.of(new Char('1'), Named.ENTER, new Char('+'))) {
            assertEquals(List.of(), press(state, key).commands());
            assertTrue(press(state, key).state().notice().isPresent());
        }
    }

    @Test
    void theWorldOutside() {
        assertEquals(
                List.of(new Command.Quit(143)),
                Update.on(INITIAL, new Event.Ended("SIGTERM", 143)).commands());
        Step resized = Update.on(INITIAL, new Event.Resized(new Size(1, 1)));
        assertEquals(new Size(1, 1), resized.state().size());
        assertEquals(List.of(new Command.Repaint()), resized.commands());
        assertEquals(
                List.of(new Command.Repaint()),
                Update.on(INITIAL, new Event.Resumed()).commands());
        assertEquals(
                List.of(new Command.Suspend("")),
                Update.on(INITIAL, new Event.SuspendAsked()).commands());
    }

    @Test
    void theTerminalsBytesArePerSecond() {
        State state = after(INITIAL, tick(1000));
        assertFalse(state.scene().terminalBytesPerSecond().present());
        assertEquals(Reading.of(1000), after(state, tick(3000)).scene().terminalBytesPerSecond());
    }

    @Test
    void aNoticeGoesAfterSomeSeconds() {
        State state = after(INITIAL, tick(1000), new Event.Run(new RunEvent.Noted(new RunId(1), "the log is full")));
        assertEquals(
                "the log is full",
                after(state, tick(5000)).notice().orElseThrow().words());
        assertTrue(after(state, tick(7000)).notice().isEmpty());
    }
}
