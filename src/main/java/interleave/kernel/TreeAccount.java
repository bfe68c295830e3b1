package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The account of several processes together, such as all descendants of one: a sum that never goes back, in which those
 * that have ended stay with what was last seen of them. One thread.
 */
public final class TreeAccount implements Closeable {
    /**
     * The sum.
     *
     * @param processes how many there are
     * @param sum of all; identity, name and state are those of the first, which is first seen
     * @param whole whether nothing has ended since the look before, of which a part was not seen
     */
    public record Sample(int processes, ProcessAccount.Sample sum, boolean whole) {}

    private final Supplier<List<Integer>> members;
    private final IntFunction<ProcessAccount> accounts;
    private final WaitedUse use;
    private final Map<Integer, ProcessAccount> open = new HashMap<>();
    private final Map<Integer, ProcessAccount.Sample> last = new HashMap<>();
    private Sum ended = Sum.NOTHING;
    private Optional<PidStat.Key> key = Optional.empty();
    private boolean whole = true;

    /**
     * @param members the processes as they are now, the first of them first
     * @param accounts opens that of one process
     * @param above the folder of the process that waits for those whose parents have ended; empty if nobody does
     */
    public TreeAccount(Supplier<List<Integer>> members, IntFunction<ProcessAccount> accounts, Optional<Path> above) {
        use = new WaitedUse(above);
        this.members = members;
        this.accounts = accounts;
    }

    /** Reads now; empty where there is none. A process that may not be looked at is left out. */
    public Optional<Sample> read() {
        whole = true;
        List<ProcessAccount.Sample> living = new ArrayList<>();
        Set<Integer> gone = new HashSet<>(open.keySet());
        for (int pid : members.get()) {
            Optional<ProcessAccount.Sample> now = look(pid);
            if (now.isEmpty()) continue;
            living.add(now.get());
            gone.remove(pid);
        }
        gone.forEach(this::end);
        if (living.isEmpty()) return Optional.empty();
        if (key.isEmpty()) key = Optional.of(living.getFirst().stat().key());
        Sum sum = ended;
        for (ProcessAccount.Sample each : living) sum = sum.plus(each);
        ProcessUse all = use.of(new ProcessUse(sum.minor, sum.major, sum.cpuNanos), living);
        return Optional.of(new Sample(living.size(), sum.with(all).sample(key.get(), living), whole));
    }

    /** The processes that were there at the last look, by number. */
    public List<Integer> processes() {
        return last.keySet().stream().sorted().toList();
    }

    private Optional<ProcessAccount.Sample> look(int pid) {
        try {
            Optional<ProcessAccount.Sample> now =
                    open.computeIfAbsent(pid, accounts::apply).read();
            if (now.isEmpty()) return now;
            ProcessAccount.Sample before = last.get(pid);
            // Another process has its number: the one before counts as gone, the new one from the next look on.
            if (before != null && !before.stat().key().equals(now.get().stat().key())) return Optional.empty();
            // A child of it that was waited for: it may have come and gone between two looks.
            if (before != null && childFaults(now.get()) > childFaults(before)) whole = false;
            last.put(pid, now.get());
            return now;
        } catch (IOException e) {
            return Optional.ofNullable(last.get(pid));
        }
    }

    private static long childFaults(ProcessAccount.Sample sample) {
        return sample.stat().ended().minorFaults() + sample.stat().ended().majorFaults();
    }

    private void end(int pid) {
        ProcessAccount.Sample before = last.remove(pid);
        if (before != null) {
            ended = ended.plus(before);
            whole = false;
        }
        close(open.remove(pid));
    }

    private static void close(Closeable account) {
        try {
            account.close();
        } catch (IOException e) {
            // Its descriptor is gone either way.
        }
    }

    @Override
    public void close() {
        open.values().forEach(TreeAccount::close);
        open.clear();
        close(use);
    }

    /** Counters of several processes. */
    private record Sum(
            long minor,
            long major,
            long cpuNanos,
            long voluntary,
            long involuntary,
            OptionalLong waitedNanos,
            OptionalLong threadsStarted,
            SwitchTotals.Source source) {
        static final Sum NOTHING =
                new Sum(0, 0, 0, 0, 0, OptionalLong.of(0), OptionalLong.empty(), SwitchTotals.Source.TASKSTATS);

        Sum plus(ProcessAccount.Sample one) {
            SwitchTotals more = one.totals();
            boolean waits = waitedNanos.isPresent() && more.waitedNanos().isPresent();
            return new Sum(
                    minor + one.stat().minorFaults(),
                    major + one.stat().majorFaults(),
                    cpuNanos + more.cpuNanos(),
                    voluntary + more.voluntary(),
                    involuntary + more.involuntary(),
                    waits
                            ? OptionalLong.of(
                                    waitedNanos.getAsLong() + more.waitedNanos().getAsLong())
                            : OptionalLong.empty(),
                    sum(threadsStarted, one.threadsStarted()),
                    source.exact() ? more.source() : source);
        }

        Sum with(ProcessUse use) {
            return new Sum(
                    use.minorFaults(),
                    use.majorFaults(),
                    use.cpuNanos(),
                    voluntary,
                    involuntary,
                    waitedNanos,
                    threadsStarted,
                    source);
        }

        private static OptionalLong sum(OptionalLong a, OptionalLong b) {
            return a.isEmpty() && b.isEmpty() ? a : OptionalLong.of(a.orElse(0) + b.orElse(0));
        }

        ProcessAccount.Sample sample(PidStat.Key key, List<ProcessAccount.Sample> living) {
            PidStat first = living.getFirst().stat();
            OptionalLong resident = OptionalLong.empty();
            int threads = 0;
            for (ProcessAccount.Sample each : living) {
                threads += each.stat().threads();
                resident = sum(resident, each.residentBytes());
            }
            PidStat stat = new PidStat(
                    key, first.name(), first.state(), minor, major, ProcessUse.NOTHING, cpuNanos, threads, 0);
            SwitchTotals totals = new SwitchTotals(cpuNanos, voluntary, involuntary, waitedNanos, source);
            return new ProcessAccount.Sample(stat, totals, resident, threadsStarted);
        }
    }
}
