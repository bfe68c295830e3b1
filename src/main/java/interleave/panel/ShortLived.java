package interleave.panel;

import interleave.metric.HostMetrics;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines for processes as a whole: whom a quota holds back, and whose threads come and go unseen, how many, and how much
 * of the totals is theirs.
 */
final class ShortLived {
    private ShortLived() {}

    static List<String> lines(State state, ThreadTable table, Symbols symbols) {
        List<String> lines = new ArrayList<>();
        for (ThreadTable.Owner owner : table.processes()) {
            if (!owner.remark().isEmpty()) lines.add(Text.cells(owner.name()) + ": " + owner.remark());
            if (!(owner.shortLived() instanceof Reading.Value(double rate)) || rate < 0.5) continue;
            String least = owner.exact() ? "" : String.valueOf(symbols.mark(Mark.AT_LEAST));
            String whose = table.processes().size() > 1 ? " of " + Text.cells(owner.name()) : "";
            lines.add("short-lived" + whose + ": " + least + Numbers.count(rate) + "/s"
                    + (owner.exact() ? "" : ofAll(state, rate)) + beyond(state, table, owner));
        }
        return lines;
    }

    /** The most that it can be, of those who do not tell, where that is more: all that the machine starts. */
    private static String ofAll(State state, double least) {
        double most = state.shown().readings().of(HostMetrics.FORKS_PER_S).orElse(0);
        return most < 1.5 * least ? "" : " (the machine starts " + Numbers.count(most) + "/s)";
    }

    /** The part that no thread above accounts for; empty unless each was looked at in this tick, and all is known. */
    private static String beyond(State state, ThreadTable table, ThreadTable.Owner owner) {
        double switches = 0;
        double cpu = 0;
        for (int i = 0; i < table.all().size(); i++) {
            ThreadReadings thread = table.all().get(i);
            if (!owner.processes().contains(thread.pid())) continue;
            if (table.ageMillis(i) > 0) return "";
            switches += thread.of(ThreadMetrics.SWITCHES_PER_S).orElse(0);
            cpu += thread.of(ThreadMetrics.CPU_PERCENT).orElse(0);
        }
        for (ProcessReadings process : state.shown().readings().processes()) {
            if (process.id().pid() != owner.pid() || !process.source().exact()) continue;
            Reading all = process.of(ProcessMetrics.SWITCHES_PER_S);
            Reading used = process.of(ProcessMetrics.CPU_PERCENT);
            if (!all.present() || !used.present()) return "";
            return ", with " + Numbers.count(Math.max(0, all.orElse(0) - switches)) + " sw/s and "
                    + Numbers.tenths(Math.max(0, used.orElse(0) - cpu)) + " % CPU beyond those above";
        }
        return "";
    }
}
