package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The views that fill the screen, and those that lie over them. */
class LookTest {
    private static final State HELP = press(INITIAL, new Char('?')).state();

    @Test
    void noKeyPressedInTheHelpStartsAnything() {
        for (char key = ' '; key <= '~'; key++) {
            State help = press(HELP, Named.DOWN).state();
            Step step = press(help, new Char(key));
            assertEquals(List.of(), step.commands(), "key " + key);
            assertEquals(help.selected(), step.state().selected(), "key " + key);
            assertEquals("?qh".indexOf(key) < 0, step.state().help().isPresent(), "key " + key);
        }
        for (Named key : Named.values())
            assertEquals(List.of(), press(HELP, key).commands(), key.toString());
    }

    @Test
    void theHelpScrollsByLinesPagesAndToItsEnds() {
        assertEquals(OptionalInt.of(0), HELP.help());
        State down = press(press(HELP, Named.DOWN).state(), new Char('j')).state();
        assertEquals(OptionalInt.of(2), down.help());
        assertEquals(OptionalInt.of(1), press(down, Named.UP).state().help());
        assertEquals(OptionalInt.of(20), press(down, new Char(' ')).state().help());
        assertEquals(OptionalInt.of(0), press(down, Named.PAGE_UP).state().help());
        assertTrue(press(down, Named.END).state().help().orElseThrow() > 1000);
        assertEquals(OptionalInt.of(0), press(down, Named.HOME).state().help());
        assertEquals(OptionalInt.of(0), press(down, new Char('g')).state().help());
        assertTrue(press(down, Named.ESCAPE).state().help().isEmpty());
    }

    @Test
    void theMachineAloneStartsNothing() {
        State monitor = press(INITIAL, new Char('M')).state();
        assertEquals(View.MONITOR, monitor.view());
        Step started = press(monitor, new Char('1'));
        assertEquals(List.of(), started.commands());
        assertTrue(started.state().notice().orElseThrow().words().contains("M brings them back"));
        for (Key back : List.of(new Char('M'), Named.ESCAPE))
            assertEquals(View.DASHBOARD, press(monitor, back).state().view());
    }

    @Test
    void runsThatAreOverLeaveTheTableAndAreSummedUpAllTheSame() {
        State ended = after(INITIAL, changed(1, Sessions.ASYNC, RUNNING), changed(1, Sessions.ASYNC, ENDED));
        assertTrue(ended.scene().slots().getFirst().run().isPresent());
        State cleared = press(ended, new Char('c')).state();
        assertFalse(cleared.scene().slots().getFirst().run().isPresent());
        assertEquals(1, cleared.scene().totals().size());
        assertEquals(
                "no run is over",
                press(cleared, new Char('c')).state().notice().orElseThrow().words());
    }

    @Test
    void whatRunsIsNotCleared() {
        State running = after(INITIAL, changed(1, Sessions.ASYNC, RUNNING));
        assertTrue(
                press(running, new Char('c')).state().scene().slots().getFirst().live());
    }

    @Test
    void aReadOnlyScreenShowsNoKeyThatDoesNothing() {
        State readOnly = Sessions.initial(true);
        for (Binding binding : Bindings.ALL)
            if (Bindings.shown(binding, readOnly))
                assertFalse(
                        Bindings.whyNot(binding.action(), readOnly).orElse("").contains("read-only"),
                        binding.toString());
        assertEquals(List.of(), press(readOnly, new Char('s')).commands());
    }
}
