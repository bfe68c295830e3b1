package interleave.state;

/** The content of the screen between header and footer. */
public enum View {
    /** The machine, the workloads with a key or a run, and the selected one at length. */
    DASHBOARD,
    /** Every task under every execution model. */
    MATRIX,
    /** The machine alone, for a pane beside other work. */
    MONITOR,
    /** The steps so far: each run under each of its settings. */
    STEPS,
    /** Threads of the watched processes or of the machine. */
    THREADS,
    /** All processes, to choose which are watched. */
    PROCESSES,
    /** The claims of the lab, with their verdicts. */
    LAB;

    /** True if workloads can be seen in it, so that keys for the selected one hold. */
    public boolean ofWorkloads() {
        return this == DASHBOARD || this == MATRIX;
    }

    /** True if it is a list of things that are not ours, with an order, a filter and a selected row. */
    public boolean list() {
        return this == THREADS || this == PROCESSES;
    }
}
