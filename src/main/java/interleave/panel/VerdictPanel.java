package interleave.panel;

import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Text;
import interleave.state.RunView;
import interleave.state.State;
import interleave.state.View;
import interleave.state.WorkloadCell;
import java.util.List;
import java.util.Optional;

/** One plain sentence that compares what runs; for some seconds, what was just refused or failed. */
final class VerdictPanel implements Panel {
    static final String NAME = "verdict";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        int margin = margin(canvas.columns());
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
        String words = remark.isEmpty() ? verdict(state, canvas, room * canvas.rows()) : remark;
        List<String> lines = remark.isEmpty()
                ? Text.wrap(words, room, canvas.rows(), canvas.symbols().ellipsis())
                : lines(state, words, room, canvas.rows(), canvas.symbols().ellipsis());
        for (int i = 0; i < lines.size(); i++)
            canvas.text(margin, i, lines.get(i), remark.isEmpty() ? Ink.STRONG : Ink.NOTICE);
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

    /** The longest that fits. */
    private static String verdict(State state, Canvas canvas, int room) {
        return longest(Headlines.of(state, canvas.symbols().micro()).sentences(), room);
    }

    private static String longest(List<String> sentences, int room) {
        for (String each : sentences) if (each.length() <= room) return each;
        return sentences.getLast();
    }
}
