package interleave.panel;

import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.LargeText;
import interleave.screen.Rect;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.State;
import interleave.state.View;
import interleave.state.WorkloadCell;
import java.util.List;
import java.util.Optional;

/**
 * One plain sentence that compares what runs, where there is room beside its number in large digits; for some seconds,
 * what was just refused or failed.
 */
final class VerdictPanel implements Panel {
    static final String NAME = "verdict";

    /** Rows with large digits; one more parts them from the keys. */
    static final int LARGE = LargeText.ROWS;

    private static final int GAP = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        int margin = margin(canvas.columns());
        if (canvas.rows() >= LARGE) {
            large(state, others, canvas.clip(new Rect(margin, 0, canvas.columns() - 2 * margin, LargeText.ROWS)));
            return;
        }
        int room = canvas.columns() - 2 * margin;
        String remark = remark(state, others, room, canvas.symbols().ellipsis());
        Optional<WorkloadCell> told = toldHere(state, others);
        if (remark.isEmpty() && told.isPresent()) {
            int column =
                    canvas.bold(margin, 0, Paint.key(told.get(), state.setup().readOnly()) + " ", Ink.KEY);
            PlanLine.draw(told.get().run().orElseThrow(), canvas, column, 0);
            return;
        }
        if (remark.isEmpty() && state.view().list()) {
            String selected = state.view() == View.THREADS
                    ? ThreadSentence.of(state, canvas.symbols())
                    : PickerSentence.of(state, canvas.symbols());
            canvas.fit(margin, 0, room, selected, Ink.STRONG);
            return;
        }
        List<String> lines = remark.isEmpty()
                ? longest(
                        Headlines.of(state, canvas.symbols().micro()), canvas.clip(new Rect(0, 0, room, canvas.rows())))
                : lines(state, remark, room, canvas.rows(), canvas.symbols().ellipsis());
        for (int i = 0; i < lines.size(); i++)
            canvas.text(margin, i, lines.get(i), remark.isEmpty() ? Ink.STRONG : Ink.NOTICE);
    }

    /** The number at the left, what it is and the whole sentence beside it. */
    private static void large(State state, OnScreen others, Canvas canvas) {
        Headline headline = Headlines.of(state, canvas.symbols().micro());
        int columns = LargeText.columns(headline.figure());
        int from = columns == 0 || 2 * columns > canvas.columns() ? 0 : columns + GAP;
        if (from > 0) LargeText.draw(canvas, 0, 0, headline.figure(), Ink.PLAIN);
        Canvas beside = canvas.clip(new Rect(from, 0, canvas.columns() - from, canvas.rows()));
        char ellipsis = canvas.symbols().ellipsis();
        String remark = remark(state, others, beside.columns(), ellipsis);
        Canvas below = from == 0 ? beside : beside.clip(new Rect(0, 1, beside.columns(), beside.rows() - 1));
        List<String> lines = remark.isEmpty()
                ? longest(headline, below)
                : Text.wrap(remark, below.columns(), below.rows(), ellipsis);
        if (from > 0) beside.fit(0, 0, beside.columns(), headline.caption(), Ink.FAINT);
        for (int i = 0; i < lines.size(); i++)
            below.text(0, i, lines.get(i), remark.isEmpty() ? Ink.STRONG : Ink.NOTICE);
    }

    /** The selected one where its plan is told nowhere else: that comes before its cost. */
    private static Optional<WorkloadCell> toldHere(State state, OnScreen others) {
        if (others.shows(DetailPanel.NAME) || others.shows(CellPanel.NAME)) return Optional.empty();
        return state.selectedSlot()
                .filter(slot -> slot.live() && slot.run().orElseThrow().planned());
    }

    /**
     * The remark that is more urgent than a comparison; empty if none is. Of the name of a log the end fits into any
     * room.
     */
    static String remark(State state, OnScreen others, int room, char ellipsis) {
        if (state.look().entry().isPresent()) return Prompt.words(state);
        if (state.notice().isPresent()) return Text.cells(state.notice().get().words());
        if (state.alone().goesOn()) return longest(AloneWords.progress(state), room);
        if (state.selectedSlot().isEmpty() || others.shows(DetailPanel.NAME)) return "";
        WorkloadCell slot = state.selectedSlot().get();
        Optional<String> unproven = slot.run().flatMap(RunView::unproven);
        if (unproven.isPresent() && state.view() == View.DASHBOARD)
            return slot.info().workload() + " " + unproven.get();
        Optional<String> log = slot.run()
                .map(RunView::status)
                .filter(failed -> failed.phase() == Phase.FAILED)
                .flatMap(RunStatus::log);
        return log.isEmpty() ? "" : named(slot, Text.cells(log.get()), room, ellipsis);
    }

    /**
     * The rest of a notice beyond the verdict's lines, which the keys make room for as long as it stands: what would be
     * right comes last in it. Empty if nothing.
     */
    static String rest(State state, OnScreen others, int columns, char ellipsis) {
        if (state.notice().isEmpty()) return "";
        int rows = others.rows(NAME);
        List<String> lines =
                lines(state, remark(state, others, 0, ellipsis), columns - 2 * margin(columns), rows, ellipsis);
        return lines.size() > rows ? lines.getLast() : "";
    }

    /** A notice may have a line more than there are rows. */
    private static List<String> lines(State state, String remark, int room, int rows, char ellipsis) {
        return Text.wrap(remark, room, state.notice().isPresent() ? rows + 1 : rows, ellipsis);
    }

    static int margin(int columns) {
        return columns < 60 ? 0 : 2;
    }

    private static String named(WorkloadCell slot, String log, int room, char ellipsis) {
        String whole = slot.info().workload() + " failed; its log: " + log;
        if (whole.length() <= room) return whole;
        String brief = "log ";
        return brief + Text.tail(log, room - brief.length(), ellipsis);
    }

    /** The longest of its sentences that can be read whole there, in lines. */
    private static List<String> longest(Headline headline, Canvas room) {
        List<String> lines = List.of();
        for (String each : headline.sentences()) {
            lines = Text.wrap(
                    each, room.columns(), room.rows() + 1, room.symbols().ellipsis());
            if (lines.size() <= room.rows()) return lines;
        }
        return Text.wrap(
                headline.sentences().getLast(),
                room.columns(),
                room.rows(),
                room.symbols().ellipsis());
    }

    private static String longest(List<String> sentences, int room) {
        for (String each : sentences) if (each.length() <= room) return each;
        return sentences.getLast();
    }
}
