package interleave.terminal;

import interleave.screen.Size;
import interleave.screen.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small terminal that knows what ours may send, and refuses all else: unknown sequences, writing past a margin, and
 * relative moves from the margin, where real terminals differ.
 */
final class Emulator {
    /** The look of a cell; colours are the parameters of their sequences. */
    record Look(char glyph, String foreground, String background, boolean bold, boolean underlined, boolean reversed) {
        static final Look BLANK = new Look(' ', "39", "49", false, false, false);

        /** The same without that which cannot be seen of a space. */
        Look visible() {
            if (glyph == Text.TAIL) return new Look(glyph, "39", background, false, false, false);
            if (glyph != ' ' || reversed || underlined) return this;
            return new Look(' ', "39", background, false, false, false);
        }
    }

    private final boolean brightIsBold;
    private Size size;
    private Look[] cells;
    private Look pen = Look.BLANK;
    private int column;
    private int row;
    private boolean placed;
    private boolean alternate;
    private boolean cursorShown = true;
    private boolean pastesInBrackets;
    /** The columns that it takes for a letter beyond ASCII, and for a character that Unicode calls wide. */
    private int letter = 1;

    private int wide = 2;

    /**
     * @param brightIsBold shows bright colors by weight, as the Linux console does
     */
    Emulator(Size size, boolean brightIsBold) {
        this.brightIsBold = brightIsBold;
        resize(size);
    }

    /** Leaves rubbish everywhere, as real terminals do, so that a picture must cover all of it. */
    void resize(Size size) {
        this.size = size;
        this.cells = new Look[size.columns() * size.rows()];
        Arrays.fill(cells, new Look('#', "35", "49", true, false, true));
        this.placed = false;
    }

    /** Its own opinion of widths. */
    Emulator withWidths(int letters, int wides) {
        letter = letters;
        wide = wides;
        return this;
    }

    Look at(int column, int row) {
        return cells[row * size.columns() + column].visible();
    }

    boolean alternate() {
        return alternate;
    }

    boolean pastesInBrackets() {
        return pastesInBrackets;
    }

    boolean cursorShown() {
        return cursorShown;
    }

    void accept(byte[] frame) {
        String text = new String(frame, StandardCharsets.UTF_8);
        if (!text.startsWith("\033[?2026h") || !text.endsWith("\033[?2026l")) throw new AssertionError("no frame");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("\033>", i) || text.startsWith("\033(B", i)) {
                i += text.charAt(i + 1) == '>' ? 1 : 2;
            } else if (c == '\033') {
                int end = i + 2;
                while (text.charAt(end) < '@') end++;
                if (text.charAt(i + 1) != '[') throw new AssertionError("unknown sequence");
                sequence(text.substring(i + 2, end), text.charAt(end));
                i = end;
            } else if (c == '\017') {
                continue;
            } else if (c == '\r') {
                move(0, row);
            } else if (c == '\n') {
                move(column, row + 1);
            } else {
                print(c);
            }
        }
    }

    private void print(char glyph) {
        if (glyph < ' ' || glyph == '\ufffd' || !placed) throw new AssertionError("printed " + (int) glyph);
        int columns = Text.wide(glyph) ? wide : Character.isLetter(glyph) && glyph > 0x7F ? letter : 1;
        fill(glyph);
        for (int i = 1; i < columns && column < size.columns(); i++) fill(Text.TAIL);
        placed = column < size.columns();
    }

    /** Half of a wide character does not stay. */
    private void fill(char glyph) {
        int at = row * size.columns() + column;
        boolean last = column == size.columns() - 1;
        if (cells[at].glyph == Text.TAIL && glyph != Text.TAIL) cells[at - 1] = Look.BLANK;
        if (!last && cells[at + 1].glyph == Text.TAIL) cells[at + 1] = Look.BLANK;
        cells[at] = new Look(glyph, pen.foreground, pen.background, pen.bold, pen.underlined, pen.reversed);
        column++;
    }

    private void move(int toColumn, int toRow) {
        if (!placed) throw new AssertionError("a relative move from an uncertain place");
        place(toColumn, toRow);
    }

    private void place(int toColumn, int toRow) {
        if (toColumn < 0 || toColumn >= size.columns() || toRow < 0 || toRow >= size.rows()) {
            throw new AssertionError("moved outside");
        }
        column = toColumn;
        row = toRow;
        placed = true;
    }

    private void sequence(String parameters, char kind) {
        switch (kind) {
            case 'H' -> {
                String[] parts = parameters.split(";");
                place(parts.length > 1 ? Integer.parseInt(parts[1]) - 1 : 0, number(parts[0]) - 1);
            }
            case 'C' -> move(column + number(parameters), row);
            case 'D' -> move(column - number(parameters), row);
            case 'G' -> move(number(parameters) - 1, row);
            case 'J' -> {
                if (!parameters.equals("2")) throw new AssertionError("J " + parameters);
                Arrays.fill(cells, Look.BLANK);
            }
            case 'm' -> style(parameters);
            case 'h', 'l' -> mode(parameters, kind == 'h');
            case 'r' -> placed = false;
            case 'p' -> {
                if (!parameters.equals("?2004$")) throw new AssertionError("asked for " + parameters);
                // As a terminal that does not know it, behind a sequence that has led home.
                place(0, 0);
                print('p');
                placed = false;
            }
            default -> throw new AssertionError("unknown sequence " + parameters + kind);
        }
    }

    private void mode(String mode, boolean on) {
        switch (mode) {
            case "?2026", "4", "?6", "?9", "?1000", "?1001", "?1002", "?1003", "?1004" -> {}
            case "?1005", "?1006", "?1015", "?1016" -> {}
            case "?2004" -> pastesInBrackets = on;
            case "?25" -> cursorShown = on;
            case "?1049" -> alternate = on;
            default -> throw new AssertionError("unknown mode " + mode);
        }
    }

    private static int number(String parameter) {
        return parameter.isEmpty() ? 1 : Integer.parseInt(parameter);
    }

    private void style(String parameters) {
        List<Integer> codes = new ArrayList<>(Stream.of(parameters.split(";", -1))
                .map(p -> p.isEmpty() ? 0 : Integer.parseInt(p))
                .toList());
        while (!codes.isEmpty()) {
            int code = codes.removeFirst();
            Look p = pen;
            pen = switch (code) {
                case 0 -> Look.BLANK;
                case 1, 22 -> new Look(' ', p.foreground, p.background, code == 1, p.underlined, p.reversed);
                case 4, 24 -> new Look(' ', p.foreground, p.background, p.bold, code == 4, p.reversed);
                case 7, 27 -> new Look(' ', p.foreground, p.background, p.bold, p.underlined, code == 7);
                default -> {
                    boolean bold = p.bold || brightIsBold && code >= 90;
                    yield new Look(' ', color(code, codes), p.background, bold, p.underlined, p.reversed);
                }
            };
        }
    }

    /** Foregrounds alone: ours sets no background. */
    private static String color(int code, List<Integer> rest) {
        if (code == 38) {
            int kind = rest.removeFirst();
            String text = "38;" + kind;
            for (int i = 0; i < (kind == 2 ? 3 : 1); i++) text += ";" + rest.removeFirst();
            return text;
        }
        if (code >= 30 && code <= 39 || code >= 90 && code <= 97) return Integer.toString(code);
        throw new AssertionError("unknown style " + code);
    }
}
