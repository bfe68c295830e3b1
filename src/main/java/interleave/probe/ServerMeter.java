package interleave.probe;

import interleave.kernel.FollowedTree;
import interleave.kernel.ProcessAccount;
import interleave.kernel.ProcessSources;
import interleave.kernel.TreeAccount;
import interleave.metric.ProcessReadings;
import interleave.metric.ServerCost;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The use of a server's processes over stretches of time that are named afterwards: it is looked at now and then, and
 * the looks next to a beginning and an end are taken. One thread.
 */
public final class ServerMeter implements AutoCloseable {
    /** A look so far from the time that was asked for is none of it. */
    private static final long NEAR_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    /** Of more, every second is forgotten: a stretch of hours needs none to the quarter of a second. */
    private static final int MOST = 4096;

    /** @param losses how often up to then a process had ended of which a part was not seen */
    private record Look(long nanos, ProcessAccount.Sample sum, int processes, int losses) {}

    private final ProcessSources sources;
    private final TreeAccount account;
    private final Ticker ticker;
    private final boolean tree;
    private final List<Look> looks = new ArrayList<>();
    private int losses;

    /** Of a command with all that comes of it. */
    public static ServerMeter ofCommand(Path proc, int guard, Ticker ticker) {
        return new ServerMeter(
                proc, FollowedTree.of(proc, guard)::members, Optional.of(proc.resolve(String.valueOf(guard))), ticker);
    }

    /** Of processes that are there already, together. */
    public static ServerMeter of(Path proc, List<Integer> pids, Ticker ticker) {
        return new ServerMeter(proc, () -> pids, Optional.empty(), ticker);
    }

    private ServerMeter(Path proc, Supplier<List<Integer>> members, Optional<Path> guard, Ticker ticker) {
        this.sources = new ProcessSources(proc, (int) ProcessHandle.current().pid());
        this.account = new TreeAccount(members, sources::account, guard);
        this.ticker = ticker;
        this.tree = guard.isPresent();
    }

    public void look() {
        long now = ticker.nanos();
        Optional<TreeAccount.Sample> sample = account.read();
        if (sample.isEmpty()) return;
        if (!sample.get().whole()) losses++;
        looks.add(new Look(now, sample.get().sum(), sample.get().processes(), losses));
        if (looks.size() > MOST) for (int i = looks.size() - 2; i > 0; i -= 2) looks.remove(i);
    }

    /**
     * The cost of a request over that time.
     *
     * @param tasksPerSecond of all runs that asked it then
     * @param runs how many these are
     * @return empty where it was not there all the time
     */
    public Optional<ServerCost> between(long fromNanos, long toNanos, double tasksPerSecond, int runs) {
        Optional<Look> from = nearest(fromNanos);
        Optional<Look> to = nearest(toNanos);
        if (from.isEmpty() || to.isEmpty() || from.get().nanos >= to.get().nanos) return Optional.empty();
        Look last = to.get();
        ProcessReadings readings =
                ProcessProbe.derive(Optional.of(from.get().sum), last.sum, last.nanos - from.get().nanos);
        ServerCost cost = ServerCost.of(readings, last.processes, tasksPerSecond, runs);
        boolean exact = readings.source().exact() && from.get().losses == last.losses;
        String words = tree
                ? TreeProbe.source(readings.source().words())
                : readings.source().words();
        return Optional.of(new ServerCost(cost.pid(), runs, new ProcessReadings.Source(words, exact), cost.values()));
    }

    private Optional<Look> nearest(long nanos) {
        Look best = null;
        for (Look look : looks)
            if (best == null || Math.abs(look.nanos - nanos) < Math.abs(best.nanos - nanos)) best = look;
        return Optional.ofNullable(best).filter(look -> Math.abs(look.nanos - nanos) <= NEAR_NANOS);
    }

    @Override
    public void close() {
        account.close();
        sources.close();
    }
}
