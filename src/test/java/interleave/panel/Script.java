package interleave.panel;

import interleave.spec.Load;
import java.util.Map;

/**
 * The behaviour of a run, for each second.
 *
 * @param slot its workload's place in the menu
 * @param perTask switches
 * @param micros CPU time per task
 * @param millis about what a task takes
 * @param virtual threads
 * @param raised failures a second, and how many of them are seen
 * @param extra by name, what each task adds to a counter, and what a state is
 */
record Script(
        int slot,
        double tasks,
        double perTask,
        double micros,
        double millis,
        int virtual,
        Load load,
        double raised,
        double seen,
        Map<String, Double> extra) {
    static Script of(int slot, double tasks, double perTask, double micros, double millis, int virtual) {
        return new Script(slot, tasks, perTask, micros, millis, virtual, new Load.Closed(256), 0, 0, Map.of());
    }

    Script under(Load other) {
        return new Script(slot, tasks, perTask, micros, millis, virtual, other, raised, seen, extra);
    }

    Script failing(double raises, double sees) {
        return new Script(slot, tasks, perTask, micros, millis, virtual, load, raises, sees, extra);
    }

    Script with(Map<String, Double> others) {
        return new Script(slot, tasks, perTask, micros, millis, virtual, load, raised, seen, others);
    }
}
