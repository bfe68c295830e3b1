package interleave.state;

/** What fills the screen between header and footer. */
public enum View {
    /** The machine, the workloads with a key or a run, and the selected one at length. */
    DASHBOARD,
    /** Every task under every execution model. */
    MATRIX,
    /** The machine alone, for a pane beside other work. */
    MONITOR,
    /** What has run under which settings. */
    STEPS
}
