package interleave.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of the claims. Pure. */
final class LabKeys {
    private static final int PAGE = 8;

    private LabKeys() {}

    static boolean running(State state) {
        return state.look().lab().isPresent() && state.look().lab().get().running();
    }

    /** The claims, or the workloads again. They are asked for when they are first seen. */
    static Step shown(State state) {
        if (state.view() == View.LAB) return Step.to(state.with(View.DASHBOARD));
        State next = state.with(View.LAB);
        if (state.look().lab().isPresent()) return Step.to(next);
        return Step.to(with(next, LabLook.EMPTY), new Command.Lab(new LabOrder.Open()));
    }

    static Step on(State state, Action action) {
        LabLook lab = state.look().lab().orElse(LabLook.EMPTY);
        return switch (action) {
            case UP -> moved(state, lab, -1);
            case DOWN -> moved(state, lab, 1);
            case PAGE_UP -> moved(state, lab, -PAGE);
            case PAGE_DOWN -> moved(state, lab, PAGE);
            case FIRST -> moved(state, lab, -lab.claims().size());
            case LAST -> moved(state, lab, lab.claims().size());
            case CLAIM ->
                run(state, lab, lab.chosen().stream().map(LabClaim::name).toList());
            case ALL_CLAIMS -> run(state, lab, open(lab));
            default -> Step.to(state);
        };
    }

    private static Step moved(State state, LabLook lab, int by) {
        return Step.to(with(state, lab.select(lab.selected() + by)));
    }

    /** Those that were not tested yet; all where that was done. */
    private static List<String> open(LabLook lab) {
        List<String> open = new ArrayList<>();
        for (LabClaim claim : lab.claims()) if (claim.outcome().isEmpty()) open.add(claim.name());
        if (open.isEmpty()) for (LabClaim claim : lab.claims()) open.add(claim.name());
        return open;
    }

    private static Step run(State state, LabLook lab, List<String> names) {
        if (names.isEmpty()) return Step.to(state);
        return Step.to(with(state, lab.ask(names)), new Command.Lab(new LabOrder.Run(names)));
    }

    /** Ends it; what is finished stays. */
    static Step stopped(Step step) {
        if (!running(step.state())) return step;
        LabLook lab = step.state().look().lab().orElseThrow();
        return new Step(with(step.state(), lab.stop()), step.commands()).and(new Command.Lab(new LabOrder.Stop()));
    }

    static State on(State state, LabNews news) {
        boolean moved = news instanceof LabNews.Measuring || news instanceof LabNews.Over;
        State over = moved ? state.with(state.scene().withoutLab()) : state;
        State next = with(over, state.look().lab().orElse(LabLook.EMPTY).on(news));
        return news instanceof LabNews.Over(String words) ? next.noticing(words) : next;
    }

    /** Why no claim can be tested now; empty if one can. */
    static Optional<String> whyNot(State state) {
        if (running(state)) return Optional.of("the lab measures already: s ends it, and keeps what is finished");
        return state.anyLive() ? Optional.of("runs that go on would be in its numbers: s stops all") : Optional.empty();
    }

    /** Why no run can be started now; empty if one can. */
    static Optional<String> whyNoRun(State state) {
        return running(state) ? Optional.of("the lab measures (L): s ends it") : Optional.empty();
    }

    private static State with(State state, LabLook lab) {
        return state.with(state.look().with(lab));
    }
}
