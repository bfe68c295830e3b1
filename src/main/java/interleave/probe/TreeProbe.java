package interleave.probe;

import static interleave.metric.Reading.Why.STALE;

import interleave.kernel.FollowedTree;
import interleave.kernel.Freezer;
import interleave.kernel.ProcessAccount;
import interleave.kernel.TreeAccount;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A command with all that came of it, as if it were one process. One thread. */
final class TreeProbe implements Watched {
    static final String STARTING = "starting";

    private final Supplier<WatchedCommand> command;
    private final TreeAccount account;
    private final Ticker ticker;
    private final Path proc;
    private final Path sys;
    private Optional<Freezer> freezer = Optional.empty();
    private Optional<ProcessAccount.Sample> last = Optional.empty();
    private long lastNanos;
    private Optional<ProcessReadings> shown = Optional.empty();

    TreeProbe(
            Path proc,
            Path sys,
            Supplier<WatchedCommand> command,
            IntFunction<ProcessAccount> accounts,
            Ticker ticker) {
        this.proc = proc;
        this.sys = sys;
        this.command = command;
        int guard = command.get().guard();
        this.account = new TreeAccount(
                FollowedTree.of(proc, guard)::members, accounts, Optional.of(proc.resolve(String.valueOf(guard))));
        this.ticker = ticker;
    }

    @Override
    public ProcessReadings tick() {
        if (shown.isPresent() && shown.get().over()) return shown.get();
        WatchedCommand now = command.get();
        ProcessReadings next = now.over() ? ended(now) : look(now);
        shown = Optional.of(next);
        if (next.over()) account.close();
        return next;
    }

    /** The processes behind the row of that number, at the last tick; empty if it is not this one's row. */
    List<Integer> processes(int pid) {
        boolean its = shown.isPresent() && shown.get().id().pid() == pid;
        return its ? account.processes() : List.of();
    }

    private ProcessReadings look(WatchedCommand now) {
        long nanos = ticker.nanos();
        Optional<TreeAccount.Sample> sample = account.read();
        // It has no process yet, or all have ended and it has not been said how.
        if (sample.isEmpty()) return shown.filter(before -> last.isPresent()).orElseGet(() -> unknown(now, STARTING));
        ProcessReadings derived =
                ProcessProbe.derive(last, sample.get().sum(), last.isPresent() ? nanos - lastNanos : 0);
        last = Optional.of(sample.get().sum());
        lastNanos = nanos;
        if (freezer.isEmpty())
            freezer = Optional.of(new Freezer(proc, sys, derived.id().pid()));
        derived = ProcessProbe.frozenOrNot(derived, freezer.get());
        boolean exact = derived.source().exact() && sample.get().whole();
        return new ProcessReadings(
                derived.id(),
                name(now, sample.get().processes()),
                now.told().or(derived::remark),
                false,
                new ProcessReadings.Source(source(derived.source().words()), exact),
                derived.values());
    }

    /** Its own name, and how many processes it is where it is several. */
    private static String name(WatchedCommand now, int processes) {
        String name = Names.clean(now.name());
        return processes == 1 ? name : name + " (" + processes + " processes)";
    }

    static String source(String words) {
        return "over all processes that it started; of each: " + words;
    }

    private ProcessReadings ended(WatchedCommand now) {
        String how = now.told().orElse(ProcessProbe.ENDED);
        return new ProcessReadings(
                shown.map(ProcessReadings::id).orElse(new ProcessReadings.Id(now.pid(), 0)),
                Names.clean(now.name()),
                Optional.of(how),
                true,
                shown.map(ProcessReadings::source).orElse(ProcessReadings.Source.UNKNOWN),
                ProcessReadings.all(Reading.absent(STALE, how)));
    }

    private ProcessReadings unknown(WatchedCommand now, String why) {
        return new ProcessReadings(
                new ProcessReadings.Id(now.pid(), 0),
                Names.clean(now.name()),
                Optional.of(why),
                false,
                ProcessReadings.Source.UNKNOWN,
                ProcessReadings.all(Reading.WARMING_UP));
    }
}
