package interleave.panel;

import interleave.screen.Rect;
import interleave.screen.Size;
import interleave.state.State;
import interleave.state.View;
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
    /** From this width on the matrix and what is selected in it may stand in frames. */
    private static final int FRAMED_MATRIX = 100;
    /** Lines for the selected cell of the matrix. */
    private static final int LEAST_CELL = 3;
    /** From this height on the matrix leaves room for the verdict and the monitor's own cost. */
    private static final int TALL = 20;

    /** From this height on there is room for a frame around the processes. */
    private static final int ROOMY = 30;

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
        int table = WorkloadsPanel.keyed(state.shown()) + 4;
        int lines = all.columns() >= FooterPanel.ONE_LINE ? 3 : 4;
        boolean framed = all.columns() >= FRAMES_COLUMNS && all.rows() >= table + lines + 5;
        return framed ? framed(all, state, table) : plain(all, state);
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

    /** Without frames: a line or two for each thing, and the table with all the rest. */
    private static List<Placed> plain(Rect all, State state) {
        List<Placed> placed = new ArrayList<>();
        int menu = WorkloadsPanel.keyed(state.shown()) + 1;
        int spare = all.rows() - 1 - 2 - menu - 1;
        int verdict = Math.clamp(spare, 0, 2);
        int blank = spare > 3 ? 1 : 0;
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        placed.add(new Placed(Panels.BRIEF, all.below(1).top(2), false));
        int table = all.rows() - 1 - 2 - blank - verdict - 1;
        placed.add(new Placed(Panels.WORKLOADS, all.below(3 + blank).top(table), false));
        if (verdict > 0)
            placed.add(new Placed(Panels.VERDICT, all.below(3 + blank + table).top(verdict), false));
        placed.add(new Placed(Panels.FOOTER, all.below(all.rows() - 1), false));
        return placed;
    }

    /** @param least rows of the table without the lines that runs of workloads without a key add, where there is room */
    private static List<Placed> framed(Rect all, State state, int least) {
        List<Placed> placed = new ArrayList<>();
        int footer = all.columns() >= FooterPanel.ONE_LINE ? 1 : 2;
        int most = all.rows() - 1 - least - 1 - footer;
        int needed = most >= 2 * LEAST_DETAIL + 2 ? 2 * LEAST_DETAIL + 2 : LEAST_MACHINE;
        int more = state.shown().lines().length + 4 - least;
        int table = least + Math.clamp(more, 0, Math.max(0, most - needed));
        int rest = all.rows() - 1 - table - 1 - footer;
        int detail = rest >= 2 * LEAST_DETAIL + 2 ? Math.min(17, rest * 9 / 20) : 0;
        int top = rest - detail;
        placed.add(new Placed(Panels.HEADER, all.top(1), false));
        machine(placed, all.below(1).top(top), CoresPanel.cores(state).size());
        placed.add(new Placed(Panels.WORKLOADS, all.below(1 + top).top(table), true));
        if (detail > 0)
            placed.add(new Placed(Panels.DETAIL, all.below(1 + top + table).top(detail), true));
        placed.add(new Placed(Panels.VERDICT, all.below(1 + rest + table).top(1), false));
        placed.add(new Placed(Panels.FOOTER, all.below(all.rows() - footer), false));
        return placed;
    }

    /** The matrix with the selected cell beneath it: in a frame with its histories, or in a few words. */
    private static List<Placed> matrix(Rect all, State state) {
        List<Placed> placed = new ArrayList<>();
        int footer = all.rows() < TALL ? 1 : all.columns() >= FooterPanel.ONE_LINE ? 1 : 2;
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
        if (verdict > 0)
            placed.add(new Placed(
                    Panels.VERDICT, all.below(all.rows() - footer - 1).top(1), false));
        placed.add(new Placed(Panels.FOOTER, all.below(all.rows() - footer), false));
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
