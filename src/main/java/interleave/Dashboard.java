package interleave;

/** The monitor: wires all parts together and owns their lifetimes. */
public final class Dashboard {
    private Dashboard() {}

    /** Runs until it is told to quit, and gives the exit status. */
    public static int run(Settings settings) {
        System.err.println("interleave: the monitor is not built yet");
        return 2;
    }
}
