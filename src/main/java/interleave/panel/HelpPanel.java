package interleave.panel;

import interleave.run.RunStatus;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.screen.Text;
import interleave.state.Binding;
import interleave.state.Bindings;
import interleave.state.State;
import interleave.state.View;
import java.util.ArrayList;
import java.util.List;

/** Over everything: the keys, and every word of the screen's in plain words, with its source. It scrolls. */
final class HelpPanel implements Panel {
    private static final int LABEL = 21;
    private static final int NARROW_LABEL = 13;
    private static final int KEY_LABEL = 6;
    /** The columns that a key and its words take. */
    private static final int KEY = 37;
    /** Frame and margin at both sides, and the frame above and below. */
    private static final int FRAME_COLUMNS = 4;

    private static final int FRAME_ROWS = 2;

    /** A piece of text at a column of a line of the help, which may lie outside of what is seen. */
    private record Piece(int column, int line, String text, Ink ink) {}

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String note(State state) {
        Symbols symbols = Symbols.of(state.setup().glyphs());
        return symbols.mark(Mark.UP) + " " + symbols.mark(Mark.DOWN) + " space scroll, esc or ? closes";
    }

    @Override
    public void draw(State state, OnScreen others, Canvas canvas) {
        int asked = state.help().orElse(0);
        List<Piece> pieces = pieces(state, canvas.columns(), canvas.symbols(), asked + canvas.rows());
        int lines = lines(pieces);
        int top = Math.clamp(asked, 0, Math.max(0, lines - canvas.rows()));
        for (Piece piece : pieces)
            if (piece.ink() == Ink.TITLE) canvas.bold(piece.column(), piece.line() - top, piece.text(), piece.ink());
            else canvas.text(piece.column(), piece.line() - top, piece.text(), piece.ink());
        if (lines > canvas.rows()) bar(canvas, top, lines);
    }

    /** The last line to which a help in that place can be scrolled. */
    static int lastTop(State state, Rect place) {
        Symbols symbols = Symbols.of(state.setup().glyphs());
        int lines = lines(pieces(state, place.columns() - FRAME_COLUMNS, symbols, Integer.MAX_VALUE));
        return Math.max(0, lines - (place.rows() - FRAME_ROWS));
    }

    /** Signs at the right edge where there is more above or below. */
    private static void bar(Canvas canvas, int top, int lines) {
        int column = canvas.columns() - 1;
        if (top > 0) canvas.put(column, 0, canvas.symbols().mark(Mark.UP), Ink.NOTICE);
        if (top + canvas.rows() < lines)
            canvas.put(column, canvas.rows() - 1, canvas.symbols().mark(Mark.DOWN), Ink.NOTICE);
    }

    private static int lines(List<Piece> pieces) {
        int lines = 0;
        for (Piece piece : pieces) lines = Math.max(lines, piece.line() + 1);
        return lines;
    }

    /**
     * All of it, for a room of so many columns, of which the last is kept for the signs that there is more. What lies
     * below line {@code last} may be left out: who presses a key for help waits for one page of ten.
     */
    private static List<Piece> pieces(State state, int columns, Symbols symbols, int last) {
        List<Piece> pieces = new ArrayList<>();
        int room = columns - 2;
        pieces.add(new Piece(0, 0, "keys", Ink.TITLE));
        int line = keys(state, room, symbols, pieces);
        List<Glossary.Entry> elsewhere = elsewhere(state, symbols);
        if (!elsewhere.isEmpty()) line = section("keys of other views", elsewhere, room, line + 1, symbols, pieces);
        if (line <= last) line = section("signs", signs(symbols), room, line + 1, symbols, pieces);
        for (int i = 0; i < Glossary.SECTIONS && line <= last; i++) {
            Glossary.Section section = Glossary.section(i);
            line = section(section.title(), section.entries(), room, line + 1, symbols, pieces);
        }
        return pieces;
    }

    /** In columns where there is room; gives the line below them. */
    private static int keys(State state, int room, Symbols symbols, List<Piece> pieces) {
        List<Glossary.Entry> all = keys(state, symbols);
        int across = Math.clamp(room / KEY, 1, 3);
        int down = (all.size() + across - 1) / across;
        int width = room / across;
        for (int i = 0; i < all.size(); i++) {
            int column = i / down * width;
            pieces.add(new Piece(column, 1 + i % down, all.get(i).word(), Ink.KEY));
            String words = Text.fit(all.get(i).words(), width - KEY_LABEL - 1, symbols.ellipsis());
            pieces.add(new Piece(column + KEY_LABEL, 1 + i % down, words, Ink.PLAIN));
        }
        return 1 + down;
    }

    /** Each of the other views, with the keys of its footer that hold in it alone. */
    private static List<Glossary.Entry> elsewhere(State state, Symbols symbols) {
        List<Glossary.Entry> all = new ArrayList<>();
        for (View view : View.values()) {
            StringBuilder words = new StringBuilder();
            State there = state.with(state.look().at(view));
            String last = "";
            for (Binding binding : Bindings.ALL) {
                boolean alone = !binding.only().isEmpty() && !binding.brief().isEmpty();
                if (!alone || binding.holdsIn(state.view()) || !Bindings.shown(binding, there)) continue;
                if (!binding.words().equals(last) && !words.isEmpty())
                    words.append(' ').append(last).append("; ");
                words.append(FooterPanel.label(binding, state, symbols));
                last = binding.words();
            }
            words.append(last.isEmpty() ? "" : " ").append(last);
            if (!words.isEmpty()) all.add(new Glossary.Entry(title(view), words.toString(), ""));
        }
        return all;
    }

    /** A view by its name and the key that shows it. */
    private static String title(View view) {
        return switch (view) {
            case DASHBOARD -> "workloads";
            case MATRIX -> "m matrix";
            case MONITOR -> "M machine";
            case STEPS -> "v steps";
            case THREADS -> "t T threads";
            case PROCESSES -> "a processes";
            case LAB -> "L lab";
        };
    }

    /** Keys with the same words share a line. */
    private static List<Glossary.Entry> keys(State state, Symbols symbols) {
        List<Glossary.Entry> all = new ArrayList<>();
        for (Binding binding : Bindings.ALL) {
            if (!Bindings.shown(binding, state)) continue;
            String label = FooterPanel.label(binding, state, symbols);
            boolean shares = !all.isEmpty() && all.getLast().words().equals(binding.words());
            if (shares) label = all.removeLast().word() + label;
            all.add(new Glossary.Entry(label, binding.words(), ""));
        }
        return all;
    }

    /** A title, and beneath it each word with what it means, in as many lines as that takes. */
    private static int section(
            String title, List<Glossary.Entry> entries, int room, int from, Symbols symbols, List<Piece> pieces) {
        int label = room < 60 ? NARROW_LABEL : LABEL;
        int line = from;
        pieces.add(new Piece(0, line++, title, Ink.TITLE));
        for (Glossary.Entry entry : entries) {
            String word = entry.word().replace("\u00B5", symbols.micro());
            pieces.add(new Piece(0, line, Text.fit(word, room, symbols.ellipsis()), Ink.KEY));
            if (word.length() >= label) line++;
            for (String each : Text.wrap(entry.whole(), room - label, Integer.MAX_VALUE, symbols.ellipsis()))
                pieces.add(new Piece(label, line++, each, Ink.PLAIN));
        }
        return line;
    }

    private static List<Glossary.Entry> signs(Symbols symbols) {
        return List.of(
                new Glossary.Entry("how a run stands", states(symbols), ""),
                new Glossary.Entry("silent", "no news of a run for a while: it hangs, or was stopped", ""),
                new Glossary.Entry("starved", "the same where no CPU is free: others have them all", ""),
                new Glossary.Entry("on graphs", MarkSigns.words(symbols), ""),
                new Glossary.Entry(
                        "in the matrix",
                        symbols.mark(Mark.BEST) + " the best of its line, among equal loads; "
                                + symbols.mark(Mark.UNVERIFIED) + " not verified; "
                                + symbols.mark(Mark.MARKED) + " marked, for n. Dimmed: the last numbers of what is"
                                + " over, with their load and age",
                        ""),
                new Glossary.Entry(
                        "alone",
                        "n measures the marked cells, or the selected row, one after the other and nothing beside them:"
                                + " side by side they would take each other's cores",
                        ""),
                new Glossary.Entry(
                        String.valueOf(symbols.mark(Mark.MISSING)), "a number that is not there, or not yet", ""),
                new Glossary.Entry(
                        "wide signs",
                        "if lines and arrows are two columns wide here: start it with --glyphs ascii",
                        ""));
    }

    /** The signs beside the keys, each with its word. */
    private static String states(Symbols symbols) {
        String words = symbols.mark(Mark.IDLE) + " idle";
        for (RunStatus.Phase phase : RunStatus.Phase.values())
            if (phase != RunStatus.Phase.ENDED)
                words += "  " + RunWords.mark(phase, symbols) + " " + RunWords.state(phase);
        return words;
    }
}
