package interleave.panel;

import interleave.screen.Rect;
import interleave.screen.Size;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.View;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;

/**
 * Which panel stands where. Pure: depends on the size, and on how many workloads and cores there are to show.
 *
 * @param all in the order in which they are drawn
 */
record Arrangement(List<Placed> all) implements OnScreen {
    private static final int FRAMES_COLUMNS = 76;
    private static final int LEAST_DETAIL = 10;
    private static final int LEAST_MACHINE = 7;
    /** The lines that a run's numbers have beside one in large digits, and those that the machine has before them. */
    private static final int MOST_WITH_LARGE = 15;

    private static final int HALF = 15;
    /** Lines that the machine keeps beside a number in large digits. */
    private static final int WITH_LARGE = 9;
    /** From this width on the matrix and what is selected in it may stand in frames. */
    private static final int FRAMED_MATRIX = 100;
    /** Lines for the selected workload in a few words. */
    private static final int LEAST_CELL = 3;

    private static final int MOST_CELL = 7;
    /** The same with a frame. */
    private static final int FRAMED_CELL = 5;
    /** Lines for the machine in frames one above the other. */
    private static final int STACK = 12;

    private static final int MOST_STACK = 20;
    /** From this height on the matrix leaves room for the verdict and the monitor's own cost. */
    static final int TALL = 20;

    /** From this height on a list in a frame leaves room for the sentence about its selected row. */
    private static final int LIST = 16;

    /** From this height on there is room for a frame around the processes. */
    private static final int ROOMY = 30;

    /** From this height on claims leave room for the machine. */
    private static final int WITH_MACHINE = 36;

    /** Rows for the histories of what is followed, with its frame, and where there is little room. */
    private static final int FOLLOWED = 8;

    private static final int FOLLOWED_BRIEF = 2;

    /** @param framed whether it stands in a frame with its title */
    record Placed(Panel panel, Rect place, boolean framed) {}

    static Arrangement of(Size size, State state) {
        return new Arrangement(placed(size, state));
    }

    private static List<Placed> placed(Size size, State state) {
        Rect all = Rect.of(size);
        if (size.columns() < TooSmallPanel.LEAST_COLUMNS || size.rows() < TooSmallPanel.LEAST_ROWS)
            return List.of(new Placed(Panels.TOO_SMALL, all, false));
        int watched = state.shown().readings().processes().size();
        if (watched > 0) return watching(all, state, watched);
        return unwatched(all, state);
    }

    private static List<Placed> unwatched(Rect all, State state) {
        if (state.view() == View.MATRIX) return matrix(all, state);
        if (state.view() == View.MONITOR) return monitor(all, state);
        if (state.view() == View.LAB) return claims(all, state);
        if (state.view() == View.STEPS) return list(all, Panels.STEPS, false);
        if (state.view() == View.PROCESSES) return list(all, Panels.PICKER, false);
        if (state.view() == View.THREADS)
            return list(
                    all, Panels.THREAD_TABLE, state.shown().trends().followed().isPresent());
        int table = Math.min(WorkloadsPanel.keyed(state.shown()) + 1, fewest(state)) + 3;
        int lines = FooterPanel.rows(all) + 2;
        boolean framed = all.columns() >= FRAMES_COLUMNS && all.rows() >= table + lines + 5;
        return framed ? framed(all, state) : plain(all, state);
    }

    /** Lines of a table that has no more of them than it must. */
    private static int fewest(State state) {
        Scene scene = state.shown();
        int all = scene.lines().length + 2;
        return WorkloadsPanel.anyRun(scene) ? Math.min(all, WorkloadsPanel.foldedRows(state)) : all;
    }

    /** As without processes on a screen that is so much lower, with them above what stands at its foot. */
    private static List<Placed> watching(Rect all, State state, int watched) {
        int lines = Math.min(watched, Math.max(1, all.rows() / 6));
        boolean framed = all.columns() >= FRAMES_COLUMNS && all.rows() >= ROOMY;
        int rows = lines + (framed ? 3 : 1);
        List<Placed> lower = unwatched(all.top(all.rows() - rows), state);
        int foot = all.rows() - rows;
        for (Placed each : lower)
            if (atFoot(each)) foot = Math.min(foot, each.place().row());
        List<Placed> placed = new ArrayList<>();
        for (Placed each : lower)
            placed.add(atFoot(each) ? new Placed(each.panel(), each.place().down(rows), each.framed()) : each);
        placed.add(new Placed(Panels.PROCESSES, all.below(foot).top(rows), framed));
        return placed;
    }

    private static boolean atFoot(Placed placed) {
        return placed.panel() == Panels.VERDICT || placed.panel() == Panels.FOOTER;
    }

    @Override
    public int rows(String panel) {
        for (Placed placed : all)
            if (placed.panel().name().equals(panel)) return placed.place().rows();
        return 0;
    }

    /** Without frames: a line or two for each thing, the table, and what is selected where there is room for it. */
    private static List<Placed> plain(Rect all, State state) {
        List<Placed> placed = new ArrayList<>();
        int body = all.rows() - 2;
        int least = fewest(state);
        int verdict = Math.clamp(body - 2 - least + 1, 0, 2);
        int spare = body - verdict - 2 - least;
        int machine = spare >= LEAST_CELL + 1 + STACK - 2 ? Math.min(MOST_STACK, spare - LEAST_CELL - 1 + 2) : 2;
        int left = body - verdict - machine - least;
        int blank = machine == 2 && left > 1 ? 1 : 0;
        int most = state.shown().lines().length + 2;
        int cell = Math.min(MOST_CELL, left - blank) >= LEAST_CELL ? Math.min(MOST_CELL, left - blank) : 0;
        int table = body - verdict - machine - blank - cell;
        if (cell > 0 && table < most) {
            int more = Math.min(most - table, Math.max(0, cell - LEAST_CELL));
            cell -= more;
            table += more;
        }
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        int row = 1;
        if (machine == 2) placed.add(new Placed(Panels.BRIEF, all.below(row).top(2), false));
        else stacked(placed, all.below(row).top(machine));
        row += machine + blank;
        placed.add(new Placed(Panels.WORKLOADS, all.below(row).top(table), false));
        row += table;
        if (cell > 0) placed.add(new Placed(Panels.CELL, all.below(row).top(cell), false));
        row += cell;
        if (verdict > 0) placed.add(new Placed(Panels.VERDICT, all.below(row).top(verdict), false));
        placed.add(new Placed(Panels.FOOTER, all.below(all.rows() - 1), false));
        return placed;
    }

    /**
     * The machine above, the table, and what is selected beneath it: at length, in a few lines, or not at all. Where
     * there is no room for all of the table, what is idle shares a line of it.
     */
    private static List<Placed> framed(Rect all, State state) {
        List<Placed> placed = new ArrayList<>();
        int footer = FooterPanel.rows(all);
        int whole = state.shown().lines().length + 4;
        int verdict = verdict(state, all.rows() - 1 - footer - whole);
        int body = all.rows() - 1 - verdict - footer;
        int machine = Math.max(LEAST_MACHINE, body - whole - 2 * LEAST_DETAIL - 2 >= 0 ? LEAST_DETAIL + 2 : 0);
        boolean folds = body - whole - machine < LEAST_DETAIL && WorkloadsPanel.anyRun(state.shown());
        int table = Math.min(folds ? Math.min(whole, fewest(state) + 2) : whole, body - machine);
        int rest = body - table - machine;
        int detail = rest >= LEAST_DETAIL ? Math.min(17, (rest + machine) * 9 / 20) : rest >= FRAMED_CELL ? rest : 0;
        if (rest >= LEAST_DETAIL) detail = Math.max(detail, Math.min(LEAST_DETAIL + 1, rest));
        if (verdict > 1) detail = besideLarge(rest + machine);
        boolean brief = detail > 0 && detail < LEAST_DETAIL;
        int top = body - table - detail;
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        machine(placed, all.below(1).top(top), CoresPanel.cores(state).size());
        placed.add(new Placed(Panels.WORKLOADS, all.below(1 + top).top(table), true));
        if (detail > 0)
            placed.add(new Placed(
                    brief ? Panels.CELL : Panels.DETAIL,
                    all.below(1 + top + table).top(detail),
                    true));
        foot(placed, all, verdict, footer);
        return placed;
    }

    /** With the headline's number in large digits where only graphs get lower for it: the numbers of a run stay. */
    private static int verdict(State state, int rows) {
        int spare = rows - VerdictPanel.LARGE - LEAST_DETAIL - 1 - WITH_LARGE;
        boolean large = spare >= 0 && state.look().large() && anyNumbers(state.shown());
        return large ? VerdictPanel.LARGE + Math.min(1, spare) : 1;
    }

    private static boolean anyNumbers(Scene scene) {
        for (WorkloadCell slot : scene.slots()) if (slot.run().isPresent() && !RunWords.failed(slot)) return true;
        return false;
    }

    /** The lines of what is selected beside a large number: first those of its numbers, then of the machine's. */
    private static int besideLarge(int rows) {
        int least = Math.min(LEAST_DETAIL + 1, rows - WITH_LARGE);
        return Math.max(least, Math.min(rows - HALF, MOST_WITH_LARGE));
    }

    /** All of the room for a list, what is followed of it beneath it, and the headline. */
    private static List<Placed> list(Rect all, Panel panel, boolean follows) {
        boolean narrow = all.columns() < FRAMES_COLUMNS;
        boolean small = all.rows() < TALL;
        int footer = narrow ? 1 : FooterPanel.rows(all);
        int verdict = all.rows() < (narrow ? TALL : LIST) ? 0 : 1;
        Rect body = all.below(1).top(all.rows() - 1 - verdict - footer);
        List<Placed> placed = new ArrayList<>();
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        int followed = !follows ? 0 : small || narrow ? FOLLOWED_BRIEF : FOLLOWED;
        placed.add(new Placed(panel, body.top(body.rows() - followed), !narrow));
        if (follows) placed.add(new Placed(Panels.FOLLOWED, body.below(body.rows() - followed), !narrow && !small));
        foot(placed, all, verdict, footer);
        return placed;
    }

    /** The headline, if there is room for it, and the keys. */
    private static void foot(List<Placed> placed, Rect all, int verdict, int footer) {
        int row = all.rows() - footer;
        if (verdict > 0)
            placed.add(new Placed(Panels.VERDICT, all.below(row - verdict).top(verdict), false));
        placed.add(new Placed(Panels.FOOTER, all.below(row), false));
    }

    /** The claims, with the machine above them where there is room for both. */
    private static List<Placed> claims(Rect all, State state) {
        List<Placed> list = list(all, Panels.CLAIMS, false);
        if (all.columns() < FRAMES_COLUMNS || all.rows() < WITH_MACHINE) return list;
        List<Placed> placed = new ArrayList<>();
        Rect body = all.below(1);
        for (Placed each : list)
            placed.add(
                    each.panel() == Panels.CLAIMS
                            ? new Placed(each.panel(), each.place().below(LEAST_MACHINE + 1), each.framed())
                            : each);
        machine(placed, body.top(LEAST_MACHINE + 1), CoresPanel.cores(state).size());
        return placed;
    }

    /** The machine alone: side by side, one above the other in a narrow pane, or in two lines. */
    private static List<Placed> monitor(Rect all, State state) {
        List<Placed> placed = new ArrayList<>();
        boolean small = all.rows() < TALL;
        boolean narrow = all.columns() < FRAMES_COLUMNS;
        int footer = narrow ? 1 : FooterPanel.rows(all);
        int verdict = small ? 0 : 1;
        Rect body = all.below(1).top(all.rows() - 1 - verdict - footer);
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        if (!narrow) machine(placed, body, CoresPanel.cores(state).size());
        else stacked(placed, body);
        foot(placed, all, verdict, footer);
        return placed;
    }

    /** The cores above, switches and threads beneath them side by side. */
    private static void stacked(List<Placed> placed, Rect band) {
        int cores = Math.max(4, band.rows() * 2 / 5);
        Rect below = band.below(cores);
        int half = (band.columns() + 1) / 2;
        placed.add(new Placed(Panels.CORES, band.top(cores), true));
        placed.add(new Placed(Panels.SWITCHES, below.left(half), true));
        placed.add(new Placed(Panels.THREADS, below.rightOf(half), true));
    }

    /** The matrix with the selected cell beneath it: in a frame with its histories, or in a few words. */
    private static List<Placed> matrix(Rect all, State state) {
        List<Placed> placed = new ArrayList<>();
        int footer = FooterPanel.rows(all);
        int verdict = all.rows() < TALL ? 0 : 1;
        Rect body = all.below(1).top(all.rows() - 1 - verdict - footer);
        int tasks = state.setup().menu().matrix().tasks().size();
        boolean framed = body.columns() >= FRAMED_MATRIX && body.rows() >= tasks + 2 * MatrixLayout.OPEN + LEAST_DETAIL;
        int table = framed
                ? Math.min(body.rows() - LEAST_DETAIL, MatrixLayout.OPEN * tasks + 3)
                : body.rows() - (verdict > 0 ? LEAST_CELL : LEAST_CELL - 1);
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        placed.add(new Placed(Panels.MATRIX, body.top(table), framed));
        placed.add(new Placed(framed ? Panels.DETAIL : Panels.CELL, body.below(table), framed));
        foot(placed, all, verdict, footer);
        return placed;
    }

    /** Cores, switches and threads side by side; many cores get more of it. */
    private static void machine(List<Placed> placed, Rect band, int cores) {
        int width = band.columns();
        int threads = Math.clamp(width * 26 / 100, 24, 44);
        int forCores = cores > 16 ? (width - threads) * 6 / 10 : (width - threads) / 2;
        placed.add(new Placed(Panels.CORES, band.left(forCores), true));
        placed.add(new Placed(Panels.SWITCHES, band.rightOf(forCores).left(width - threads - forCores), true));
        placed.add(new Placed(Panels.THREADS, band.rightOf(width - threads), true));
    }

    /** The help lies over the middle of the screen, or over all of a small one. */
    static Rect help(Size size) {
        int columns = Math.min(size.columns(), 118);
        int rows = Math.min(size.rows(), 46);
        return new Rect((size.columns() - columns) / 2, (size.rows() - rows) / 2, columns, rows);
    }
}
