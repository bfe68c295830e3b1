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
    /** Shows the steps so far, or the workloads again. */
    STEPS,
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
