package interleave.probe;

import interleave.kernel.PidStat;
import interleave.kernel.ProcessAccount;
import interleave.kernel.ProcessFiles;
import interleave.kernel.ProcessSlices;
import interleave.kernel.Reason;
import interleave.kernel.Unreadable;
import interleave.metric.ProcessReadings;
import interleave.metric.ProcessTable;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All processes of the machine, as long as somebody chooses among them. One thread. */
final class ProcessPicker {
    /** As it was looked at last. */
    private record Seen(PidStat stat, long nanos, String command) {}

    private final ProcessFiles files;
    private final BusiestProcesses switches;
    private final Ticker ticker;
    private final Map<Integer, Seen> seen = new HashMap<>();
    private List<ProcessTable.Row> last = List.of();

    ProcessPicker(Path proc, Ticker ticker) {
        this.ticker = ticker;
        files = new ProcessFiles(proc);
        switches = new BusiestProcesses(new ProcessSlices(proc), BusiestProcesses.NOBODY, ticker);
    }

    /** @param watched those that are watched, of which some may have ended */
    ProcessTable tick(Optional<ProcessAccount.Exact> exact, List<ProcessReadings> watched) {
        switches.look(exact);
        List<Integer> pids;
        try {
            pids = files.pids();
        } catch (Unreadable e) {
            return new ProcessTable(last, true, e.reason());
        }
        List<ProcessTable.Row> rows = new ArrayList<>();
        for (ProcessReadings process : watched) if (process.over()) rows.add(over(process));
        Set<Integer> there = new HashSet<>();
        for (int pid : pids) {
            there.add(pid);
            row(pid).ifPresent(rows::add);
        }
        seen.keySet().retainAll(there);
        last = List.copyOf(rows);
        return new ProcessTable(last, true);
    }

    private static ProcessTable.Row over(ProcessReadings process) {
        String how = process.remark().orElse(ProcessProbe.ENDED);
        Reading none = Reading.absent(Reading.Why.STALE, how);
        return new ProcessTable.Row(process.id(), process.name(), "", how, 0, none, none, true);
    }

    private Optional<ProcessTable.Row> row(int pid) {
        try {
            long now = ticker.nanos();
            Optional<PidStat> stat = files.stat(pid);
            if (stat.isEmpty()) return Optional.empty();
            Optional<Seen> before = Optional.ofNullable(seen.get(pid))
                    .filter(known -> known.stat().key().equals(stat.get().key()));
            String command = before.isPresent() ? before.get().command() : Names.clean(files.command(pid));
            seen.put(pid, new Seen(stat.get(), now, command));
            return Optional.of(row(before, stat.get(), now, command));
        } catch (IOException e) {
            Reading unknown = Reading.absent(Reading.Why.UNSUPPORTED, Reason.of(e));
            ProcessReadings.Id id = new ProcessReadings.Id(pid, 0);
            String why = e instanceof Unreadable unreadable ? unreadable.reason() : Reason.of(e);
            return Optional.of(
                    new ProcessTable.Row(id, "", "", "cannot be looked at: " + why, 0, unknown, unknown, true));
        }
    }

    private ProcessTable.Row row(Optional<Seen> before, PidStat stat, long now, String command) {
        Reading cpu = before.map(past -> Rates.timePercent(past.stat().cpuNanos(), stat.cpuNanos(), now - past.nanos()))
                .orElse(Reading.WARMING_UP);
        int pid = stat.key().pid();
        return new ProcessTable.Row(
                new ProcessReadings.Id(pid, stat.key().startTicks()),
                Names.clean(stat.name()),
                command,
                ProcessProbe.remark(stat).orElse(""),
                stat.threads(),
                cpu,
                switches.rate(pid),
                switches.exact(pid));
    }
}
