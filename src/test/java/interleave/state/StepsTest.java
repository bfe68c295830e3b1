package interleave.state;

import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.THREADS;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.frame;
import static interleave.state.Sessions.press;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.WorkMetrics;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every setting that ran for some seconds is a step of its own. */
class StepsTest {
    private static final RunSpec FIRST = RunSpec.of(ASYNC, new Load.Closed(256));
    private static final RunSpec SECOND = RunSpec.of(ASYNC, new Load.Closed(64));

    private static final State ONE = after(
            INITIAL,
            tick(1_000),
            changed(1, FIRST, RUNNING),
            frame(1, 1_000, 0, 0, 0),
            frame(1, 4_000, 3_000, 30_000, 0),
            tick(4_100));

    @Test
    void whatRanUnderOtherSettingsIsNotMixedIn() {
        State two = after(ONE, changed(1, SECOND, RUNNING), frame(1, 7_000, 3_300, 33_000, 0), tick(7_100));
        List<Totals> steps = two.scene().totals();
        assertEquals(2, steps.size());
        assertEquals(FIRST.load(), steps.getFirst().status().load());
        assertEquals(
                1_000, steps.getFirst().readings().of(WorkMetrics.TASKS_PER_S).orElse(-1), 1);
        assertEquals(SECOND.load(), steps.getLast().status().load());
        assertEquals(100, steps.getLast().readings().of(WorkMetrics.TASKS_PER_S).orElse(-1), 1);
    }

    @Test
    void aSettingThatHeldForAMomentIsNone() {
        State turned = after(
                ONE,
                changed(1, SECOND, RUNNING),
                frame(1, 4_500, 3_010, 30_000, 0),
                changed(1, FIRST, RUNNING),
                frame(1, 8_000, 6_000, 60_000, 0));
        assertEquals(2, turned.scene().totals().size());
    }

    @Test
    void vShowsThemAndGoesBack() {
        State steps = press(ONE, new Char('v')).state();
        assertEquals(View.STEPS, steps.view());
        assertEquals(View.DASHBOARD, press(steps, new Char('v')).state().view());
        assertEquals(View.DASHBOARD, press(steps, Named.ESCAPE).state().view());
    }

    /** In one interval two runs began, and that with the lower line last. */
    @Test
    void theyAreInTheOrderInWhichTheyBegan() {
        State two = after(
                INITIAL,
                tick(1_000),
                changed(1, RunSpec.of(THREADS, new Load.Closed(16)), RUNNING),
                changed(2, FIRST, RUNNING),
                frame(1, 1_200, 0, 0, 0),
                frame(2, 1_700, 0, 0, 0),
                tick(2_000));
        assertEquals(List.of(1, 2), runs(two));
        State again = after(
                two,
                frame(1, 5_000, 3_000, 30_000, 0),
                changed(1, RunSpec.of(THREADS, new Load.Closed(32)), RUNNING),
                frame(1, 5_200, 3_100, 31_000, 0),
                tick(5_300));
        assertEquals(List.of(1, 2, 1), runs(again));
    }

    private static List<Integer> runs(State state) {
        return state.scene().totals().stream()
                .map(totals -> totals.status().id().number())
                .toList();
    }
}
