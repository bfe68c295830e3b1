package interleave.panel;

import interleave.metric.ProcessTable;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.PickerLook;
import interleave.state.PickerRows;
import interleave.state.State;
import java.util.List;

/** The selected process in a sentence, with what its line has no room for. */
final class PickerSentence {
    private PickerSentence() {}

    static String of(State state, Symbols symbols) {
        PickerLook look = PickerPanel.look(state);
        List<ProcessTable.Row> rows =
                PickerRows.of(state.shown().readings().closeup().processes(), look);
        if (rows.isEmpty()) return "";
        ProcessTable.Row row = rows.get(PickerRows.selected(rows, look));
        boolean watched =
                state.shown().readings().closeup().watched().contains(row.id().pid());
        String between = " " + symbols.mark(Mark.SEPARATOR) + " ";
        String does = watched ? "watched; enter ends that" : "enter watches it";
        String remark = row.remark().isEmpty() ? "" : between + row.remark();
        String command = row.command().isEmpty() ? "" : between + Text.cells(row.command());
        return Text.cells(row.name()) + " (" + row.id().pid() + ")" + remark + between + does + command;
    }
}
