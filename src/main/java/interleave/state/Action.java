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
    /** Shows the claims of the lab, or the workloads again. */
    CLAIMS,
    /** Tests the selected claim. */
    CLAIM,
    /** Tests all claims that have no verdict yet. */
    ALL_CLAIMS,
    /** All processes, to choose which are watched; or the workloads again. */
    PROCESSES,
    /** The threads of the watched processes, or the workloads again. */
    THREADS,
    /** The threads of the whole machine, or the workloads again. */
    MACHINE_THREADS,
    /** The next order of a list. */
    ORDER,
    /** Type a part of a name that a list is narrowed to. */
    FILTER,
    /** Keep the histories of the selected thread or pool. */
    FOLLOW,
    /** Ask the JVM of the selected thread for the names of its threads. */
    NAMES,
    /** Open or close what is selected in a list. */
    OPEN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    /** The machine alone, or the workloads beside it again. */
    MONITOR,
    /** Takes runs that are over off the table. */
    CLEAR,
    /** The headline's number in large digits, where there is room, or not. */
    LARGE,
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
