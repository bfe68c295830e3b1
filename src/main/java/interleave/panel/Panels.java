package interleave.panel;

/** The catalogue of panels: a new one is a line here, and its place in {@link Arrangement}. */
final class Panels {
    static final Panel HEADER = new HeaderPanel();
    static final Panel BRIEF = new BriefPanel();
    static final Panel CORES = new CoresPanel();
    static final Panel SWITCHES = new SwitchesPanel();
    static final Panel THREADS = new ThreadsPanel();
    static final Panel WORKLOADS = new WorkloadsPanel();
    static final Panel PROCESSES = new ProcessesPanel();
    static final Panel MATRIX = new MatrixPanel();
    static final Panel STEPS = new StepsPanel();
    static final Panel CLAIMS = new ClaimsPanel();
    static final Panel THREAD_TABLE = new ThreadTablePanel();
    static final Panel PICKER = new PickerPanel();
    static final Panel FOLLOWED = new FollowedPanel();
    static final Panel CELL = new CellPanel();
    static final Panel DETAIL = new DetailPanel();
    static final Panel VERDICT = new VerdictPanel();
    static final Panel FOOTER = new FooterPanel();
    static final Panel HELP = new HelpPanel();
    static final Panel TOO_SMALL = new TooSmallPanel();

    private Panels() {}
}
