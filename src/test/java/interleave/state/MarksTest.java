package interleave.state;

import static interleave.run.RunStatus.Phase.ENDED;
import static interleave.run.RunStatus.Phase.FAILED;
import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.run.RunStatus.Phase.STARTING;
import static interleave.run.RunStatus.Phase.STOPPING;
import static interleave.state.Sessions.ASYNC;
import static interleave.state.Sessions.DEFAULT;
import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.tick;
import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RunId;
import interleave.screen.Key;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.state.Marks.Kind;
import interleave.state.Marks.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final RunSpec SPEC = RunSpec.of(ASYNC, DEFAULT);

    @Test
    void aStartIsMarkedAtTheSampleThatFirstShowsIt() {
        State state = after(INITIAL, tick(1000), tick(2000), new Event.Started(new RunId(1), ASYNC, DEFAULT));
        assertEquals(List.of(new Mark(Kind.STARTED, 2)), marks(state));
        State later = after(state, changed(1, ASYNC, STARTING), tick(3000), changed(1, ASYNC, RUNNING));
        assertEquals(1, marks(later).size());
        assertEquals(2, later.scene().run(new RunId(1)).orElseThrow().firstTick());
    }

    @Test
    void anEndIsMarkedOnceWhenItIsToldToStopOrFails() {
        State state = after(INITIAL, changed(1, ASYNC, RUNNING), tick(1000), changed(1, ASYNC, STOPPING), tick(2000));
        assertEquals(List.of(new Mark(Kind.STARTED, 0), new Mark(Kind.ENDED, 1)), marks(state));
        assertEquals(2, marks(after(state, changed(1, ASYNC, ENDED))).size());
        State failed = after(INITIAL, changed(1, ASYNC, RUNNING), tick(1000), changed(1, ASYNC, FAILED));
        assertEquals(new Mark(Kind.ENDED, 1), marks(failed).getLast());
    }

    @Test
    void aChangeOfLoadOrOfAnotherSettingIsMarked() {
        State state = after(INITIAL, changed(1, SPEC, RUNNING), tick(1000));
        State loaded = after(state, changed(1, SPEC.with(new Load.Closed(512)), RUNNING));
        assertEquals(new Mark(Kind.CHANGED, 1), marks(loaded).getLast());
        State tuned = after(loaded, tick(2000), changed(1, loaded(512).with(Knob.POOL, 8), RUNNING));
        assertEquals(new Mark(Kind.CHANGED, 2), marks(tuned).getLast());
        assertEquals(3, marks(tuned).size());
        assertEquals(marks(tuned), marks(after(tuned, changed(1, loaded(512).with(Knob.POOL, 8), RUNNING))));
    }

    @Test
    void aChangeOfPaceIsMarked() {
        State state = after(INITIAL, tick(1000), new Event.Pressed(new Key.Char(']')));
        assertEquals(List.of(new Mark(Kind.PACED, 1)), marks(state));
    }

    /** A column is a time: what a monitor did not see while it was stopped is a gap, in its runs' histories, too. */
    @Test
    void missingTicksAreGaps() {
        State state = after(INITIAL, changed(1, SPEC, RUNNING), tick(1000), tick(2000), tick(62_000));
        assertEquals(62, state.scene().tick());
        assertEquals(62, state.scene().run(new RunId(1)).orElseThrow().tasks().total());
    }

    private static RunSpec loaded(int concurrency) {
        return SPEC.with(new Load.Closed(concurrency));
    }

    @Test
    void severalOfAKindWithinATickAreOne() {
        Marks marks = Marks.NONE.plus(Kind.STARTED, 7).plus(Kind.CHANGED, 7).plus(Kind.STARTED, 7);
        assertEquals(List.of(new Mark(Kind.STARTED, 7), new Mark(Kind.CHANGED, 7)), marks.all());
    }

    @Test
    void theyAreBounded() {
        Marks marks = Marks.NONE;
        for (int tick = 0; tick < 1000; tick++) marks = marks.plus(Kind.CHANGED, tick);
        assertEquals(Marks.KEPT, marks.all().size());
        assertEquals(999, marks.all().getLast().tick());
    }

    private static List<Mark> marks(State state) {
        return state.scene().marks().all();
    }
}
