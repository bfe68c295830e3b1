package interleave.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a JVM has told of its threads, in full. Immutable.
 *
 * @param byTid by the kernel's number of the thread, with what the kernel called it then
 * @param virtual how many virtual threads it had; absent where it could not be asked
 * @param cost what the answer took, in words
 */
public record JavaNames(ProcessReadings.Id process, Map<Integer, String> byTid, Reading virtual, String cost) {
    public JavaNames {
        byTid = Map.copyOf(byTid);
    }

    /** The threads with these names in place of those that the kernel has cut. */
    public static ThreadTable named(ThreadTable table, List<JavaNames> told) {
        if (told.isEmpty() || table.all().isEmpty()) return table;
        Map<Integer, JavaNames> byPid = new HashMap<>();
        for (JavaNames names : told) byPid.put(names.process().pid(), names);
        List<ThreadReadings> all = new ArrayList<>(table.all().size());
        for (ThreadReadings thread : table.all()) all.add(named(thread, byPid.get(thread.pid())));
        return new ThreadTable(table.scope(), List.copyOf(all), table.agesMillis(), table.processes(), table.unread());
    }

    private static ThreadReadings named(ThreadReadings thread, JavaNames told) {
        String name = told == null ? null : told.byTid.get(thread.tid());
        if (name == null || !begins(name, thread.names().own())) return thread;
        ThreadReadings.Names whole = new ThreadReadings.Names(
                name, PoolNames.ofWhole(name), thread.names().kernel());
        return thread.with(whole);
    }

    /** False of another thread that was given the number since; JDK 26 cuts the middle, so that the begin must do. */
    private static boolean begins(String whole, String cut) {
        int compared = Math.min(4, Math.min(cut.length(), whole.length()));
        return whole.equals(cut) || whole.startsWith(cut.substring(0, compared)) || cut.equals("java");
    }
}
