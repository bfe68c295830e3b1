package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.FAILED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.DEFAULT;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.THREADS;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.frame;
import static interleave.state.Sessions.initial;
import static interleave.state.Sessions.press;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunId;
import interleave.run.WorkMetrics;
import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells are measured alone, one after the other. */
class AloneSeriesTest {
    private static final Command FIRST = new Command.Start(RunSpec.of(ASYNC, DEFAULT));
    private static final Command SECOND = new Command.Start(RunSpec.of(THREADS, DEFAULT));
    private static final State MATRIX =
            press(after(INITIAL, tick(1_000)), new Char('m')).state();

    /** The first of two is under way. */
    private static final State BEGUN = after(
            press(MATRIX, new Char('n')).state(), started(1, RunSpec.of(ASYNC, DEFAULT)), changed(1, ASYNC, RUNNING));

    /** And measured: it has said so much that it is told to stop. */
    private static final State MEASURED = after(
            BEGUN,
            frame(1, 2_000, 0, 0, 0),
            frame(1, 3_000, 100, 1_000, 0),
            frame(1, 3_600, 200, 2_000, 0),
            frame(1, 5_600, 1_200, 12_000, 0));

    private static Event started(int id, RunSpec spec) {
        return new Event.Started(new RunId(id), spec);
    }

    /** The sampler's clock is the machine's: its first sample is no sign that the run was silent for so long. */
    @Test
    void oneThatIsBegunBeforeTheFirstSampleIsNotGivenUpAtIt() {
        State begun =
                press(press(INITIAL, new Char('m')).state(), new Char('n')).state();
        State running = after(begun, started(1, RunSpec.of(ASYNC, DEFAULT)), changed(1, ASYNC, RUNNING));
        Step first = Update.on(running, tick(40_000_000));
        assertEquals(List.of(), first.commands());
        assertTrue(first.state().alone().goesOn());
        Step silent = Update.on(first.state(), tick(40_030_000));
        assertFalse(silent.commands().isEmpty());
    }

    @Test
    void withoutAMarkItIsTheRowAndWhatCannotRunIsLeftOut() {
        Step step = press(MATRIX, new Char('n'));
        assertEquals(List.of(FIRST), step.commands());
        assertEquals(2, step.state().alone().size());
    }

    @Test
    void withMarksItIsThoseAndTheMarkGoesWithTheTurn() {
        State marked = press(press(MATRIX, Named.RIGHT).state(), new Char(' ')).state();
        assertEquals(List.of(1), marked.alone().marked());
        assertEquals(List.of(), press(marked, new Char(' ')).state().alone().marked());
        Step step = press(marked, new Char('n'));
        assertEquals(List.of(SECOND), step.commands());
        assertEquals(1, step.state().alone().size());
        assertEquals(List.of(), step.state().alone().marked());
    }

    @Test
    void spaceStartsInTheTableAndMarksInTheMatrix() {
        assertEquals(List.of(FIRST), press(INITIAL, new Char(' ')).commands());
        assertEquals(List.of(), press(MATRIX, new Char(' ')).commands());
        assertEquals(List.of(), press(INITIAL, new Char('n')).commands());
    }

    @Test
    void theWarmUpIsLeftOutAndTheRunIsStoppedWhenItWasMeasured() {
        Event last = frame(1, 7_700, 2_225, 22_250, 0);
        Step step = Update.on(MEASURED, last);
        assertEquals(List.of(new Command.Stop(new RunId(1))), step.commands());
        State over = after(step.state(), changed(1, ASYNC, ENDED));
        assertEquals(
                500,
                over.scene()
                        .ended()
                        .getLast()
                        .readings()
                        .of(WorkMetrics.TASKS_PER_S)
                        .orElse(-1),
                7);
    }

    @Test
    void theNextBeginsWhenTheOneBeforeIsOverAndNotSooner() {
        State stopped = after(MEASURED, frame(1, 7_700, 2_225, 22_250, 0));
        assertEquals(
                List.of(), Update.on(stopped, frame(1, 7_900, 2_300, 23_000, 0)).commands());
        Step next = Update.on(stopped, changed(1, ASYNC, ENDED));
        assertEquals(List.of(SECOND), next.commands());
        State second = after(next.state(), started(2, RunSpec.of(THREADS, DEFAULT)));
        Step over = Update.on(second, changed(2, THREADS, ENDED));
        assertEquals(List.of(), over.commands());
        assertFalse(over.state().alone().goesOn());
        assertEquals(List.of(0, 1), over.state().alone().done());
    }

    @Test
    void oneThatFailsHoldsUpNobody() {
        assertEquals(
                List.of(SECOND), Update.on(BEGUN, changed(1, ASYNC, FAILED)).commands());
    }

    @Test
    void oneThatIsSilentIsGivenUp() {
        assertEquals(List.of(), Update.on(BEGUN, tick(20_000)).commands());
        Step late = Update.on(BEGUN, tick(22_000));
        assertEquals(List.of(new Command.Stop(new RunId(1))), late.commands());
        assertEquals(List.of(), Update.on(late.state(), tick(60_000)).commands());
    }

    @Test
    void underOtherSettingsItIsMeasuredAnew() {
        RunSpec other = RunSpec.of(ASYNC, new Load.Closed(512));
        State changed = after(MEASURED, changed(1, other, RUNNING), frame(1, 5_700, 1_300, 13_000, 0));
        assertEquals(
                List.of(), Update.on(changed, frame(1, 7_700, 2_225, 22_250, 0)).commands());
    }

    @Test
    void nEndsItAndSoDoesSAndAnyOtherStart() {
        List<Command> stop = List.of(new Command.Stop(new RunId(1)));
        Step n = press(BEGUN, new Char('n'));
        assertEquals(stop, n.commands());
        assertFalse(n.state().alone().goesOn());
        Step s = press(BEGUN, new Char('s'));
        assertEquals(List.of(new Command.StopAll()), s.commands());
        assertFalse(s.state().alone().goesOn());
        Step other = press(BEGUN, new Char('2'));
        assertEquals(List.of(stop.getFirst(), SECOND), other.commands());
        assertFalse(other.state().alone().goesOn());
        Step its = press(BEGUN, new Char('1'));
        assertEquals(stop, its.commands());
        assertFalse(its.state().alone().goesOn());
        assertEquals(List.of(), Update.on(its.state(), changed(1, ASYNC, ENDED)).commands());
    }

    @Test
    void whileOthersRunNothingIsAlone() {
        State runs = after(MATRIX, changed(7, THREADS, RUNNING));
        Step step = press(runs, new Char('n'));
        assertEquals(List.of(), step.commands());
        assertTrue(step.state().notice().orElseThrow().words().contains("s stops all"));
    }

    @Test
    void readOnlyMarksAndStartsNothing() {
        State matrix = press(initial(true), new Char('m')).state();
        for (Key key : List.of(new Char(' '), new Char('n'))) {
            Step step = press(matrix, key);
            assertEquals(List.of(), step.commands());
            assertEquals(List.of(), step.state().alone().marked());
        }
    }

    @Test
    void whatCannotRunIsNotMarked() {
        State unavailable = MATRIX.withSelected(2);
        assertEquals(
                List.of(), press(unavailable, new Char(' ')).state().alone().marked());
    }

    /** The last numbers stay in the cell when its run is cleared, and while the next has none. */
    @Test
    void aCellKeepsItsLastResult() {
        State over = after(MEASURED, frame(1, 7_700, 2_225, 22_250, 0), changed(1, ASYNC, ENDED));
        State cleared = press(over, new Char('c')).state();
        assertTrue(cleared.scene().slots().getFirst().run().isEmpty());
        assertTrue(cleared.scene().slots().getFirst().last().isPresent());
    }
}
