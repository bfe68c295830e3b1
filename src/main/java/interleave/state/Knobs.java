package interleave.state;

import interleave.run.RunId;
import interleave.spec.Knob;
import interleave.spec.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Of the selected workload, to a load that is within the limits. */
    static Step with(State state, WorkloadCell slot, Load load) {
        State next = state.withSpec(state.selected(), slot.spec().with(load));
        if (!slot.live()) return Step.to(next);
        return Step.to(next, new Command.ChangeLoad(id(slot), load));
    }

    private static Step setting(State state, WorkloadCell slot, Knob knob, boolean more) {
        long now = slot.value(knob);
        long value = Math.clamp(more ? Math.max(1, now * 2) : now / 2, knob.least, knob.most);
        return value == now ? atTheEnd(state, more) : set(state, slot, knob, value);
    }

    /** Of the selected workload, to a value that the knob allows. */
    static Step set(State state, WorkloadCell slot, Knob knob, long value) {
        if (knob == Knob.LATENCY && slot.info().sharesLatency()) return serviceLatency(state, slot, value);
        State next = state.withSpec(state.selected(), slot.spec().with(knob, value));
        if (!slot.live()) return Step.to(next);
        return Step.to(next, new Command.Tune(id(slot), knob, value));
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
