package interleave.wire;

/** One line from the guard of a command of the user's to the one who asked for it. */
public sealed interface CommandNews {
    /**
     * It runs.
     *
     * @param pid of the program itself
     * @param log where its output goes; empty if no file could be made
     */
    record Started(int pid, String log) implements CommandNews {}

    /**
     * Its output is lost, or some of it from now on, for this reason.
     *
     * @param why ends with the folder where no file could be made
     */
    record Unlogged(String why) implements CommandNews {}

    /** It could not be started, for this reason. */
    record Failed(String words) implements CommandNews {}

    /**
     * The program itself has ended.
     *
     * @param status of the exit; of one that a signal ended, nothing
     * @param signal that ended it; 0 if it exited
     * @param left how many processes of its tree go on
     */
    record Ended(int status, int signal, int left) implements CommandNews {}

    /** Nothing of it is left. All of them together used that, by what {@code wait4} said of each. */
    record Gone(long cpuMicros, long voluntary, long involuntary) implements CommandNews {}
}
