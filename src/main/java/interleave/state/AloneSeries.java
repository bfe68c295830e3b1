package interleave.state;

import interleave.run.Frame;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The course of a series of cells that are measured alone: who is next, and for how long. Pure. */
public final class AloneSeries {
    /** Left out of a cell's numbers: its code is compiled in the course of it. */
    static final Duration WARM_UP = Duration.ofMillis(1500);

    /** So long is each measured: eight of them, their starts and ends included, take a minute. */
    public static final Duration MEASURED = Duration.ofSeconds(4);

    /** One that is silent for so long is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private AloneSeries() {}

    /** Marks the selected cell, or takes its mark away. */
    static State marked(State state) {
        Optional<WorkloadCell> cell = state.selectedSlot();
        if (cell.isEmpty()) return state;
        Optional<String> unavailable = cell.get().info().unavailable();
        if (unavailable.isPresent()) return state.noticing(cell.get().info().workload() + ": " + unavailable.get());
        return state.with(state.choice().with(state.alone().toggled(state.selected())));
    }

    /** Begins with what is marked, else with the selected task's row; ends the series that goes on. */
    static Step begunOrEnded(State state) {
        if (state.alone().goesOn()) return ended(state);
        List<Integer> places =
                state.alone().marked().isEmpty() ? row(state) : state.alone().marked();
        if (places.isEmpty()) return Step.to(state.noticing("no cell of this row can be started here"));
        return next(state.with(state.choice().with(state.alone().begun(places))));
    }

    /** All cells of the selected one's task that can be started here. */
    private static List<Integer> row(State state) {
        Matrix matrix = state.setup().menu().matrix();
        List<Integer> places = new ArrayList<>();
        if (matrix.tasks().isEmpty()) return places;
        for (int place : matrix.cells()[matrix.rowOf(state.selected())])
            if (place >= 0 && cell(state, place).info().unavailable().isEmpty()) places.add(place);
        return places;
    }

    private static Step next(State state) {
        Alone alone = state.alone();
        if (alone.waiting().isEmpty()) return Step.to(state.with(state.choice().with(alone.ended())));
        int place = alone.waiting().getFirst();
        Alone.Turn turn =
                Alone.Turn.of(place, cell(state, place).spec(), state.scene().nanos());
        return Step.to(state.with(state.choice().with(alone.next(turn))), new Command.Start(turn.spec()));
    }

    /** Stops the one whose turn it is, and starts no more of them. */
    static Step ended(State state) {
        Optional<Alone.Turn> turn = state.alone().turn();
        if (turn.isEmpty()) return Step.to(state);
        Alone alone = state.alone();
        State next = state.with(state.choice().with(alone.ended()))
                .noticing("measured alone: " + alone.done().size() + " of " + alone.size() + "; n begins anew");
        if (turn.get().run().isEmpty() || turn.get().phase() == Alone.Phase.STOPPING) return Step.to(next);
        return Step.to(next, new Command.Stop(new RunId(turn.get().run().getAsInt())));
    }

    /** The supervisor took on the run of the one whose turn it is. */
    static State started(State state, Event.Started started) {
        Optional<Alone.Turn> turn = state.alone().turn();
        boolean its = turn.isPresent()
                && turn.get().run().isEmpty()
                && turn.get().spec().workload().equals(started.spec().workload());
        return its ? with(state, turn.get().with(started.id().number())) : state;
    }

    /** News of a run, which the state has already taken in. */
    static Step on(State state, RunEvent news) {
        if (!state.alone().goesOn()) return Step.to(state);
        return switch (news) {
            case RunEvent.Reported(RunId id, Frame frame) -> reported(state, id, frame);
            case RunEvent.Changed(RunStatus status) -> changed(state, status);
            case RunEvent.Noted noted -> Step.to(state);
        };
    }

    private static Step reported(State state, RunId id, Frame frame) {
        Alone.Turn turn = state.alone().turn().orElseThrow();
        if (!turn.is(id.number())) return Step.to(state);
        turn = turn.heard(frame.runningNanos(), state.scene().nanos());
        return switch (turn.phase()) {
            case STARTING -> Step.to(with(state, turn.at(Alone.Phase.WARMING_UP)));
            case WARMING_UP -> {
                if (turn.phaseNanos() < WARM_UP.toNanos()) yield Step.to(with(state, turn));
                State measured = state.with(state.scene().changed(id, RunView::begun));
                yield Step.to(with(measured, turn.at(Alone.Phase.MEASURED)));
            }
            case MEASURED -> turn.phaseNanos() < MEASURED.toNanos() ? Step.to(with(state, turn)) : stopped(state, turn);
            case STOPPING -> Step.to(state);
        };
    }

    private static Step changed(State state, RunStatus status) {
        Alone.Turn turn = state.alone().turn().orElseThrow();
        if (!turn.is(status.id().number())) return Step.to(state);
        if (!status.phase().live())
            return next(state.with(state.choice().with(state.alone().turned())));
        boolean otherwise = !status.spec().equals(turn.spec()) && turn.phase() != Alone.Phase.STOPPING;
        return Step.to(otherwise ? with(state, turn.with(status.spec())) : state);
    }

    /** At a tick of the sampler: one that says nothing does not hold up the others. */
    static Step ticked(State state) {
        Optional<Alone.Turn> turn = state.alone().turn();
        // Begun before the first sample it had no clock, and is not silent since the machine was started.
        if (turn.isPresent() && turn.get().heardNanos() == 0)
            return Step.to(with(
                    state, turn.get().heard(turn.get().nanos(), state.scene().nanos())));
        boolean lost = turn.isPresent()
                && turn.get().run().isPresent()
                && turn.get().phase() != Alone.Phase.STOPPING
                && state.scene().nanos() - turn.get().heardNanos() > PATIENCE.toNanos();
        return lost ? stopped(state, turn.get()) : Step.to(state);
    }

    private static Step stopped(State state, Alone.Turn turn) {
        return Step.to(
                with(state, turn.at(Alone.Phase.STOPPING)),
                new Command.Stop(new RunId(turn.run().orElseThrow())));
    }

    private static State with(State state, Alone.Turn turn) {
        return state.with(state.choice().with(state.alone().with(turn)));
    }

    private static WorkloadCell cell(State state, int place) {
        return state.scene().slots().get(place);
    }
}
