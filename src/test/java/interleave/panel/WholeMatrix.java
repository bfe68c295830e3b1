package interleave.panel;

import interleave.catalogue.Workloads;
import interleave.spec.WorkloadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole catalogue on two cores, with as many keys as there can be: what screens of the matrix are drawn with. */
final class WholeMatrix {
    /** Have the keys behind those of the menu. */
    private static final List<String> MORE_KEYS = List.of("timer/virtual", "fetch-and-blur/hybrid");

    static final List<WorkloadInfo> MENU = menu(Workloads.all(2));

    private WholeMatrix() {}

    /** A workload's place in the menu. */
    static int place(String workload) {
        return place(MENU, workload);
    }

    private static int place(List<WorkloadInfo> menu, String workload) {
        for (int i = 0; i < menu.size(); i++)
            if (menu.get(i).workload().toString().equals(workload)) return i;
        throw new IllegalArgumentException("no workload " + workload);
    }

    private static List<WorkloadInfo> menu(List<WorkloadInfo> all) {
        List<WorkloadInfo> menu = new ArrayList<>(all);
        int keys = Workloads.menu(2).size();
        for (String workload : MORE_KEYS)
            menu.add(keys, withKey(menu.remove(place(menu, workload)), (char) ('1' + keys++)));
        return List.copyOf(menu);
    }

    private static WorkloadInfo withKey(WorkloadInfo info, char key) {
        return new WorkloadInfo(
                info.workload(),
                Optional.of(key),
                info.shows(),
                info.defaultLoad(),
                info.knobs(),
                info.usual(),
                info.sharesLatency(),
                info.unavailable());
    }
}
