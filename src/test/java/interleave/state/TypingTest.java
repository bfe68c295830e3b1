package interleave.state;

import static interleave.state.Sessions.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunStatus.Phase;
import interleave.screen.Glyphs;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.screen.Size;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that are typed. */
class TypingTest {
    private static final State TABLE = State.initial(
            new MonitorSetup(Sessions.ofTheDigits(2), Glyphs.BRAILLE, 2, false),
            new Size(80, 24),
            Duration.ofSeconds(1));
    /** http/pool, whose knobs are its pool and the latency. */
    private static final int POOL = 3;

    private static Step typed(State state, String text) {
        Step step = press(state, new Char('='));
        for (char letter : text.toCharArray()) step = press(step.state(), new Char(letter));
        return press(step.state(), Named.ENTER);
    }

    @Test
    void aLoadIsTypedAsANumberByCpuOrAsARate() {
        assertEquals(
                new Load.Closed(500),
                typed(TABLE, "500").state().scene().slots().getFirst().load());
        assertEquals(
                new Load.Closed(32),
                typed(TABLE, "16x").state().scene().slots().getFirst().load());
        State open = typed(TABLE, "380/s").state();
        assertEquals(new Load.Open(380), open.scene().slots().getFirst().load());
        State poisson = press(open, new Char('o')).state();
        assertEquals(
                new Load.Open(2.5, Arrival.POISSON),
                typed(poisson, "2.5/s").state().scene().slots().getFirst().load());
    }

    /** As --concurrency and --rate have them. */
    @Test
    void theLimitsAreThoseOfTheCommandLine() {
        Load now = new Load.Closed(1);
        assertEquals(Optional.of(new Load.Closed(1_000_000)), Typing.load("1000000", now, 2));
        assertEquals(Optional.empty(), Typing.load("1000001", now, 2));
        assertEquals(Optional.of(new Load.Open(1e6)), Typing.load("1000000/s", now, 2));
        assertEquals(Optional.empty(), Typing.load("1000001/s", now, 2));
        assertEquals(new Load.Closed(1_000_000), Loads.doubled(new Load.Closed(600_000)));
    }

    @Test
    void theKnobThatTabChoseIsTyped() {
        State pool = press(TABLE.withSelected(POOL), Named.TAB).state();
        assertEquals(1024, typed(pool, "1024").state().scene().slots().get(POOL).value(Knob.POOL));
        // Between the two stands the number of connections.
        State latency = press(press(pool, Named.TAB).state(), Named.TAB).state();
        for (WorkloadCell http : typed(latency, "200us").state().scene().slots().subList(0, 4))
            assertEquals(200, http.value(Knob.LATENCY));
    }

    @Test
    void aRunThatGoesOnIsTold() {
        Workload workload = Menu.DIGITS.getFirst();
        State running =
                Sessions.after(TABLE, Sessions.changed(7, RunSpec.of(workload, new Load.Closed(256)), Phase.RUNNING));
        assertEquals(
                List.of(new Command.ChangeLoad(new interleave.run.RunId(7), new Load.Closed(64))),
                typed(running, "64").commands());
    }

    @Test
    void whatIsWrongIsAskedForAgainWithTheLimits() {
        for (String wrong : List.of("0", "many", "64/min", "9999999999", "0/s", "-5")) {
            State again = typed(TABLE, wrong).state();
            assertEquals(
                    TABLE.scene().slots().getFirst().load(),
                    again.scene().slots().getFirst().load(),
                    wrong);
            assertEquals(wrong, again.look().entry().orElseThrow().wrong());
            assertTrue(Typing.right(again.look().entry().get()).startsWith("1 to "), wrong);
        }
        assertEquals(Optional.empty(), Typing.value(Knob.LOOPS, "300", 2));
        assertEquals(Optional.empty(), Typing.value(Knob.LATENCY, "2h", 2));
    }

    /** Digits and letters are text there, and start nothing. */
    @Test
    void noKeyStartsAnythingWhileAValueIsTyped() {
        State asked = press(TABLE, new Char('=')).state();
        for (char key = '!'; key <= '~'; key++) {
            Step step = press(asked, new Char(key));
            assertEquals(List.of(), step.commands());
            assertEquals(
                    String.valueOf(key),
                    step.state().look().entry().orElseThrow().text());
        }
        State typed = press(press(asked, new Char('6')).state(), new Char('4')).state();
        assertEquals(
                "6",
                press(typed, Named.BACKSPACE)
                        .state()
                        .look()
                        .entry()
                        .orElseThrow()
                        .text());
        assertTrue(press(typed, Named.ESCAPE).state().look().entry().isEmpty());
        assertTrue(press(asked, Named.ENTER).state().look().entry().isEmpty());
    }
}
