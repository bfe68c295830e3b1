package interleave.panel;

import interleave.run.RunStatus;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.List;
import java.util.Optional;

/** The selected workload at length: what to look for, its latencies, and the histories of its numbers. */
final class DetailPanel implements Panel {
    static final String NAME = "selected";

    private static final int TEXT = 64;
    /** The columns of the upper edge that are neither title nor note. */
    private static final int FRAME = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(State state) {
        return slot(state).map(slot -> slot.info().workload().toString()).orElse(name());
    }

    @Override
    public String note(State state) {
        return slot(state)
                .map(slot -> RunWords.settings(
                        state,
                        slot,
                        Symbols.of(state.setup().glyphs()),
                        state.size().columns()
                                - slot.info().workload().toString().length()
                                - FRAME))
                .orElse("");
    }

    private static Optional<WorkloadCell> slot(State state) {
        List<WorkloadCell> slots = state.shown().slots();
        return state.selected() < slots.size() ? Optional.of(slots.get(state.selected())) : Optional.empty();
    }

    /** While it has not run: a run has numbers. */
    @Override
    public List<Object> madeOf(State state) {
        Optional<WorkloadCell> slot = slot(state);
        if (slot.isEmpty() || slot.get().run().isPresent()) return List.of();
        return List.of(slot.get(), state.setup(), state.selected());
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Optional<WorkloadCell> slot = slot(state);
        if (slot.isEmpty()) return;
        int width = Math.min(TEXT, canvas.columns());
        words(slot.get(), state.setup().readOnly(), canvas.clip(new Rect(0, 0, width, canvas.rows())));
        Canvas graphs = canvas.clip(new Rect(width + 3, 0, canvas.columns() - width - 3, canvas.rows()));
        RunGraphs.draw(state.shown(), slot.get(), Paint.run(state.selected()), graphs);
    }

    /** The thing to look for, or the fault; then the numbers, or why there are none. */
    private static void words(WorkloadCell slot, boolean readOnly, Canvas canvas) {
        Optional<String> unproven = slot.run().flatMap(RunView::unproven);
        List<String> words = Text.wrap(
                unproven.isPresent() ? unproven.get() : told(slot),
                canvas.columns(),
                2,
                canvas.symbols().ellipsis());
        for (int i = 0; i < words.size(); i++)
            canvas.text(0, i, words.get(i), unproven.isPresent() ? Ink.BAD : Ink.PLAIN);
        int above = canvas.rows() > 10 ? 3 : 2;
        Canvas below = canvas.clip(new Rect(0, above, canvas.columns(), canvas.rows() - above));
        if (slot.run().isEmpty()) start(slot, readOnly, below);
        else if (slot.run().get().status().reason().isPresent()) failure(slot, readOnly, below);
        else RunFigures.draw(slot.run().get(), below);
    }

    /** The last that its run had to say; else what to look for. */
    // start-up: without a lambda.
    static String told(WorkloadCell slot) {
        return slot.remark().isPresent() ? Text.cells(slot.remark().get().words()) : slot.shows();
    }

    private static void start(WorkloadCell slot, boolean readOnly, Canvas canvas) {
        if (slot.info().unavailable().isPresent()) {
            canvas.fit(0, 0, canvas.columns(), slot.info().unavailable().get(), Ink.NOTICE);
            return;
        }
        if (readOnly) {
            canvas.text(0, 0, "read-only: nothing is started here", Ink.FAINT);
            return;
        }
        String key = slot.key().map(k -> k + " or enter").orElse("enter");
        int column = canvas.text(0, 0, "press ", Ink.FAINT);
        column = canvas.bold(column, 0, key, Ink.KEY);
        canvas.text(column, 0, " to start it, " + Paint.load(slot.load()), Ink.FAINT);
    }

    private static void failure(WorkloadCell slot, boolean readOnly, Canvas canvas) {
        RunStatus status = slot.run().orElseThrow().status();
        String log = status.log().map(file -> "log " + Text.cells(file)).orElse("");
        String reason = Text.cells(status.reason().orElseThrow());
        int width = Math.max(1, canvas.columns());
        int room = Math.max(1, canvas.rows() - Math.ceilDiv(log.length(), width) - 1);
        int row = 0;
        for (String line : Text.wrap(reason, width, room, canvas.symbols().ellipsis()))
            canvas.text(0, row++, line, Ink.BAD);
        // In full, however many lines that takes: of a name that is cut off nobody can tell where it ends.
        for (String line : Text.cut(log, width)) canvas.text(0, row++, line, Ink.FAINT);
        if (readOnly) return;
        String key = slot.key().map(k -> k + " or enter").orElse("enter");
        canvas.text(canvas.bold(0, row, key, Ink.KEY), row, " starts it again", Ink.FAINT);
    }
}
