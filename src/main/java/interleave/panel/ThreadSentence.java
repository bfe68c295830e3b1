package interleave.panel;

import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.State;
import interleave.state.ThreadRow;
import interleave.state.ThreadRows;
import interleave.state.ThreadsLook;
import java.util.List;

/** The selected row of threads in a sentence, with what its line has no room for. */
final class ThreadSentence {
    private ThreadSentence() {}

    static String of(State state, Symbols symbols) {
        ThreadTable table = state.shown().readings().closeup().threads();
        ThreadsLook look = ThreadTablePanel.look(state);
        List<ThreadRow> rows = ThreadRows.of(table, look);
        if (rows.isEmpty()) return "";
        ThreadRow row = rows.get(ThreadRows.selected(rows, look));
        String between = " " + symbols.mark(Mark.SEPARATOR) + " ";
        ThreadNames names = ThreadNames.of(state, table);
        ThreadReadings thread = row.busiest();
        StringBuilder words = new StringBuilder(Text.cells(row.name()));
        words.append(" of ").append(names.process(row));
        if (!names.role(row).isEmpty()) words.append(between).append(names.role(row));
        if (row.pool())
            return words.append(between).append(inStates(row, table)).toString();
        String does = names.state(thread);
        words.append(between).append(does);
        if (!does.contains(thread.now().waitsIn()))
            words.append(" in ").append(thread.now().waitsIn());
        words.append(between).append("last on CPU ").append(thread.now().cpu());
        int age = row.ageMillis() / 1000;
        if (age >= ThreadTablePanel.OLD)
            words.append(between).append("looked at ").append(Numbers.age(age)).append(" ago");
        return words.toString();
    }

    /** The number of a pool's threads that run, and that are blocked. */
    private static String inStates(ThreadRow row, ThreadTable table) {
        int run = 0;
        int disk = 0;
        for (ThreadReadings thread : table.all()) {
            boolean member = thread.names().pool().equals(row.key().pool())
                    && (thread.names().kernel() ? 0 : thread.pid()) == row.key().pid();
            if (!member) continue;
            if (thread.now().state() == 'R') run++;
            if (thread.now().state() == 'D') disk++;
        }
        String blocked = disk == 0 ? "" : ", " + disk + " blocked on disk or alike";
        return row.threads() + " threads: " + run + " run or want to" + blocked + "; enter opens it";
    }
}
