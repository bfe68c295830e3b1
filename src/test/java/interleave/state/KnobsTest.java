package interleave.state;

import static interleave.run.RunStatus.Phase.RUNNING;
import static interleave.run.RunStatus.Phase.STOPPING;
import static interleave.state.Sessions.after;
import static interleave.state.Sessions.changed;
import static interleave.state.Sessions.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunId;
import interleave.screen.Glyphs;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.screen.Size;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KnobsTest {
    private static final Workload POOL = new Workload("http", "pool");
    private static final Workload PLAIN = new Workload("image", "single");
    private static final Workload VIRTUAL = new Workload("http", "virtual");
    private static final Workload TIMER = new Workload("timer", "virtual");
    private static final Load LOAD = new Load.Closed(256);
    private static final State INITIAL = State.initial(
            new MonitorSetup(
                    Sessions.keyed(List.of(
                            info(POOL, new TreeMap<>(Map.of(Knob.POOL, 64L, Knob.LATENCY, 20_000L))),
                            info(PLAIN, Map.of()),
                            info(VIRTUAL, Map.of(Knob.LATENCY, 20_000L)),
                            info(TIMER, Map.of(Knob.LATENCY, 20_000L)))),
                    Glyphs.BRAILLE,
                    2,
                    false),
            new Size(80, 24),
            Duration.ofSeconds(1));
    private static final State RUNS = after(INITIAL, changed(1, POOL, RUNNING));

    private static WorkloadInfo info(Workload workload, Map<Knob, Long> knobs) {
        return new WorkloadInfo(
                workload,
                "",
                LOAD,
                List.copyOf(knobs.keySet()),
                knobs,
                workload.task().equals("http"),
                false,
                Optional.empty());
    }

    @Test
    void tabGoesThroughWhatTheSelectedHasAndBackToTheLoad() {
        assertEquals(Optional.empty(), Knobs.at(INITIAL));
        State pool = press(INITIAL, Named.TAB).state();
        assertEquals(Optional.of(Knob.POOL), Knobs.at(pool));
        State latency = press(pool, Named.TAB).state();
        assertEquals(Optional.of(Knob.LATENCY), Knobs.at(latency));
        assertEquals(Optional.empty(), Knobs.at(press(latency, Named.TAB).state()));
    }

    @Test
    void whatTheSelectedDoesNotHaveIsTheLoadAgain() {
        State other = press(press(INITIAL, Named.TAB).state(), Named.DOWN).state();
        assertEquals(Optional.empty(), Knobs.at(other));
        assertEquals(List.of(), press(other, Named.TAB).commands());
        assertTrue(press(other, Named.TAB).state().notice().isPresent());
    }

    @Test
    void plusAndMinusTurnItLive() {
        State pool = press(RUNS, Named.TAB).state();
        Step more = press(pool, new Char('+'));
        assertEquals(List.of(new Command.Tune(new RunId(1), Knob.POOL, 128)), more.commands());
        assertEquals(
                List.of(new Command.Tune(new RunId(1), Knob.POOL, 256)),
                press(more.state(), new Char('+')).commands());
        State latency = press(pool, Named.TAB).state();
        assertEquals(
                List.of(new Command.Tune(new RunId(1), Knob.LATENCY, 10_000)),
                press(latency, new Char('-')).commands());
    }

    @Test
    void theNextStartHasWhatWasTurnedBefore() {
        State pool = press(press(INITIAL, Named.TAB).state(), new Char('-')).state();
        assertEquals(
                List.of(new Command.Start(RunSpec.of(POOL, LOAD).with(Knob.POOL, 32))),
                press(pool, new Char('1')).commands());
    }

    @Test
    void thereIsALeastAndAMost() {
        State least = press(INITIAL, Named.TAB).state();
        for (int i = 0; i < 20; i++) least = press(least, new Char('-')).state();
        assertEquals(1, least.selectedSlot().orElseThrow().value(Knob.POOL));
        assertEquals("that is the least", least.notice().orElseThrow().words());
        State most = press(INITIAL, Named.TAB).state();
        for (int i = 0; i < 20; i++) most = press(most, new Char('+')).state();
        assertEquals(Knob.POOL.most, most.selectedSlot().orElseThrow().value(Knob.POOL));
    }

    @Test
    void aLatencyAskedForAtTheStartIsThatOfEveryRunThatWaits() {
        MonitorSetup setup = new MonitorSetup(
                INITIAL.setup().menu(), Glyphs.BRAILLE, 2, false, Optional.of(Duration.ofMillis(50)), View.DASHBOARD);
        State state = State.initial(setup, new Size(80, 24), Duration.ofSeconds(1));
        assertEquals(
                List.of(new Command.Start(RunSpec.of(POOL, LOAD).with(Knob.LATENCY, 50_000))),
                press(state, new Char('1')).commands());
        assertEquals(
                List.of(new Command.Start(RunSpec.of(PLAIN, LOAD))),
                press(state, new Char('2')).commands());
    }

    @Test
    void theLatencyOfTheServiceIsThatOfAllThatTalkToIt() {
        State both = after(RUNS, changed(3, VIRTUAL, RUNNING));
        Step more = press(press(press(both, Named.TAB).state(), Named.TAB).state(), new Char('+'));
        assertEquals(List.of(new Command.Tune(new RunId(1), Knob.LATENCY, 40_000)), more.commands());
        assertLatencies(40_000, 40_000, 20_000, more.state());
    }

    @Test
    void whileIdleItIsThatOfTheNextStart() {
        State idle = press(press(INITIAL, Named.TAB).state(), Named.TAB).state();
        Step more = press(idle, new Char('+'));
        assertEquals(List.of(), more.commands());
        assertLatencies(40_000, 40_000, 20_000, more.state());
        assertEquals(
                List.of(new Command.Start(RunSpec.of(VIRTUAL, LOAD).with(Knob.LATENCY, 40_000))),
                press(more.state(), new Char('3')).commands());
    }

    @Test
    void whileIdleItIsChangedThroughOneThatRuns() {
        State other = after(INITIAL, changed(3, VIRTUAL, RUNNING), changed(1, POOL, STOPPING));
        Step more = press(press(press(other, Named.TAB).state(), Named.TAB).state(), new Char('+'));
        assertEquals(List.of(new Command.Tune(new RunId(3), Knob.LATENCY, 40_000)), more.commands());
    }

    @Test
    void aLatencyOfItsOwnIsItsOwn() {
        State timer = press(press(press(RUNS, Named.DOWN).state(), Named.DOWN).state(), Named.DOWN)
                .state();
        Step more = press(press(timer, Named.TAB).state(), new Char('+'));
        assertEquals(List.of(), more.commands());
        assertLatencies(20_000, 20_000, 40_000, more.state());
    }

    private static void assertLatencies(long pool, long virtual, long timer, State state) {
        List<WorkloadCell> slots = state.scene().slots();
        assertEquals(
                List.of(pool, virtual, timer),
                List.of(
                        slots.get(0).value(Knob.LATENCY),
                        slots.get(2).value(Knob.LATENCY),
                        slots.get(3).value(Knob.LATENCY)));
    }

    /** From no latency at all there is a way back. */
    @Test
    void doublingNothingIsOne() {
        State none = press(press(RUNS, Named.TAB).state(), Named.TAB).state();
        for (int i = 0; i < 20; i++) none = press(none, new Char('-')).state();
        assertEquals(0, none.selectedSlot().orElseThrow().value(Knob.LATENCY));
        assertEquals(
                List.of(new Command.Tune(new RunId(1), Knob.LATENCY, 1)),
                press(none, new Char('+')).commands());
    }

    /** The work of a task is the task's own: models that did different work could not be compared. */
    @Test
    void workHoldsForAllModelsOfTheTaskAndThoseThatRunAreTold() {
        State state = State.initial(
                new MonitorSetup(
                        Sessions.keyed(List.of(
                                info(POOL, Map.of(Knob.WORK, 0L)),
                                info(VIRTUAL, Map.of(Knob.WORK, 0L)),
                                info(TIMER, Map.of(Knob.WORK, 0L)))),
                        Glyphs.BRAILLE,
                        2,
                        false),
                new Size(80, 24),
                Duration.ofSeconds(1));
        State runs =
                press(after(state, changed(1, VIRTUAL, RUNNING)), Named.TAB).state();
        Step step = Knobs.set(runs, runs.selectedSlot().orElseThrow(), Knob.WORK, 200);
        assertEquals(List.of(new Command.Tune(new RunId(1), Knob.WORK, 200)), step.commands());
        List<Long> values = step.state().scene().slots().stream()
                .map(cell -> cell.value(Knob.WORK))
                .toList();
        assertEquals(List.of(200L, 200L, 0L), values);
    }

    @Test
    void theLoadOfAMarkedCellIsThatOfAllMarkedOnes() {
        State matrix = press(INITIAL, new Char('m')).state();
        State marked = press(press(matrix, new Char(' ')).state(), Named.RIGHT).state();
        State both = press(marked, new Char(' ')).state();
        State more = press(both, new Char('+')).state();
        assertEquals(
                List.of(new Load.Closed(512), LOAD, new Load.Closed(512), LOAD),
                more.scene().slots().stream().map(WorkloadCell::load).toList());
        State other = press(press(both, Named.DOWN).state(), new Char('+')).state();
        assertEquals(LOAD, other.scene().slots().getFirst().load());
    }
}
