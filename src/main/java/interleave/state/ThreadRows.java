package interleave.state;

import interleave.metric.Metric;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Threads as rows: narrowed by a filter, pools folded, in an order. Pure. */
public final class ThreadRows {
    private static final boolean[] NO_LEAST = new boolean[ThreadMetrics.ALL.size()];

    private ThreadRows() {}

    /** The threads of one pool, while they are put together. Of ten thousand there is no list, unless it is open. */
    private static final class Fold {
        final Metric order;
        final List<ThreadRow> rows;
        final double[] sums = nothing();
        final boolean[] least = new boolean[sums.length];
        ThreadReadings busiest;
        int threads;
        int oldest;

        /** @param open whether its threads have rows of their own */
        Fold(ThreadReadings first, Metric order, boolean open) {
            this.order = order;
            busiest = first;
            rows = open ? new ArrayList<>() : List.of();
        }

        void add(ThreadReadings thread, int ageMillis, boolean open) {
            threads++;
            if (open) rows.add(single(thread, ageMillis, true));
            if (known(thread.raw(order)) > known(busiest.raw(order))) busiest = thread;
            oldest = Math.max(oldest, ageMillis);
            ThreadRows.add(sums, thread);
            boolean counted = !Double.isNaN(thread.raw(ThreadMetrics.SWITCHES_PER_S));
            for (int i = 0; i < least.length; i++)
                least[i] |= counted && Double.isNaN(thread.raw(ThreadMetrics.ALL.get(i)));
        }
    }

    public static List<ThreadRow> of(ThreadTable table, ThreadsLook look) {
        List<ThreadRow> rows = new ArrayList<>();
        Comparator<ThreadRow> order = order(look.order());
        Map<ThreadKey, Fold> open = new HashMap<>();
        for (Map.Entry<Integer, Map<String, Fold>> owner : folded(table, look).entrySet())
            for (Map.Entry<String, Fold> pool : owner.getValue().entrySet()) {
                ThreadRow row = row(owner.getKey(), pool.getKey(), pool.getValue());
                rows.add(row);
                if (row.pool() && look.opened().contains(row.key())) open.put(row.key(), pool.getValue());
            }
        rows.sort(order);
        return open.isEmpty() ? rows : opened(rows, open, order);
    }

    private static List<ThreadRow> opened(
            List<ThreadRow> rows, Map<ThreadKey, Fold> open, Comparator<ThreadRow> order) {
        List<ThreadRow> all = new ArrayList<>();
        for (ThreadRow row : rows) {
            all.add(row);
            Fold fold = open.get(row.key());
            if (fold == null) continue;
            fold.rows.sort(order);
            all.addAll(fold.rows);
        }
        return all;
    }

    /** By process and pool. The kernel's own threads are each a process, and pools of them go across. */
    private static Map<Integer, Map<String, Fold>> folded(ThreadTable table, ThreadsLook look) {
        Metric order = look.order().metric.orElse(ThreadMetrics.CPU_PERCENT);
        boolean all = look.filter().text().isEmpty();
        Map<Integer, Map<String, Fold>> owners = new HashMap<>();
        int last = -1;
        Map<String, Fold> pools = Map.of();
        for (int i = 0; i < table.all().size(); i++) {
            ThreadReadings thread = table.all().get(i);
            if (!all && !look.filter().admits(thread.names().own())) continue;
            int owner = owner(thread);
            if (owner != last) pools = owners.computeIfAbsent(owner, pid -> new HashMap<>());
            last = owner;
            String pool = thread.names().pool();
            boolean open = !look.opened().isEmpty() && look.opened().contains(ThreadKey.ofPool(owner, pool));
            Fold fold = pools.get(pool);
            if (fold == null) pools.put(pool, fold = new Fold(thread, order, open));
            fold.add(thread, table.ageMillis(i), open);
        }
        return owners;
    }

    static int owner(ThreadReadings thread) {
        return thread.names().kernel() ? 0 : thread.pid();
    }

    /** One thread alone is no pool. */
    private static ThreadRow row(int owner, String pool, Fold fold) {
        if (fold.threads == 1) return single(fold.busiest, fold.oldest, false);
        return new ThreadRow(
                ThreadKey.ofPool(owner, pool),
                pool,
                fold.threads,
                fold.busiest,
                fold.oldest,
                false,
                fold.sums,
                fold.least);
    }

    private static ThreadRow single(ThreadReadings thread, int ageMillis, boolean within) {
        double[] sums = nothing();
        add(sums, thread);
        return new ThreadRow(
                ThreadKey.of(thread.id()), thread.names().own(), 1, thread, ageMillis, within, sums, NO_LEAST);
    }

    private static double[] nothing() {
        double[] sums = new double[ThreadMetrics.ALL.size()];
        Arrays.fill(sums, Double.NaN);
        return sums;
    }

    private static void add(double[] sums, ThreadReadings thread) {
        for (int i = 0; i < sums.length; i++) {
            double value = thread.raw(ThreadMetrics.ALL.get(i));
            if (!Double.isNaN(value)) sums[i] = known(sums[i]) + value;
        }
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /** The most first; of as much the names, then the numbers, so that rows stand still. */
    private static Comparator<ThreadRow> order(ThreadOrder order) {
        Comparator<ThreadRow> byName = Comparator.comparing(ThreadRow::name)
                .thenComparingInt(row -> row.key().pid())
                .thenComparingInt(row -> row.key().tid());
        if (order.metric.isEmpty()) return byName;
        int place = ThreadMetrics.ALL.indexOf(order.metric.get());
        return Comparator.comparingDouble((ThreadRow row) -> -known(row.sums()[place]))
                .thenComparing(byName);
    }

    /** The sums of a row, whether it is folded now or not; empty where there is none of it. */
    static Optional<double[]> sums(ThreadTable table, ThreadKey key) {
        double[] sums = nothing();
        boolean any = false;
        for (ThreadReadings thread : table.all()) {
            boolean one = key.tid() == thread.tid() && key.startTicks() == thread.startTicks();
            boolean member = key.tid() == 0
                    && owner(thread) == key.pid()
                    && thread.names().pool().equals(key.pool());
            if (!one && !member) continue;
            add(sums, thread);
            any = true;
        }
        return any ? Optional.of(sums) : Optional.empty();
    }

    /** The place of the selected row; of one that has gone, where it stood. */
    public static int selected(List<ThreadRow> rows, ThreadsLook look) {
        if (look.selected().isPresent())
            for (int i = 0; i < rows.size(); i++)
                if (rows.get(i).key().equals(look.selected().get())) return i;
        return Math.clamp(look.place(), 0, Math.max(0, rows.size() - 1));
    }
}
