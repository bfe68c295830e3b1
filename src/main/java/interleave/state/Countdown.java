package interleave.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops runs whose time is up, so that a forgotten one does not keep a machine busy. Pure. */
final class Countdown {
    private Countdown() {}

    /** At a tick: each run whose time is up is told to stop, and the user is told why. */
    static Step on(State state) {
        List<Command> commands = new ArrayList<>();
        String names = "";
        for (RunView run : due(state.scene())) {
            commands.add(new Command.Stop(run.status().id()));
            names += (names.isEmpty() ? "" : ", ") + run.status().workload();
        }
        if (commands.isEmpty()) return Step.to(state);
        return Step.to(
                state.noticing(names + ": stopped after "
                        + words(state.setup().runFor().orElseThrow())),
                commands);
    }

    private static List<RunView> due(Scene scene) {
        List<RunView> due = new ArrayList<>();
        for (WorkloadCell slot : scene.slots())
            if (slot.run().isPresent() && slot.run().get().due(scene.nanos()))
                due.add(slot.run().get());
        for (RunView run : scene.others()) if (run.due(scene.nanos())) due.add(run);
        return due;
    }

    private static String words(Duration runFor) {
        long seconds = runFor.toSeconds();
        if (seconds % 3600 == 0) return seconds / 3600 + " h";
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
