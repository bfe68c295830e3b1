package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.run.RunStatus.Phase.STOPPING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.frame;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.WorkMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunNewsTest {
    @Test
    void ratesAreCutAtTheTick() {
        State state = after(INITIAL, changed(1, ASYNC, RUNNING), frame(1, 1000, 0, 0, 0), tick(1000));
        assertFalse(run(state).readings().of(WorkMetrics.TASKS_PER_S).present());
        state = after(state, frame(1, 1250, 500, 5_000, 5), frame(1, 1900, 1800, 18_000, 18));
        assertFalse(run(state).readings().of(WorkMetrics.TASKS_PER_S).present());
        state = after(state, tick(2000));
        assertEquals(Reading.of(2000), run(state).readings().of(WorkMetrics.TASKS_PER_S));
        assertEquals(Reading.of(0.01), run(state).readings().of(CostMetrics.SWITCHES_PER_TASK));
        assertEquals(Reading.of(10), run(state).readings().of(CostMetrics.CPU_US_PER_TASK));
        assertEquals(2, run(state).tasks().total());
    }

    @Test
    void aRunWithoutFramesHasNoNewsRatherThanZeros() {
        State state = after(
                INITIAL,
                changed(1, ASYNC, RUNNING),
                frame(1, 1000, 0, 0, 0),
                frame(1, 2000, 2000, 20_000, 20),
                tick(2000));
        assertEquals(Reading.of(2000), run(after(state, tick(2250))).readings().of(WorkMetrics.TASKS_PER_S));
        Reading late = run(after(state, tick(2250), tick(3250))).readings().of(WorkMetrics.TASKS_PER_S);
        assertEquals("no news", ((Reading.Absent) late).words());
    }

    @Test
    void theTotalsOutliveTheRun() {
        State state = after(
                INITIAL,
                changed(1, ASYNC, RUNNING),
                frame(1, 0, 0, 0, 0),
                frame(1, 1000, 1000, 9_000, 10),
                tick(1000),
                frame(1, 2000, 3000, 30_000, 30),
                changed(1, ASYNC, ENDED),
                changed(2, ASYNC, RUNNING),
                frame(2, 3000, 5, 50, 5));
        List<Totals> totals = state.scene().totals();
        assertEquals(2, totals.size());
        assertEquals(3000, totals.getFirst().completed());
        assertEquals(Reading.of(0.01), totals.getFirst().readings().of(CostMetrics.SWITCHES_PER_TASK));
        assertTrue(totals.getFirst().good());
        assertEquals(5, totals.getLast().completed());
        assertEquals(2, run(state).status().id().number());
    }

    @Test
    void aRunStartedAgainWhileItsPredecessorStopsIsTheOneShown() {
        State state = after(
                INITIAL,
                changed(1, ASYNC, RUNNING),
                changed(1, ASYNC, STOPPING),
                changed(2, ASYNC, RUNNING),
                changed(1, ASYNC, ENDED));
        assertEquals(2, run(state).status().id().number());
        assertEquals(1, state.scene().ended().size());
        assertEquals(List.of(), state.scene().others());
    }

    @Test
    void whatHasEndedIsBounded() {
        State state = INITIAL;
        for (int id = 1; id <= 200; id++) state = after(state, changed(id, ASYNC, RUNNING), changed(id, ASYNC, ENDED));
        assertEquals(Scene.REMEMBERED, state.scene().ended().size());
        assertEquals(200, state.scene().ended().getLast().status().id().number());
    }

    private static RunView run(State state) {
        return state.scene().slots().getFirst().run().orElseThrow();
    }
}
