package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import interleave.screen.Numbers;
import interleave.spec.WorkloadInfo;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.List;

/** The words that stand in a headline's place while no run has numbers. Pure. */
final class Invitation {
    private Invitation() {}

    static List<String> words(Scene scene, boolean readOnly) {
        for (WorkloadCell slot : scene.slots())
            if (slot.live()) return List.of("Starting: the first numbers come with the first full interval.");
        return List.of(readOnly ? "Read-only: nothing is started here." : invitation(scene));
    }

    /** Where no workload is in sight and no run has numbers: how busy the machine is, and who waits for it. */
    static List<String> ofTheMachine(Scene scene) {
        Reading busy = scene.readings().of(HostMetrics.BUSY_PERCENT);
        if (!busy.present()) return List.of("The first numbers come with the first full interval.");
        String words = "The CPUs are " + Numbers.count(Math.rint(busy.orElse(0))) + " % busy";
        Reading waits = scene.readings().of(HostMetrics.PRESSURE_CPU);
        if (!waits.present()) return List.of(words + ".");
        long share = Math.round(waits.orElse(0));
        return List.of(
                words + "; " + (share == 0 ? "nothing waits" : "something waits " + share + " % of the time")
                        + " for one.",
                words + ".");
    }

    private static String invitation(Scene scene) {
        for (WorkloadCell first : scene.slots()) {
            if (!startable(first)) continue;
            for (WorkloadCell second : scene.slots())
                if (startable(second) && second.info().threadPerTask() && sameTask(second.info(), first.info()))
                    return "Press " + first.key().orElseThrow() + ", then "
                            + second.key().orElseThrow() + ": the same work by "
                            + first.info().workload() + " and by "
                            + second.info().workload() + ".";
        }
        return "Press a workload's key to start it.";
    }

    private static boolean sameTask(WorkloadInfo one, WorkloadInfo other) {
        return one.workload().task().equals(other.workload().task());
    }

    static boolean startable(WorkloadCell slot) {
        return slot.info().unavailable().isEmpty() && slot.key().isPresent();
    }
}
