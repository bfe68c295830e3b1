package interleave.panel;

import interleave.screen.Columns;
import interleave.state.PickerLook;
import java.util.List;

/** A column of the table of all processes: its width, and its place in the order of being dropped. */
enum PickerColumn implements Columns.Column {
    PID("pid", 7, 7, 5),
    NAME("process", 15, 24, 0),
    CPU("CPU %", 5, 7, 0),
    SWITCHES("sw/s", 6, 8, 0),
    THREADS("threads", 7, 8, 4),
    COMMAND("command", 18, 140, 6);

    static final List<PickerColumn> ALL = List.of(values());

    final String title;
    private final int width;
    private final int widest;
    private final int dropped;

    PickerColumn(String title, int width, int widest, int dropped) {
        this.title = title;
        this.width = width;
        this.widest = widest;
        this.dropped = dropped;
    }

    boolean orders(PickerLook.Order order) {
        return switch (order) {
            case CPU -> this == CPU;
            case SWITCHES -> this == SWITCHES;
            case THREADS -> this == THREADS;
            case NAME -> this == NAME;
        };
    }

    /** True if it begins at the left edge of its place. */
    boolean left() {
        return this == NAME || this == COMMAND;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int least() {
        return this == NAME ? 8 : width;
    }

    @Override
    public int widest() {
        return widest;
    }

    @Override
    public int dropped() {
        return dropped;
    }
}
