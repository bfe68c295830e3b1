package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.press;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.screen.Glyphs;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.screen.Size;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table and the matrix: what each shows, and how the selection moves. */
class ViewTest {
    /** By place: http/virtual, http/single, image/pool with keys; then http event-loop, pool; timer; image. */
    private static final State TABLE = State.initial(
            new MonitorSetup(MatrixTest.menu("http/virtual", "http/single", "image/pool"), Glyphs.BRAILLE, 2, false),
            new Size(80, 24),
            Duration.ofSeconds(1));

    private static final State MATRIX = press(TABLE, new Char('m')).state();

    @Test
    void mOpensTheMatrixAndMOrEscapeCloseIt() {
        assertEquals(View.MATRIX, MATRIX.view());
        assertEquals(View.DASHBOARD, press(MATRIX, new Char('m')).state().view());
        assertEquals(View.DASHBOARD, press(MATRIX, Named.ESCAPE).state().view());
        assertEquals(View.DASHBOARD, press(TABLE, Named.ESCAPE).state().view());
    }

    @Test
    void theTableHasWhatHasAKeyOrARun() {
        assertArrayEquals(new int[] {0, 1, 2}, TABLE.scene().lines());
        State runs = after(TABLE, changed(1, new Workload("timer", "pool"), RUNNING));
        int timer = TABLE.setup().menu().matrix().cells()[1][3];
        assertArrayEquals(new int[] {0, 1, 2, timer}, runs.scene().lines());
        assertArrayEquals(
                runs.scene().lines(),
                after(runs, changed(1, new Workload("timer", "pool"), ENDED))
                        .scene()
                        .lines());
        State last = runs;
        for (int i = 0; i < 9; i++) last = press(last, Named.DOWN).state();
        assertEquals(timer, last.selected());
        assertEquals(2, press(last, Named.UP).state().selected());
    }

    @Test
    void arrowsAndLettersMoveToAllSides() {
        assertEquals("http/virtual", selected(MATRIX));
        assertEquals("http/pool", selected(press(MATRIX, Named.RIGHT).state()));
        assertEquals("http/event-loop", selected(press(MATRIX, new Char('h')).state()));
        assertEquals("timer/virtual", selected(press(MATRIX, new Char('j')).state()));
        State corner =
                press(press(MATRIX, new Char('l')).state(), new Char('l')).state();
        assertEquals("http/pool", selected(press(corner, new Char('k')).state()));
    }

    @Test
    void aCellWithoutAKeyIsStartedAndStopped() {
        State timer = press(MATRIX, Named.DOWN).state();
        Step step = press(timer, Named.ENTER);
        assertEquals(
                List.of(new Command.Start(
                        new Workload("timer", "virtual"),
                        timer.selectedSlot().orElseThrow().load())),
                step.commands());
    }

    @Test
    void digitsSelectAndStartInTheMatrixToo() {
        Step step = press(MATRIX, new Char('3'));
        assertEquals("image/pool", selected(step.state()));
        assertEquals(1, step.commands().size());
    }

    @Test
    void whatHasNoLineIsNotSelectedInTheTable() {
        State back = press(press(MATRIX, Named.DOWN).state(), new Char('m')).state();
        assertEquals("image/pool", selected(back));
        assertEquals("http/virtual", selected(press(MATRIX, new Char('m')).state()));
    }

    private static String selected(State state) {
        return state.selectedSlot().orElseThrow().info().workload().toString();
    }
}
