package interleave.kernel;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The totals of a process as a sum over its threads ({@code /proc/PID/task/TID/status} and {@code schedstat}), which
 * never goes back: of a thread that has ended it keeps what was last seen. Of very many threads those that did
 * something are looked at each time, and the quiet ones in turn, so that a look has a bounded cost. One thread.
 */
final class ThreadSums {
    /** So many threads are looked at in full: some 30 microseconds each. */
    static final int MOST_AT_ONCE = 200;

    /** So many of them at least are quiet ones, however many are not. */
    private static final int LEAST_QUIET = MOST_AT_ONCE / 4;

    /** A list of so many threads is worth a look at each of them once. */
    private static final int LISTED_AT_ONCE = 2000;

    /** Longer than any status. */
    private static final int BUFFER = 16 * 1024;

    /** One thread as last seen; {@code quiet} since how many looks of ours at it. */
    private record Seen(long voluntary, long involuntary, SchedStat use, int quiet) {}

    private final Path tasks;
    private final byte[] buffer = new byte[BUFFER];
    private final Map<String, Seen> living = new HashMap<>();
    private long voluntary;
    private long involuntary;
    private SchedStat use = SchedStat.NOTHING;
    private String[] names = {};
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
        boolean[] lively = lively(names);
        // The past of threads before the first look must not come to be counted by and by, as if it were now.
        int most = living.isEmpty() ? Integer.MAX_VALUE : MOST_AT_ONCE;
        int looks = MOST_AT_ONCE - inTurn(names, lively, true, most);
        inTurn(names, lively, false, Math.max(looks, LEAST_QUIET));
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
        String[] now = tasks.toFile().list();
        if (now == null || now.length == 0) throw Unreadable.missing(tasks + " cannot be listed");
        names = now;
        listedFor = now.length / LISTED_AT_ONCE;
        forgetOthers(names);
    }

    private void forgetOthers(String[] names) {
        if (living.isEmpty()) return;
        Set<String> now = new HashSet<>(2 * names.length);
        for (String name : names) now.add(name);
        living.keySet().retainAll(now);
    }

    /** Which are new, or did something when they were looked at last. */
    private boolean[] lively(String[] names) {
        boolean[] lively = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            Seen seen = living.get(names[i]);
            lively[i] = seen == null || seen.quiet == 0;
        }
        return lively;
    }

    /** Looks at so many threads of one kind, going on where the last time ended. Returns how many it were. */
    private int inTurn(String[] names, boolean[] lively, boolean kind, int most) {
        int which = kind ? 1 : 0;
        int looks = 0;
        int i = 0;
        for (; i < names.length && looks < most; i++) {
            int place = Math.floorMod(turns[which] + i, names.length);
            if (lively[place] != kind) continue;
            look(names[place]);
            looks++;
        }
        turns[which] = Math.floorMod(turns[which] + i, names.length);
        return looks;
    }

    private void look(String name) {
        Optional<Seen> now = see(tasks.resolve(name));
        // A thread that could not be read once has not ended: only a listing tells that.
        if (now.isPresent()) count(name, now.get());
    }

    private void count(String name, Seen now) {
        Seen before = living.get(name);
        // A counter that fell is another thread's with the same number.
        if (before == null || now.voluntary < before.voluntary || now.use.cpuNanos() < before.use.cpuNanos())
            before = new Seen(0, 0, SchedStat.NOTHING, 0);
        long switches = now.voluntary - before.voluntary + now.involuntary - before.involuntary;
        voluntary += now.voluntary - before.voluntary;
        involuntary += now.involuntary - before.involuntary;
        use = use.plus(now.use)
                .plus(new SchedStat(-before.use.cpuNanos(), -before.use.waitedNanos(), -before.use.slices()));
        boolean idle = switches == 0 && now.use.cpuNanos() == before.use.cpuNanos();
        living.put(name, new Seen(now.voluntary, now.involuntary, now.use, idle ? before.quiet + 1 : 0));
    }

    /** Empty where nothing can be read: it has just ended. */
    private Optional<Seen> see(Path thread) {
        try {
            Cursor status = text(thread.resolve("status").toString());
            if (!status.seekLine("voluntary_ctxt_switches:")) return Optional.empty();
            long gaveUp = status.number();
            if (!status.seekLine("nonvoluntary_ctxt_switches:")) return Optional.empty();
            return Optional.of(new Seen(gaveUp, status.number(), account(thread), 0));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private SchedStat account(Path thread) throws IOException {
        Path file = thread.resolve("schedstat");
        try {
            return SchedStat.parse(text(file.toString()));
        } catch (Unreadable e) {
            if (e.missing()) return SchedStat.NOTHING;
            throw e;
        }
    }

    private Cursor text(String file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return new Cursor(file, buffer, Math.max(0, in.read(buffer)));
        } catch (FileNotFoundException e) {
            throw Unreadable.missing(file + ": it does not exist");
        }
    }
}
