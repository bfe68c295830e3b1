package interleave.panel;

import interleave.metric.Closeup;
import interleave.metric.Reading;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.metric.ThreadTable.Scope;
import java.util.ArrayList;
import java.util.List;

/** So many threads of a JVM and of whatever else is watched, or of a machine. */
final class ScriptedThreads {
    private static final int SECOND = 1000;
    private static final int JVM = 18_423;

    private final int second;
    private final List<ThreadReadings> all = new ArrayList<>();
    private final List<Integer> ages = new ArrayList<>();

    private ScriptedThreads(int second) {
        this.second = second;
    }

    static Closeup at(int second, Scope scope, int count, int watched) {
        if (scope == Scope.NOBODY) return Closeup.NONE;
        ScriptedThreads threads = new ScriptedThreads(second);
        if (scope == Scope.MACHINE) threads.machine();
        if (watched > 1) threads.add(4711, 4711, "node", "node", 1204, 31.2, 'S', "ep_poll");
        if (watched > 0 || scope == Scope.MACHINE) threads.jvm(count);
        return new Closeup(new ThreadTable(scope, threads.all, threads.agesMillis(), owners(scope, watched)));
    }

    private int[] agesMillis() {
        return ages.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<ThreadTable.Owner> owners(Scope scope, int watched) {
        if (scope == Scope.MACHINE || watched == 0) return List.of();
        ThreadTable.Owner jvm = new ThreadTable.Owner(JVM, "java", "", Reading.of(998), true);
        if (watched == 1) return List.of(jvm);
        return List.of(jvm, new ThreadTable.Owner(4_194_303, "worker", "", Reading.of(12.5), false));
    }

    private void jvm(int count) {
        add(JVM, JVM, "java", "java", 0, 0, 'S', "futex_do_wait");
        add(JVM, JVM + 1, "VM Thread", "VM Thread", 12.2, 1.1, 'R', "");
        for (int i = 0; all.size() < count; i++) {
            int tid = JVM + 2 + i;
            if (i % 100 == 7) add(JVM, tid, "GC Thread#" + i / 100, "GC Thread#*", 3, 0.4, 'S', "futex_do_wait");
            else if (i % 10 == 3) add(JVM, tid, "Röster-日本-" + i, "Röster-日本-*", 1.5, 0.2, 'S', "hrtimer_nanosleep");
            else if (i == 12) add(JVM, tid, "writer", "writer", 300, 4, 'D', "folio_wait_bit_common");
            else add(JVM, tid, "exec-" + i, "exec-*", 40 + i % 7, 0.3, i % 31 == 1 ? 'R' : 'S', "futex_do_wait");
        }
    }

    private void machine() {
        kernel(2, "kthreadd", "kthreadd", 0);
        kernel(17, "ksoftirqd/0", "ksoftirqd/*", 88);
        kernel(25, "ksoftirqd/1", "ksoftirqd/*", 61);
        kernel(31, "kworker/0:1-events", "kworker/*", 12);
        kernel(32, "kworker/1:2-mm_percpu_wq", "kworker/*", 3);
        add(811, 811, "postgres", "postgres", 270, 2.2, 'S', "ep_poll");
        add(4_002, 4_002, "java", "java", 0, 0, 'S', "futex_do_wait");
        add(4_002, 4_020, "frames", "frames", 4.1, 0.1, 'S', "futex_do_wait");
        add(4_002, 4_021, "pool-0", "pool-*", 700, 5, 'S', "wait_woken");
        add(4_002, 4_022, "pool-1", "pool-*", 690, 5, 'S', "wait_woken");
    }

    private void kernel(int pid, String name, String pool, double switches) {
        add(pid, pid, new ThreadReadings.Names(name, pool, true), switches, 0.1, 'I', "");
    }

    private void add(int pid, int tid, String name, String pool, double switches, double cpu, char state, String in) {
        add(pid, tid, new ThreadReadings.Names(name, pool, false), switches, cpu, state, in);
    }

    /** Of very many the quiet ones were looked at some time ago. */
    private void add(int pid, int tid, ThreadReadings.Names names, double switches, double cpu, char state, String in) {
        double wave = 1 + 0.4 * Math.sin(second / 7.0);
        float both = (float) (switches * wave);
        int age = all.size() > 480 && switches < 100 ? (tid % 23) * SECOND : 0;
        all.add(new ThreadReadings(
                new ThreadReadings.Id(pid, tid, tid), names, new ThreadReadings.Now(state, tid % 2, in), new float[] {
                    both, (float) (cpu * wave), (float) (cpu / 4), both * 0.9f, both * 0.1f
                }));
        ages.add(age);
    }
}
