package interleave.probe;

import interleave.kernel.ProcessAccount;
import interleave.kernel.ProcessSlices;
import interleave.kernel.SwitchTotals;
import interleave.metric.BusyProcess;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who switches most on this machine. Those that did much are looked at each tick and the others in turn: by their
 * totals where these may be asked for, else by sums over a bounded number of threads. A machine that hardly switches is
 * not looked at: there is nobody to name, and an idle monitor does nothing for it. One thread.
 */
final class BusiestProcesses {
    /** The number that is told: the runs of the monitor itself may be among them. */
    static final int TOLD = 12;

    /** Below so many switches a second nobody is worth a name: machines that idle have up to some thousands. */
    static final double WORTH_NAMING = 5000;

    /** No process has that number: none is left out. */
    static final int NOBODY = -1;

    /** So many processes that were quiet are summed up in a tick. */
    static final int IN_TURN = 16;

    /** So many of them are asked for their totals: some microseconds each. */
    static final int ASKED_IN_TURN = 256;

    /** A process of more threads than that is left out: a look at it takes tens of milliseconds. */
    private static final int MOST_THREADS = 2000;

    /** For so many ticks. */
    static final int LEFT_OUT_TICKS = 30;

    /** A process of more threads than that is looked at less often, in proportion. */
    private static final int THREADS_A_TICK = 100;

    private static final class Seen {
        OptionalLong count = OptionalLong.empty();
        boolean total;
        long nanos;
        double rate;
        boolean twice;
        /** Of the rate. */
        boolean exact;

        long due;
        /** The tick in which it was looked at last. */
        long looked;
    }

    private final ProcessSlices slices;
    private final int ownPid;
    private final Ticker ticker;
    private final Map<Integer, Seen> seen = new HashMap<>();
    private long ticks;
    private int turn;

    BusiestProcesses(ProcessSlices slices, int ownPid, Ticker ticker) {
        this.slices = slices;
        this.ownPid = ownPid;
        this.ticker = ticker;
    }

    /**
     * The busiest first.
     *
     * @param machine switches per second of the whole machine
     * @param exact who can be asked for the totals of whole processes
     */
    List<BusyProcess> tick(Reading machine, Optional<ProcessAccount.Exact> exact) {
        if (machine.orElse(0) < WORTH_NAMING) {
            seen.clear();
            return List.of();
        }
        look(exact);
        return told();
    }

    /** Looks at them, however much the machine switches. */
    void look(Optional<ProcessAccount.Exact> exact) {
        ticks++;
        List<Integer> pids;
        try {
            pids = slices.listed();
        } catch (IOException e) {
            // None of them has ended.
            return;
        }
        pids.remove(Integer.valueOf(ownPid));
        seen.keySet().retainAll(new HashSet<>(pids));
        int left = exact.isPresent() ? ASKED_IN_TURN : IN_TURN;
        for (int pid : pids) if (lively(pid)) look(pid, exact);
        for (int i = 0; i < pids.size() && left > 0; i++) {
            int pid = pids.get(Math.floorMod(turn++, pids.size()));
            if (lively(pid) || seen.get(pid).looked == ticks) continue;
            look(pid, exact);
            left--;
        }
    }

    /** Switches per second of a process, as far as they are known. */
    Reading rate(int pid) {
        Seen process = seen.get(pid);
        return process == null || !process.twice ? Reading.WARMING_UP : Reading.of(process.rate);
    }

    /** True if all threads of a process are in its rate. */
    boolean exact(int pid) {
        Seen process = seen.get(pid);
        return process == null || process.exact;
    }

    /** New, or among those that may be told. */
    private boolean lively(int pid) {
        Seen before = seen.get(pid);
        return before == null || before.rate >= WORTH_NAMING / TOLD;
    }

    private void look(int pid, Optional<ProcessAccount.Exact> exact) {
        if (exact.isPresent()) ask(pid, exact.get());
        else sum(pid);
    }

    private void ask(int pid, ProcessAccount.Exact exact) {
        try {
            Optional<SwitchTotals> totals = exact.of(pid);
            if (totals.isPresent())
                count(pid, totals.get().voluntary() + totals.get().involuntary(), true);
        } catch (IOException e) {
            seen.remove(pid);
        }
    }

    private void sum(int pid) {
        Seen before = seen.get(pid);
        if (before != null && before.due > ticks) return;
        Optional<ProcessSlices.Sum> sum = slices.of(pid, MOST_THREADS);
        if (sum.isEmpty()) {
            leaveOut(pid);
            return;
        }
        count(pid, sum.get().slices(), false);
        seen.get(pid).due = ticks + sum.get().threads() / THREADS_A_TICK;
    }

    /** The list of its threads alone takes milliseconds: it is not asked for in each tick. */
    private void leaveOut(int pid) {
        Seen process = new Seen();
        process.exact = true;
        process.due = ticks + LEFT_OUT_TICKS;
        seen.put(pid, process);
    }

    /**
     * A count that fell is another process's with the same number, or lacks threads that ended: it begins anew. So does
     * one of another kind than before, and what was told holds until there are two of it.
     */
    private void count(int pid, long count, boolean total) {
        long now = ticker.nanos();
        Seen process = seen.computeIfAbsent(pid, key -> new Seen());
        if (process.count.isEmpty() || process.total == total) rate(process, count, total, now);
        process.count = OptionalLong.of(count);
        process.looked = ticks;
        process.total = total;
        process.nanos = now;
    }

    private static void rate(Seen process, long count, boolean total, long now) {
        boolean follows = process.count.isPresent() && count >= process.count.getAsLong() && now > process.nanos;
        process.twice = follows;
        process.rate = follows ? (count - process.count.getAsLong()) * 1e9 / (now - process.nanos) : 0;
        process.exact = total;
    }

    private List<BusyProcess> told() {
        List<Map.Entry<Integer, Seen>> all = new ArrayList<>(seen.entrySet());
        all.sort((one, other) -> Double.compare(other.getValue().rate, one.getValue().rate));
        List<BusyProcess> told = new ArrayList<>();
        for (Map.Entry<Integer, Seen> each : all) {
            if (told.size() == TOLD || each.getValue().rate <= 0) break;
            String name = Names.clean(slices.name(each.getKey()));
            if (!name.isEmpty())
                told.add(new BusyProcess(each.getKey(), name, each.getValue().rate, each.getValue().exact));
        }
        return told;
    }
}
