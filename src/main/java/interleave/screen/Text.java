package interleave.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of which each character takes one cell; one of two columns is followed by {@link #TAIL}, which takes the other.
 */
public final class Text {
    /** The second column of the character before it. No character, so that no text has it. */
    public static final char TAIL = '\uFFFF';

    private Text() {}

    /** A text that is not ours as every terminal can show it, for output that is no grid. */
    public static String clean(String text) {
        return plain(text) ? text : Foreign.safe(text, false);
    }

    /** A text that is not ours for the cells of a grid: its length is the number of its columns. */
    public static String cells(String text) {
        return plain(text) ? text : Foreign.safe(text, true);
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) if (!latin(text.charAt(i))) return false;
        return true;
    }

    private static boolean latin(char c) {
        return c < 0x7F ? c >= ' ' : c > 0xA0 && c < 0x300 && c != 0xAD;
    }

    /**
     * True if terminals agree about it: on one column for the alphabets that stand letter by letter from left to right,
     * and for signs that are no emoji; on two for Chinese, Japanese and Korean.
     */
    public static boolean drawable(char c) {
        if (latin(c)) return true;
        if (c < 0x370) return false;
        if (!(c < 0x590 || c >= 0x1E00 && c < 0x2900)) return wide(c);
        return Width.of(c) == 1 && !Character.isEmoji(c) && Character.getType(c) != Character.COMBINING_SPACING_MARK;
    }

    /**
     * True if it is drawn in this cell and the next one. A character that only newer editions of Unicode call wide is
     * not.
     */
    public static boolean wide(char c) {
        if (c < 0x2E80 || c > 0xFFE6 || Width.of(c) != 2 || Character.isEmoji(c)) return false;
        boolean late = c >= 0x2FF0 && c < 0x3000 || c >= 0x31E0 && c < 0x31F0 || c >= 0x4DC0 && c < 0x4E00;
        boolean joined = c >= 0xA960 && c < 0xA980 || c >= 0xFE10 && c < 0xFE20;
        return !late && !joined;
    }

    /** At most {@code width} characters; what was cut off is told by an ellipsis. */
    public static String fit(String text, int width, char ellipsis) {
        if (text.length() <= width) return text;
        if (width <= 0) return "";
        return text.substring(0, end(text, width - 1)).stripTrailing() + ellipsis;
    }

    /** As {@link #fit}, but of a longer text the end is kept: what tells the name of a file from others. */
    public static String tail(String text, int width, char ellipsis) {
        if (text.length() <= width) return text;
        if (width <= 0) return "";
        int start = text.length() - width + 1;
        return ellipsis + text.substring(tailAt(text, start) ? start + 1 : start);
    }

    /** The text cut into lines of at most {@code width} characters, all of it. */
    public static List<String> cut(String text, int width) {
        List<String> lines = new ArrayList<>();
        int end;
        for (int from = 0; from < text.length(); from = end) {
            end = end(text, Math.min(text.length(), from + width));
            if (end <= from) end = Math.min(text.length(), from + 2);
            lines.add(text.substring(from, end));
        }
        return lines;
    }

    /** Before it, or one less where a wide character would be cut in two. */
    private static int end(String text, int end) {
        return tailAt(text, end) ? end - 1 : end;
    }

    private static boolean tailAt(String text, int index) {
        return index > 0 && index < text.length() && text.charAt(index) == TAIL;
    }

    /** The text broken at blanks into lines of at most {@code width} characters, {@code lines} of them at most. */
    public static List<String> wrap(String text, int width, int lines, char ellipsis) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && width > 0 && wrapped.size() < lines) {
            if (rest.length() <= width || wrapped.size() == lines - 1) {
                wrapped.add(fit(rest, width, ellipsis));
                break;
            }
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : Math.max(1, end(rest, width));
            wrapped.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        return wrapped;
    }
}
