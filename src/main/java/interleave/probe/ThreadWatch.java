package interleave.probe;

import interleave.kernel.CpuQuota;
import interleave.kernel.ProcessSlices;
import interleave.kernel.ThreadCounters;
import interleave.kernel.ThreadFiles;
import interleave.kernel.ThreadState;
import interleave.kernel.Unreadable;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.metric.ThreadTable.Scope;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The threads of the watched processes, or of the whole machine, as long as somebody looks at them. Counters say which
 * did something, and only those are looked at in full: a thread that was not put on a CPU is as it was. One thread.
 */
final class ThreadWatch {
    /** So many threads are counted in a tick: 1.4 to 6.6 microseconds each. */
    static final int COUNTED = 480;

    /** So many of the busiest are looked at in full: 28 microseconds each. */
    static final int BUSIEST = 32;

    /** So many of the others that did something, those first that wait for it longest. */
    static final int IN_TURN = 8;

    /** So many processes of the machine are listed again in a tick, of those that do something and of the others. */
    private static final int LISTED = 6;

    private final ProcessSlices processes;
    private final Path proc;
    private final Path sys;
    private final Ticker ticker;
    private final Map<Integer, TrackedProcess> tracked = new LinkedHashMap<>();
    private final Map<Integer, CpuQuota> quotas = new HashMap<>();
    private final Map<Integer, Long> throttled = new HashMap<>();
    private Optional<ThreadFiles> files = Optional.empty();
    private NameTable pools = new NameTable();
    private Scope scope = Scope.NOBODY;
    private List<TrackedThread> all = List.of();
    private ThreadPlan plan = ThreadPlan.NONE;
    private int turn;
    /** Why some threads could not be looked at in this tick; empty if all could. */
    private String unread = "";

    private long lastNanos;

    ThreadWatch(Path proc, Path sys, Ticker ticker) {
        this.sys = sys;
        this.proc = proc;
        this.ticker = ticker;
        processes = new ProcessSlices(proc);
    }

    Scope scope() {
        return scope;
    }

    /** Whose threads are looked at from now on. Nobody's: whatever is known of threads is forgotten. */
    void scope(Scope next) {
        if (next == scope) return;
        scope = next;
        tracked.clear();
        quotas.clear();
        throttled.clear();
        all = List.of();
        plan = ThreadPlan.NONE;
        pools = new NameTable();
        if (files.isPresent()) files.get().close();
        files = next == Scope.NOBODY ? Optional.empty() : Optional.of(new ThreadFiles(proc));
    }

    ThreadTable tick(List<ProcessReadings> watched) {
        return tick(watched, List::of);
    }

    /**
     * @param watched the processes whose threads they are, unless they are the machine's
     * @param parts the processes that a watched one is: itself, or all of a command
     */
    ThreadTable tick(List<ProcessReadings> watched, IntFunction<List<Integer>> parts) {
        if (scope == Scope.NOBODY) return ThreadTable.NONE;
        long now = ticker.nanos();
        unread = "";
        try {
            if (list(watched, parts, now)) flatten();
        } catch (Unreadable e) {
            unread = e.reason();
            flatten();
        }
        count();
        see();
        ThreadTable table = table(watched, parts, now);
        lastNanos = now;
        return table;
    }

    /** Returns whether there are other threads than before. */
    private boolean list(List<ProcessReadings> watched, IntFunction<List<Integer>> parts, long now) throws Unreadable {
        Set<Integer> pids = new LinkedHashSet<>();
        if (scope == Scope.MACHINE) pids.addAll(processes.listed());
        else
            for (ProcessReadings process : watched)
                if (!process.over()) pids.addAll(parts.apply(process.id().pid()));
        boolean other = tracked.keySet().retainAll(pids);
        quotas.keySet().retainAll(pids);
        throttled.keySet().retainAll(pids);
        Set<Integer> fresh = new LinkedHashSet<>();
        for (int pid : pids) if (tracked.putIfAbsent(pid, new TrackedProcess(pid)) == null) fresh.add(pid);
        if (scope == Scope.MACHINE) return listMachine(fresh, now) | other;
        for (ProcessReadings process : watched) {
            List<Integer> its = parts.apply(process.id().pid());
            double started = its.size() == 1 ? started(process, now) : Double.NaN;
            for (int pid : its) {
                TrackedProcess known = tracked.get(pid);
                if (known != null) other |= known.tick(files.orElseThrow(), started, now);
            }
        }
        return other;
    }

    /** Threads that a process says to have started since the last tick; NaN where it does not tell. */
    private double started(ProcessReadings process, long now) {
        Reading rate = process.of(ProcessMetrics.THREADS_STARTED_PER_S);
        return rate instanceof Reading.Value(double each) ? each * (now - lastNanos) / 1e9 : Double.NaN;
    }

    /** New processes at once, of the others some in turn, those first that do something. */
    private boolean listMachine(Set<Integer> fresh, long now) throws Unreadable {
        boolean other = !fresh.isEmpty();
        for (int pid : fresh) tracked.get(pid).list(files.orElseThrow(), now);
        List<TrackedProcess> known = new ArrayList<>(tracked.values());
        int busy = LISTED;
        int quiet = LISTED;
        int from = turn;
        for (int i = 0; i < known.size() && busy + quiet > 0; i++) {
            TrackedProcess process = known.get((from + i) % known.size());
            if (fresh.contains(process.pid)) continue;
            boolean lively = process.lively();
            if (lively ? busy-- <= 0 : quiet-- <= 0) continue;
            turn = (from + i + 1) % known.size();
            other |= process.list(files.orElseThrow(), now);
        }
        return other;
    }

    private void flatten() {
        List<TrackedThread> next = new ArrayList<>(all.size());
        for (TrackedProcess process : tracked.values()) next.addAll(process.threads());
        all = next;
    }

    private void count() {
        boolean[] lively = new boolean[all.size()];
        for (int i = 0; i < lively.length; i++) lively[i] = all.get(i).lively();
        // The past of threads before the first look at them is nobody's rate: all of them are counted once at first.
        int most = plan == ThreadPlan.NONE ? Math.max(COUNTED, lively.length) : COUNTED;
        plan = plan.next(lively, most);
        for (int place : plan.places()) count(all.get(place));
    }

    private void count(TrackedThread thread) {
        try {
            Optional<ThreadCounters> counters = files.orElseThrow().counters(thread.pid, thread.tid);
            if (counters.isPresent()) thread.counted(counters.get(), ticker.nanos());
            else thread.end();
        } catch (Unreadable e) {
            unread = e.reason();
        }
    }

    /** In full: whom nobody knows yet, the busiest, and in turn the others that did something. */
    private void see() {
        List<TrackedThread> moved = new ArrayList<>();
        for (int place : plan.places()) {
            TrackedThread thread = all.get(place);
            if (thread.gone()) continue;
            if (thread.unknown()) see(thread);
            else if (thread.lively()) moved.add(thread);
        }
        moved.sort(Comparator.comparingDouble((TrackedThread thread) -> -thread.weight()));
        for (int i = 0; i < Math.min(BUSIEST, moved.size()); i++) see(moved.get(i));
        if (moved.size() <= BUSIEST) return;
        List<TrackedThread> others = moved.subList(BUSIEST, moved.size());
        others.sort(Comparator.comparingLong(TrackedThread::stateNanos));
        for (int i = 0; i < Math.min(IN_TURN, others.size()); i++) see(others.get(i));
    }

    private void see(TrackedThread thread) {
        try {
            Optional<ThreadState> state = files.orElseThrow().state(thread.pid, thread.tid);
            if (state.isPresent()) thread.seen(state.get(), pools, ticker.nanos());
            else thread.end();
        } catch (Unreadable e) {
            unread = e.reason();
        }
    }

    /** Of a process that a CPU quota stopped since the last tick: for how much of the time; empty of others. */
    private String heldBack(int pid, long now) {
        try {
            Optional<CpuQuota.Sample> sample = quotas.computeIfAbsent(pid, key -> CpuQuota.of(proc, sys, key))
                    .tightest();
            if (sample.isEmpty()) return "";
            long nanos = sample.get().throttling().nanos();
            Long before = throttled.put(pid, nanos);
            if (before == null) return "";
            double percent = Rates.timePercent(before, nanos, now - lastNanos).orElse(0);
            return percent < 1 ? "" : "a CPU quota held it back, " + Math.round(percent) + " % of a CPU";
        } catch (IOException e) {
            return "";
        }
    }

    private ThreadTable table(List<ProcessReadings> watched, IntFunction<List<Integer>> parts, long now) {
        ThreadReadings[] known = new ThreadReadings[all.size()];
        int[] ages = new int[all.size()];
        int count = 0;
        for (TrackedThread thread : all) {
            if (thread.gone() || thread.unknown()) continue;
            ages[count] = thread.ageMillis(now);
            known[count++] = thread.readings();
        }
        List<ThreadTable.Owner> owners = new ArrayList<>();
        for (ProcessReadings process : watched) {
            List<Integer> its = parts.apply(process.id().pid());
            if (scope == Scope.WATCHED && !Collections.disjoint(its, tracked.keySet()))
                owners.add(owner(process, its, heldBack(its.getFirst(), now)));
        }
        // There may be ten thousand: the list is of this array and no copy, and nobody has the array.
        List<ThreadReadings> list =
                Collections.unmodifiableList(Arrays.asList(known).subList(0, count));
        return new ThreadTable(scope, list, ages, owners, unread);
    }

    private ThreadTable.Owner owner(ProcessReadings process, List<Integer> parts, String remark) {
        double brief = Double.NaN;
        for (int pid : parts) {
            TrackedProcess part = tracked.get(pid);
            double its = part == null ? Double.NaN : part.shortLived();
            if (!Double.isNaN(its)) brief = Double.isNaN(brief) ? its : brief + its;
        }
        boolean told = parts.size() == 1
                && process.of(ProcessMetrics.THREADS_STARTED_PER_S).present();
        return new ThreadTable.Owner(
                process.id().pid(),
                parts,
                process.name(),
                remark,
                Double.isNaN(brief) ? Reading.WARMING_UP : Reading.of(brief),
                told);
    }
}
