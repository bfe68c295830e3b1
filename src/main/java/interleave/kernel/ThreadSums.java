package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The totals of a process as a sum over its threads ({@code /proc/PID/task/TID/status} and {@code schedstat}), which
 * never goes back: of a thread that has ended it keeps what was last seen. Of very many threads those that did
 * something are looked at each time, and the quiet ones in turn, so that a look has a bounded cost. One thread.
 */
final class ThreadSums {
    /** So many threads are looked at: 7 microseconds each, and 12 more for those that did something. */
    static final int MOST_AT_ONCE = 200;

    /** So many of them at least are quiet ones, however many are not. */
    private static final int LEAST_QUIET = MOST_AT_ONCE / 4;

    /** A list of so many threads is worth a look at each of them once. */
    private static final int LISTED_AT_ONCE = 2000;

    /** One thread as last seen; {@code quiet} since how many looks of ours at it. */
    private record Seen(long voluntary, long involuntary, long cpuNanos, long waitedNanos, long slices, int quiet) {
        static final Seen NOTHING = new Seen(0, 0, 0, 0, 0, 0);

        /** True if it was not put on a CPU since: then it has not given one up either. */
        boolean isStill(SchedStat use) {
            return slices > 0
                    && cpuNanos == use.cpuNanos()
                    && waitedNanos == use.waitedNanos()
                    && slices == use.slices();
        }

        Seen again() {
            return after(quiet);
        }

        /** The same, which did nothing, after so many looks at which it did nothing. */
        Seen after(int looks) {
            return new Seen(voluntary, involuntary, cpuNanos, waitedNanos, slices, looks + 1);
        }
    }

    private final Path tasks;
    private final NumberedFolders folders = new NumberedFolders();
    private final ReusedText text = new ReusedText();
    private final Map<Integer, Seen> living = new HashMap<>();
    private long voluntary;
    private long involuntary;
    private SchedStat use = SchedStat.NOTHING;
    private int[] threads = {};
    /** For how many looks the list is kept. */
    private int listedFor;
    /** Where to go on: of the quiet threads, and of the others. */
    private final int[] turns = new int[2];

    ThreadSums(Path process) {
        tasks = process.resolve("task");
    }

    /**
     * Looks at the threads.
     *
     * @param cpuNanos of the whole process: its {@code stat} has all threads in it
     * @throws Unreadable if the process is gone, or its threads may not be seen
     */
    SwitchTotals read(long cpuNanos) throws IOException {
        list();
        boolean[] lively = lively();
        // Switches from before the first look must not come to be counted by and by, as if they were of now.
        int most = living.isEmpty() ? Integer.MAX_VALUE : MOST_AT_ONCE;
        int looks = MOST_AT_ONCE - inTurn(lively, true, most);
        inTurn(lively, false, Math.max(looks, LEAST_QUIET));
        // Who has run had a slice: a kernel that does not count says 0 to all.
        OptionalLong waited = use.slices() > 0 ? OptionalLong.of(use.waitedNanos()) : OptionalLong.empty();
        return new SwitchTotals(cpuNanos, voluntary, involuntary, waited, SwitchTotals.Source.SUM);
    }

    /**
     * Lists the threads: each time, or where there are very many less often, since the list of 10,000 takes 10 ms. One
     * that is seen late brings all that it has done; one that ended meanwhile stays as it was.
     */
    private void list() throws IOException {
        if (--listedFor > 0) return;
        int[] listed = folders.in(tasks.toString());
        if (listed.length == 0) throw Unreadable.missing(tasks + " cannot be listed");
        threads = listed;
        listedFor = threads.length / LISTED_AT_ONCE;
        forgetOthers();
    }

    private void forgetOthers() {
        living.keySet().removeIf(thread -> Arrays.binarySearch(threads, thread) < 0);
    }

    /** Those that are new, or did something when they were looked at last. */
    private boolean[] lively() {
        boolean[] lively = new boolean[threads.length];
        for (int i = 0; i < threads.length; i++) {
            Seen seen = living.get(threads[i]);
            lively[i] = seen == null || seen.quiet == 0;
        }
        return lively;
    }

    /** Looks at so many threads of one kind, going on where the last time ended. Returns how many it were. */
    private int inTurn(boolean[] lively, boolean kind, int most) throws Unreadable {
        int which = kind ? 1 : 0;
        int looks = 0;
        int i = 0;
        for (; i < threads.length && looks < most; i++) {
            int place = Math.floorMod(turns[which] + i, threads.length);
            if (lively[place] != kind) continue;
            look(threads[place]);
            looks++;
        }
        turns[which] = Math.floorMod(turns[which] + i, threads.length);
        return looks;
    }

    /** One that cannot be read is no ended thread yet: only a listing tells those. */
    private void look(int thread) throws Unreadable {
        String folder = tasks + "/" + thread + "/";
        try {
            SchedStat account = account(folder);
            Seen before = living.get(thread);
            if (before != null && before.isStill(account)) living.put(thread, before.again());
            else count(thread, Optional.ofNullable(before).orElse(Seen.NOTHING), see(folder, account));
        } catch (IOException e) {
            if (e instanceof Unreadable unreadable && unreadable.refused()) throw unreadable;
            // It has just ended.
        }
    }

    private void count(int thread, Seen last, Seen now) {
        // A counter that fell is another thread's with the same number.
        boolean other = now.voluntary < last.voluntary || now.cpuNanos < last.cpuNanos;
        Seen before = other ? Seen.NOTHING : last;
        long switches = now.voluntary - before.voluntary + now.involuntary - before.involuntary;
        voluntary += now.voluntary - before.voluntary;
        involuntary += now.involuntary - before.involuntary;
        use = use.plus(new SchedStat(
                now.cpuNanos - before.cpuNanos, now.waitedNanos - before.waitedNanos, now.slices - before.slices));
        boolean idle = switches == 0 && now.cpuNanos == before.cpuNanos;
        living.put(thread, idle ? now.after(before.quiet) : now);
    }

    private Seen see(String folder, SchedStat account) throws IOException {
        Cursor status = text.of(folder + "status");
        if (!status.seekLine("voluntary_ctxt_switches:")) throw status.malformed("it has no switches");
        long gaveUp = status.number();
        if (!status.seekLine("nonvoluntary_ctxt_switches:")) throw status.malformed("it has no switches");
        return new Seen(gaveUp, status.number(), account.cpuNanos(), account.waitedNanos(), account.slices(), 0);
    }

    private SchedStat account(String folder) throws IOException {
        try {
            return SchedStat.parse(text.of(folder + "schedstat"));
        } catch (Unreadable e) {
            if (e.missing()) return SchedStat.NOTHING;
            throw e;
        }
    }
}
