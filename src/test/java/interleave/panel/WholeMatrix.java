package interleave.panel;

import interleave.metric.Knob;
import interleave.metric.Load;
import interleave.metric.Workload;
import interleave.metric.WorkloadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue as large as it may get, and always the same: what screens of the matrix are drawn with. */
final class WholeMatrix {
    private static final List<String> TASKS = List.of(
            "http",
            "serve",
            "file",
            "timer",
            "image",
            "hash",
            "fetch-and-blur",
            "handoff",
            "counter-race",
            "counter-lock",
            "counter-atomic",
            "counter-adder",
            "deadlock",
            "burst");
    private static final List<String> MODELS =
            List.of("single", "event-loop", "promises", "virtual", "threads", "pool", "work-stealing", "hybrid");
    private static final List<Workload> KEYED = List.of(
            new Workload("http", "event-loop"),
            new Workload("http", "virtual"),
            new Workload("http", "threads"),
            new Workload("http", "pool"),
            new Workload("image", "single"),
            new Workload("image", "pool"),
            new Workload("image", "virtual"),
            new Workload("timer", "virtual"),
            new Workload("fetch-and-blur", "hybrid"));

    static final List<WorkloadInfo> MENU = menu();

    private WholeMatrix() {}

    /** A workload's place in the menu. */
    static int place(String workload) {
        for (int i = 0; i < MENU.size(); i++)
            if (MENU.get(i).workload().toString().equals(workload)) return i;
        throw new IllegalArgumentException("no workload " + workload);
    }

    /** The workload of a row under OS threads. */
    static String threads(int row) {
        return TASKS.get(row) + "/threads";
    }

    private static List<WorkloadInfo> menu() {
        List<WorkloadInfo> menu = new ArrayList<>();
        for (Workload workload : KEYED) menu.add(info(workload, Optional.of((char) ('1' + menu.size()))));
        for (String task : TASKS)
            for (String model : MODELS) {
                Workload workload = new Workload(task, model);
                if (!KEYED.contains(workload)) menu.add(info(workload, Optional.empty()));
            }
        return List.copyOf(menu);
    }

    private static WorkloadInfo info(Workload workload, Optional<Character> key) {
        boolean senseless = workload.model().equals("single")
                && List.of("counter-race", "handoff", "deadlock").contains(workload.task());
        String shows =
                "what " + workload.task() + " costs under " + workload.model() + ", in kernel switches and CPU time";
        return new WorkloadInfo(
                workload,
                key,
                shows,
                new Load.Closed(256),
                workload.model().equals("pool") ? List.of(Knob.POOL) : List.of(),
                Map.of(Knob.POOL, 64L),
                false,
                senseless ? Optional.of("one thread alone cannot lose an update") : Optional.empty());
    }
}
