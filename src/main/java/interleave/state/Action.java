package interleave.state;

/** Something that a key can ask for. */
public enum Action {
    TOGGLE,
    LEFT,
    RIGHT,
    UP,
    DOWN,
    TOGGLE_SELECTED,
    MORE,
    LESS,
    /** Between a closed load and an open one. */
    OTHER_LOAD,
    KNOB,
    /** Ask for a value of what + and - turn. */
    TYPE,
    MATRIX,
    /** Marks the selected cell of the matrix for being measured alone, or not. */
    MARK,
    /** Measures the marked cells alone, one after the other, or stops doing so. */
    ALONE,
    /** Shows the steps so far, or the workloads again. */
    STEPS,
    /** Writes the steps to a file. */
    WRITE,
    /** The machine alone, or the workloads beside it again. */
    MONITOR,
    /** Takes runs that are over off the table. */
    CLEAR,
    BACK,
    STOP_ALL,
    PAUSE,
    FASTER,
    SLOWER,
    HELP,
    REPAINT,
    SUSPEND,
    QUIT
}
