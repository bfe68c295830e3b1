package interleave.panel;

import static interleave.screen.Columns.Shape.left;
import static interleave.screen.Columns.Shape.right;

import interleave.screen.Columns;
import interleave.screen.Columns.Shape;
import interleave.state.PickerLook;
import java.util.List;

/** A column of the table of all processes. */
enum PickerColumn implements Columns.Column {
    PID(right("pid", 7).dropped(5)),
    NAME(left("process", 15).downTo(8).upTo(24)),
    CPU(right("CPU %", 5).upTo(7)),
    SWITCHES(right("sw/s", 6).upTo(8)),
    THREADS(right("threads", 7).upTo(8).dropped(4)),
    COMMAND(left("command", 18).upTo(140).dropped(6));

    static final List<PickerColumn> ALL = List.of(values());

    private final Shape shape;

    PickerColumn(Shape shape) {
        this.shape = shape;
    }

    boolean orders(PickerLook.Order order) {
        return switch (order) {
            case CPU -> this == CPU;
            case SWITCHES -> this == SWITCHES;
            case THREADS -> this == THREADS;
            case NAME -> this == NAME;
        };
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
