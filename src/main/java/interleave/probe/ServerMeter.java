package interleave.probe;

import static interleave.metric.ProcessMetrics.CPU_PERCENT;
import static interleave.metric.ProcessMetrics.SWITCHES_PER_S;

import interleave.kernel.FollowedTree;
import interleave.kernel.ProcessAccount;
import interleave.kernel.ProcessSources;
import interleave.kernel.TreeAccount;
import interleave.metric.Metric;
import interleave.metric.ProcessReadings;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.ServerCost;
import interleave.metric.Stretch;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The rates that a request's cost is made of. */
    private static final List<Metric> RATES = List.of(SWITCHES_PER_S, CPU_PERCENT);

    /** Of two looks what lies between them. */
    private record Part(Look from, Look to) {
        long nanos() {
            return to.nanos - from.nanos;
        }

        ProcessReadings readings() {
            return ProcessProbe.derive(Optional.of(from.sum), to.sum, nanos());
        }
    }

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
     * The cost of a request over that time. What the server did while a run stood still is no cost of its requests.
     *
     * @param stretches of a run, one after the other
     * @param tasksPerSecond of all runs that asked it then
     * @param runs how many these are
     * @return empty where it was not there all the time
     */
    public Optional<ServerCost> during(List<Stretch> stretches, double tasksPerSecond, int runs) {
        List<Part> parts = new ArrayList<>();
        for (Stretch stretch : stretches) {
            // One frame alone, between two standstills, is no time.
            if (stretch.fromNanos() == stretch.toNanos()) continue;
            Optional<Look> from = nearest(stretch.fromNanos());
            Optional<Look> to = nearest(stretch.toNanos());
            if (from.isEmpty() || to.isEmpty()) return Optional.empty();
            if (from.get().nanos < to.get().nanos) parts.add(new Part(from.get(), to.get()));
        }
        if (parts.isEmpty()) return Optional.empty();
        Look last = parts.getLast().to;
        ProcessReadings readings = parts.getLast().readings();
        Map<Metric, Reading> values = new LinkedHashMap<>(readings.values());
        for (Metric rate : RATES) values.put(rate, mean(parts, rate));
        boolean exact = readings.source().exact() && parts.getFirst().from.losses == last.losses;
        String words = tree
                ? TreeProbe.source(readings.source().words())
                : readings.source().words();
        ProcessReadings all = new ProcessReadings(
                readings.id(),
                readings.name(),
                readings.remark(),
                readings.over(),
                new ProcessReadings.Source(words, exact),
                values);
        return Optional.of(ServerCost.of(all, last.processes, tasksPerSecond, runs));
    }

    /** Of rates, by the time that each is of; what one of the parts does not have, their mean has not either. */
    private static Reading mean(List<Part> parts, Metric rate) {
        double sum = 0;
        long nanos = 0;
        for (Part part : parts) {
            if (!(part.readings().of(rate) instanceof Reading.Value(double value)))
                return part.readings().of(rate);
            sum += value * part.nanos();
            nanos += part.nanos();
        }
        return Rates.ratio(sum, nanos, "no time has passed");
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
