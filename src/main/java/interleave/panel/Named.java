package interleave.panel;

import interleave.metric.BusyProcess;
import interleave.metric.HostMetrics;
import interleave.metric.Reading;
import interleave.run.RunStatus;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Of the processes that switch most, those that are no runs and do so much that they are worth a name. */
final class Named {
    private static final int MOST = 3;
    /** Of all switches of the machine. */
    private static final double LEAST_SHARE = 0.02;

    private Named() {}

    /** The busiest first. */
    static List<BusyProcess> of(Scene scene) {
        List<BusyProcess> named = new ArrayList<>();
        Reading all = scene.readings().of(HostMetrics.SWITCHES_PER_S);
        for (BusyProcess each : scene.readings().busiest()) {
            if (named.size() == MOST || each.switchesPerSecond() < LEAST_SHARE * all.orElse(0)) break;
            if (!isRun(scene, each.pid())) named.add(each);
        }
        return named;
    }

    private static boolean isRun(Scene scene, int pid) {
        for (WorkloadCell slot : scene.slots())
            if (slot.run().isPresent() && is(slot.run().get().status(), pid)) return true;
        for (RunView run : scene.others()) if (is(run.status(), pid)) return true;
        return false;
    }

    private static boolean is(RunStatus status, int pid) {
        OptionalLong its = status.pid();
        return its.isPresent() && its.getAsLong() == pid;
    }
}
