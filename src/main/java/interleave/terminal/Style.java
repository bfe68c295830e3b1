package interleave.terminal;

import com.googlecode.lanterna.SGR;

/** How the terminal draws the next character. */
record Style(Hue foreground, boolean bold, boolean reversed, boolean underlined) {
    static final Style DEFAULT = new Style(Hue.DEFAULT, false, false, false);

    Style foreground(Hue color) {
        return new Style(color, bold, reversed, underlined);
    }

    /** Other attributes than the three that are drawn here are left out. */
    Style with(SGR attribute, boolean on) {
        return new Style(
                foreground,
                attribute == SGR.BOLD ? on : bold,
                attribute == SGR.REVERSE ? on : reversed,
                attribute == SGR.UNDERLINE ? on : underlined);
    }

    /** Written out: the one that records get spins method handles when first called, for tens of milliseconds. */
    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Style style
                        && bold == style.bold
                        && reversed == style.reversed
                        && underlined == style.underlined
                        && foreground.equals(style.foreground);
    }

    @Override
    public int hashCode() {
        return foreground.hashCode();
    }

    /** A space looks the same in both: foreground and weight leave no trace on it. */
    boolean sameSpace(Style other) {
        return reversed == other.reversed
                && underlined == other.underlined
                && (!reversed && !underlined || foreground.equals(other.foreground) && bold == other.bold);
    }

    /** The shortest sequence that leads from this style to another. */
    String to(Style wanted) {
        if (equals(wanted)) return "";
        if (wanted.equals(DEFAULT)) return "\033[m";
        String anew = ';' + changes(DEFAULT, wanted);
        if (brightIsWeight(wanted)) return "\033[" + anew + 'm';
        String changes = changes(this, wanted);
        return "\033[" + (changes.length() <= anew.length() ? changes : anew) + 'm';
    }

    /**
     * The Linux console shows a bright color by its weight (drivers/tty/vt/vt.c, codes 90 to 97): one leaves the weight
     * behind, and the end of bold ends the other.
     */
    private boolean brightIsWeight(Style wanted) {
        return foreground.bright() && (bold != wanted.bold || !foreground.equals(wanted.foreground));
    }

    private static String changes(Style from, Style to) {
        StringBuilder text = new StringBuilder();
        if (from.bold != to.bold) add(text, to.bold ? "1" : "22");
        if (from.underlined != to.underlined) add(text, to.underlined ? "4" : "24");
        if (from.reversed != to.reversed) add(text, to.reversed ? "7" : "27");
        if (!from.foreground.equals(to.foreground)) add(text, to.foreground.parameters());
        return text.toString();
    }

    private static void add(StringBuilder text, String parameter) {
        if (!text.isEmpty()) text.append(';');
        text.append(parameter);
    }
}
