package interleave.panel;

import interleave.metric.ProcessReadings;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.State;
import interleave.state.ThreadRow;
import interleave.state.WorkloadCell;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The processes of threads by name, and what threads are for.
 *
 * @param processes by number; those of our runs by their workload
 * @param runs those that are runs of ours
 * @param heldBack those that a CPU quota stopped since the last look
 * @param several whether there are threads of more than one process
 */
record ThreadNames(Map<Integer, String> processes, Map<Integer, String> runs, Set<Integer> heldBack, boolean several) {
    static ThreadNames of(State state, ThreadTable table) {
        Map<Integer, String> runs = new HashMap<>();
        for (WorkloadCell slot : state.shown().slots()) slot.run().ifPresent(run -> add(run, runs));
        for (RunView run : state.shown().others()) add(run, runs);
        Map<Integer, String> processes = new HashMap<>();
        boolean several = false;
        int first = table.all().isEmpty() ? 0 : table.all().getFirst().pid();
        for (ThreadReadings thread : table.all()) {
            several |= thread.pid() != first;
            if (thread.tid() == thread.pid())
                processes.put(thread.pid(), thread.names().own());
        }
        for (ProcessReadings process : state.shown().readings().processes())
            processes.putIfAbsent(process.id().pid(), process.name());
        processes.putAll(runs);
        Set<Integer> heldBack = new HashSet<>();
        for (ThreadTable.Owner owner : table.processes())
            if (!owner.remark().isEmpty()) heldBack.addAll(owner.processes());
        return new ThreadNames(processes, runs, heldBack, several);
    }

    private static void add(RunView run, Map<Integer, String> runs) {
        if (!run.live() || run.status().pid().isEmpty()) return;
        String name = run.status().service()
                ? RunWords.helper(run)
                : run.status().workload().toString();
        runs.put((int) run.status().pid().getAsLong(), name);
    }

    /** Of kernel threads nothing: each is a process of its own name. */
    String process(ThreadRow row) {
        int pid = row.busiest().pid();
        if (row.busiest().names().kernel()) return "kernel";
        return Text.cells(processes.getOrDefault(pid, "")) + " " + pid;
    }

    /** The same in so many columns: of a name that is too long the number behind it stays whole. */
    String process(ThreadRow row, int width, char ellipsis) {
        String whole = process(row);
        int blank = whole.lastIndexOf(' ');
        if (whole.length() <= width || blank < 0) return Text.fit(whole, width, ellipsis);
        return Text.fit(whole.substring(0, blank), width - (whole.length() - blank), ellipsis) + whole.substring(blank);
    }

    /** The state of a thread in words; of one that could run in a process that a quota holds back, that. */
    String state(ThreadReadings thread) {
        boolean held = thread.now().state() == 'R' && heldBack.contains(thread.pid());
        return held ? "runs, or held by its quota" : WaitWords.of(thread.now());
    }

    /** The purpose of a thread; empty where nobody knows. */
    String role(ThreadRow row) {
        return ThreadRoles.of(
                row.busiest().names().own(), runs.containsKey(row.busiest().pid()));
    }
}
