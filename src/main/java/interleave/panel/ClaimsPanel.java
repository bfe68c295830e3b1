package interleave.panel;

import interleave.run.CostMetrics;
import interleave.run.RunReadings;
import interleave.run.WorkMetrics;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Rect;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.LabClaim;
import interleave.state.LabLook;
import interleave.state.LabNews;
import interleave.state.LabOutcome;
import interleave.state.RunView;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of the lab with their verdicts, what goes on, and the selected one at length. */
final class ClaimsPanel implements Panel {
    private static final int VERDICT = 14;
    private static final int BAR = 12;
    /** From this height on there is room for more than two lines of the selected one. */
    private static final int ROOMY = 14;

    private static final int LEAST_DETAIL = 2;
    /** Claims that are seen whatever the chosen one has to say. */
    private static final int LEAST_LIST = 6;

    /** A line of the selected claim's. */
    private record Line(String text, Ink ink) {}

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public String note(State state) {
        return "quick: three repetitions of each side";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        Optional<LabLook> look = state.look().lab();
        if (look.isEmpty() || look.get().claims().isEmpty()) {
            canvas.fit(0, 0, canvas.columns(), "looking up the claims", Ink.FAINT);
            return;
        }
        LabLook lab = look.get();
        head(state, lab, canvas);
        int top = lab.running() ? 2 : 1;
        int rest = Math.max(0, canvas.rows() - top);
        int detail =
                rest < ROOMY ? Math.min(LEAST_DETAIL, rest / 3) : Math.min(longest(lab, canvas), rest - LEAST_LIST);
        list(lab, canvas.clip(new Rect(0, top, canvas.columns(), rest - detail)));
        detail(lab, canvas.clip(new Rect(0, canvas.rows() - detail, canvas.columns(), detail)), detail > LEAST_DETAIL);
    }

    /** The progress, and the run that it measures; or what keys do. */
    private static void head(State state, LabLook lab, Canvas canvas) {
        if (!lab.running()) {
            String words = state.setup().readOnly()
                    ? "read-only: no claim is tested"
                    : "enter tests the selected claim, n all that have no verdict yet";
            canvas.fit(0, 0, canvas.columns(), words, Ink.FAINT);
            return;
        }
        int filled = BAR * lab.through() / lab.asked().size();
        canvas.text(0, 0, "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]", Ink.NOTICE);
        canvas.fit(BAR + 3, 0, canvas.columns() - BAR - 3, progress(lab), Ink.NOTICE);
        live(state.shown())
                .ifPresent(run -> canvas.fit(2, 1, canvas.columns() - 2, words(run, canvas.symbols()), Ink.PLAIN));
    }

    private static String progress(LabLook lab) {
        if (lab.stopping()) return "stopping; what is finished is kept";
        String words = lab.through() + " of " + lab.asked().size();
        if (lab.now().isEmpty()) return words + ", beginning";
        LabNews.Measuring now = lab.now().get();
        long seconds = now.secondsLeft();
        String left = seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
        return words + ", " + left + " left, s stops; " + now.side() + " of " + now.claim();
    }

    /** The run that is measured at the moment. */
    private static Optional<RunView> live(Scene scene) {
        List<RunView> all = new ArrayList<>(scene.others());
        for (WorkloadCell slot : scene.slots())
            if (slot.live()) all.add(slot.run().orElseThrow());
        for (RunView run : all)
            if (run.live() && run.status().id().ofLab() && !run.status().service()) return Optional.of(run);
        return Optional.empty();
    }

    private static String words(RunView run, Symbols symbols) {
        RunReadings readings = run.newest();
        String tasks =
                readings.of(WorkMetrics.TASKS_PER_S).text(value -> Numbers.count(value) + " tasks/s", "starting");
        String switches = readings.of(CostMetrics.SWITCHES_PER_TASK)
                .text(value -> ", " + Numbers.fixed(value, 3) + " switches a task", "");
        String micros = readings.of(CostMetrics.CPU_US_PER_TASK)
                .text(value -> ", " + Numbers.fixed(value, 1) + " " + symbols.micro() + "s of CPU", "");
        return run.status().workload() + ", " + Paint.load(run.status().load()) + ": " + tasks + switches + micros;
    }

    private static void list(LabLook lab, Canvas canvas) {
        int first = Scroll.first(lab.selected(), canvas.rows(), lab.claims().size());
        for (int row = 0; row < canvas.rows() && first + row < lab.claims().size(); row++) {
            LabClaim claim = lab.claims().get(first + row);
            boolean selected = first + row == lab.selected();
            boolean now =
                    lab.now().filter(each -> each.claim().equals(claim.name())).isPresent();
            String verdict = now
                    ? "measuring"
                    : claim.outcome()
                            .map(each -> brief(each.verdict()))
                            .orElse(String.valueOf(canvas.symbols().mark(Mark.MISSING)));
            char ellipsis = canvas.symbols().ellipsis();
            canvas.text(0, row, Text.fit(verdict, VERDICT - 1, ellipsis), now ? Ink.NOTICE : ink(claim));
            String sentence = Text.fit(claim.sentence(), canvas.columns() - VERDICT, ellipsis);
            canvas.text(VERDICT, row, sentence, selected ? Ink.STRONG : Ink.PLAIN);
            if (selected) canvas.embolden(row);
        }
        if (first > 0) canvas.put(VERDICT - 2, 0, canvas.symbols().mark(Mark.UP), Ink.NOTICE);
        if (first + canvas.rows() < lab.claims().size())
            canvas.put(VERDICT - 2, canvas.rows() - 1, canvas.symbols().mark(Mark.DOWN), Ink.NOTICE);
    }

    private static String brief(String verdict) {
        return verdict.replace(" HERE", "");
    }

    private static Ink ink(LabClaim claim) {
        if (claim.outcome().isEmpty()) return Ink.FAINT;
        return switch (claim.outcome().get().kind()) {
            case CONFIRMED -> Ink.GOOD;
            case REFUTED -> Ink.BAD;
            case DEPENDS -> Ink.NOTICE;
            case UNDECIDED -> Ink.FAINT;
        };
    }

    private static void detail(LabLook lab, Canvas canvas, boolean apart) {
        if (lab.chosen().isEmpty()) return;
        List<Line> lines = lines(lab.chosen().get(), canvas, apart);
        int row = apart && lines.size() < canvas.rows() ? 1 : 0;
        for (int i = 0; i < lines.size() && row < canvas.rows(); i++, row++) {
            canvas.text(0, row, lines.get(i).text(), lines.get(i).ink());
            boolean cut = row == canvas.rows() - 1 && i < lines.size() - 1;
            if (cut)
                canvas.put(
                        Math.min(canvas.columns() - 1, lines.get(i).text().length()),
                        row,
                        canvas.symbols().ellipsis(),
                        lines.get(i).ink());
        }
    }

    /** The lines of the claim that has most to say, and one above: the list is as high whatever is chosen. */
    private static int longest(LabLook lab, Canvas canvas) {
        int longest = 0;
        for (LabClaim claim : lab.claims())
            longest = Math.max(longest, lines(claim, canvas, true).size());
        return longest + 1;
    }

    /** The numbers first, if there are any; then what they are of, and by which rule. */
    private static List<Line> lines(LabClaim claim, Canvas canvas, boolean whole) {
        List<Line> lines = new ArrayList<>();
        if (claim.outcome().isPresent()) add(lines, claim.outcome().get().why(), Ink.STRONG, canvas);
        if (claim.outcome().isPresent() && whole)
            add(lines, counts(claim.outcome().get()), Ink.FAINT, canvas);
        add(lines, claim.measures(), Ink.PLAIN, canvas);
        if (whole) add(lines, "Rule: " + claim.rule(), Ink.FAINT, canvas);
        if (whole) add(lines, "Limits: " + claim.limits(), Ink.FAINT, canvas);
        return lines;
    }

    private static String counts(LabOutcome outcome) {
        String many = outcome.repetitions() == 1 ? "1 repetition" : outcome.repetitions() + " repetitions";
        return many + (outcome.spoiled() > 0 ? ", " + outcome.spoiled() + " more spoiled by noise" : "");
    }

    private static void add(List<Line> lines, String text, Ink ink, Canvas canvas) {
        for (String line : Text.wrap(
                text, canvas.columns(), Integer.MAX_VALUE, canvas.symbols().ellipsis())) lines.add(new Line(line, ink));
    }
}
