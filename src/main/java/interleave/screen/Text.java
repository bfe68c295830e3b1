package interleave.screen;

import java.util.ArrayList;
import java.util.List;

/** Text of which each character takes one cell. */
public final class Text {
    private Text() {}

    /**
     * The text with each character that does not take just one cell replaced by a question mark: control characters,
     * wide and combining ones, halves of surrogate pairs.
     */
    public static String clean(String text) {
        for (int i = 0; i < text.length(); i++) if (!plain(text.charAt(i))) return replaced(text);
        return text;
    }

    private static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) clean.append(plain(text.charAt(i)) ? text.charAt(i) : '?');
        return clean.toString();
    }

    private static boolean plain(char c) {
        if (c < 0x7F) return c >= ' ';
        if (c < 0x300) return c >= 0xA0 && c != 0xAD;
        return c >= 0x370 && c < 0x590
                || c >= 0x2010 && c < 0x2028
                || c >= 0x2030 && c < 0x2060
                || c >= 0x20A0 && c < 0x20D0
                || c >= 0x2190 && c < 0x2900;
    }

    /** At most {@code width} characters; what was cut off is told by an ellipsis. */
    public static String fit(String text, int width, char ellipsis) {
        if (text.length() <= width) return text;
        if (width <= 0) return "";
        return text.substring(0, width - 1).stripTrailing() + ellipsis;
    }

    /** As {@link #fit}, but of a longer text the end is kept: what tells the name of a file from others. */
    public static String tail(String text, int width, char ellipsis) {
        if (text.length() <= width) return text;
        return width <= 0 ? "" : ellipsis + text.substring(text.length() - width + 1);
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
            int end = blank > 0 ? blank : width;
            wrapped.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        return wrapped;
    }
}
