package interleave.state;

/** Something a key can ask for. */
public enum Action {
    TOGGLE,
    UP,
    DOWN,
    TOGGLE_SELECTED,
    MORE,
    LESS,
    STOP_ALL,
    PAUSE,
    FASTER,
    SLOWER,
    HELP,
    REPAINT,
    SUSPEND,
    QUIT
}
