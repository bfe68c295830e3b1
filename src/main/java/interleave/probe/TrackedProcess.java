package interleave.probe;

import interleave.kernel.ThreadFiles;
import interleave.kernel.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** The threads of one process, by its lists of them. One thread. */
final class TrackedProcess {
    /** A list of so many threads is worth a look each second: 1.3 microseconds each. */
    private static final int LISTED_AT_ONCE = 2000;

    final int pid;
    private List<TrackedThread> threads = List.of();
    private int lists;
    private int ticks;
    private double started;
    private long listedNanos;
    private int born;
    private int brief;
    private double shortLived = Double.NaN;

    TrackedProcess(int pid) {
        this.pid = pid;
    }

    List<TrackedThread> threads() {
        return threads;
    }

    /** Threads per second that began and ended between two lists, or of which one list alone had each; NaN: unknown. */
    double shortLived() {
        return shortLived;
    }

    boolean lively() {
        for (TrackedThread thread : threads) if (thread.lively()) return true;
        return false;
    }

    /**
     * A tick: lists the threads where that is due, which is less often where there are very many.
     *
     * @param startedNow threads that it is known to have started since the tick before; NaN where nobody tells
     * @return whether there are others than before
     * @throws Unreadable if they cannot be listed now; then they are as before
     */
    boolean tick(ThreadFiles files, double startedNow, long nanos) throws Unreadable {
        started += startedNow;
        if (ticks++ % (1 + threads.size() / LISTED_AT_ONCE) != 0) return false;
        return list(files, nanos);
    }

    /** Lists them now. Returns whether there are others than before. */
    boolean list(ThreadFiles files, long nanos) throws Unreadable {
        int[] now = files.threads(pid);
        List<TrackedThread> next = merged(threads, now, pid, ++lists);
        boolean same = next.size() == threads.size() && next.equals(threads);
        for (TrackedThread thread : threads) if (thread.gone()) files.forget(thread.pid, thread.tid);
        births(next, nanos);
        threads = next;
        return !same;
    }

    /** Those of the list, old ones as they were; the others have ended. Pure but for that. */
    static List<TrackedThread> merged(List<TrackedThread> before, int[] ascending, int pid, int list) {
        List<TrackedThread> next = new ArrayList<>(ascending.length);
        int old = 0;
        for (int tid : ascending) {
            while (old < before.size() && before.get(old).tid < tid)
                before.get(old++).end();
            boolean known = old < before.size() && before.get(old).tid == tid;
            if (known && !before.get(old).gone()) next.add(before.get(old));
            else next.add(new TrackedThread(pid, tid, list));
            if (known) old++;
        }
        while (old < before.size()) before.get(old++).end();
        return next;
    }

    private void births(List<TrackedThread> next, long nanos) {
        born = 0;
        brief = 0;
        for (TrackedThread thread : next) if (thread.since == lists) born++;
        for (TrackedThread thread : threads) if (thread.gone() && thread.since == lists - 1 && lists > 2) brief++;
        double seconds = (nanos - listedNanos) / 1e9;
        if (lists > 1 && seconds > 0) {
            boolean told = !Double.isNaN(started);
            shortLived = Math.max(0, told ? started - born : brief) / seconds;
        }
        started = 0;
        listedNanos = nanos;
    }
}
