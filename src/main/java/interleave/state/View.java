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
    STEPS
}
