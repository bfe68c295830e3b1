package interleave.state;

import interleave.run.RunId;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The setting that + and - turn: the load of the selected workload, or one of its knobs. Pure. */
public final class Knobs {
    private Knobs() {}

    /** The setting that + and - turn; empty if that is the load. */
    public static Optional<Knob> at(State state) {
        if (state.knob().isEmpty() || state.selectedSlot().isEmpty()) return Optional.empty();
        boolean has =
                state.selectedSlot().get().info().knobs().contains(state.knob().get());
        return has ? state.knob() : Optional.empty();
    }

    /** From the load through the settings that the selected workload has, and back. */
    static State next(State state) {
        if (state.selectedSlot().isEmpty()) return state;
        List<Optional<Knob>> all = new ArrayList<>(List.of(Optional.empty()));
        for (Knob knob : state.selectedSlot().get().info().knobs()) all.add(Optional.of(knob));
        return state.withKnob(all.get((all.indexOf(at(state)) + 1) % all.size()));
    }

    static Step turned(State state, boolean more) {
        if (state.selectedSlot().isEmpty()) return Step.to(state);
        WorkloadCell slot = state.selectedSlot().get();
        Optional<Knob> knob = at(state);
        return knob.isEmpty() ? load(state, slot, more) : setting(state, slot, knob.get(), more);
    }

    private static Step load(State state, WorkloadCell slot, boolean more) {
        Load load = more ? Loads.doubled(slot.load()) : Loads.halved(slot.load());
        if (load.equals(slot.load())) return atTheEnd(state, more);
        return with(state.noticing(Loads.peculiar(slot, load)), slot, load);
    }

    /** From a closed load to an open one, and back; of one that is idle, for the next start. */
    static Step otherLoad(State state) {
        if (state.selectedSlot().isEmpty()) return Step.to(state);
        WorkloadCell slot = state.selectedSlot().get();
        Load load = Loads.other(slot);
        return with(state.noticing(slot.info().workload() + ": " + Loads.words(load)), slot, load);
    }

    /** Of the selected workload, and of all marked ones if it is one, to a load that is within the limits. */
    static Step with(State state, WorkloadCell slot, Load load) {
        return each(
                state, chosen(state), cell -> cell.spec().with(load), cell -> new Command.ChangeLoad(id(cell), load));
    }

    /** The selected workload; in the matrix, if it is marked, all that are. */
    private static List<Integer> chosen(State state) {
        List<Integer> marked = state.alone().marked();
        return state.view() == View.MATRIX && marked.contains(state.selected()) ? marked : List.of(state.selected());
    }

    private static Step each(
            State state,
            List<Integer> places,
            Function<WorkloadCell, RunSpec> spec,
            Function<WorkloadCell, Command> order) {
        List<Command> orders = new ArrayList<>();
        State next = places.size() > 1 ? state.noticing("set for " + places.size() + " cells") : state;
        for (int place : places) {
            WorkloadCell cell = state.scene().slots().get(place);
            next = next.withSpec(place, spec.apply(cell));
            if (cell.live()) orders.add(order.apply(cell));
        }
        return Step.to(next, orders);
    }

    private static Step setting(State state, WorkloadCell slot, Knob knob, boolean more) {
        long now = slot.value(knob);
        long value = Math.clamp(more ? Math.max(1, now * 2) : now / 2, knob.least, knob.most);
        return value == now ? atTheEnd(state, more) : set(state, slot, knob, value);
    }

    /** Of the selected workload, and of all others that it holds for, to a value that the knob allows. */
    static Step set(State state, WorkloadCell slot, Knob knob, long value) {
        if (knob == Knob.LATENCY && slot.info().sharesLatency()) return serviceLatency(state, slot, value);
        return each(
                state,
                knob == Knob.WORK ? ofItsTask(state, slot) : with(knob, chosen(state), state),
                cell -> cell.spec().with(knob, value),
                cell -> new Command.Tune(id(cell), knob, value));
    }

    /** The work of a task is the same under all models, or they could not be compared. */
    private static List<Integer> ofItsTask(State state, WorkloadCell slot) {
        List<Integer> places = new ArrayList<>();
        List<WorkloadCell> all = state.scene().slots();
        for (int i = 0; i < all.size(); i++)
            if (all.get(i)
                    .info()
                    .workload()
                    .task()
                    .equals(slot.info().workload().task())) places.add(i);
        return with(Knob.WORK, places, state);
    }

    private static List<Integer> with(Knob knob, List<Integer> places, State state) {
        List<Integer> having = new ArrayList<>();
        for (int place : places)
            if (state.scene().slots().get(place).info().knobs().contains(knob)) having.add(place);
        return having;
    }

    /** There is one service: what it waits holds for all that talk to it, and for those that are started next. */
    private static Step serviceLatency(State state, WorkloadCell selected, long micros) {
        List<WorkloadCell> slots = new ArrayList<>();
        Optional<WorkloadCell> teller = Optional.of(selected).filter(WorkloadCell::working);
        for (WorkloadCell slot : state.scene().slots()) {
            boolean shares = slot.info().sharesLatency();
            slots.add(shares ? slot.with(slot.spec().with(Knob.LATENCY, micros)) : slot);
            if (shares && slot.working() && teller.isEmpty()) teller = Optional.of(slot);
        }
        State next = state.with(state.scene().withSlots(slots));
        if (teller.isEmpty()) return Step.to(next);
        return Step.to(next, new Command.Tune(id(teller.get()), Knob.LATENCY, micros));
    }

    private static Step atTheEnd(State state, boolean more) {
        return Step.to(state.noticing(more ? "that is the most" : "that is the least"));
    }

    private static RunId id(WorkloadCell slot) {
        return slot.run().orElseThrow().status().id();
    }
}
