package interleave.terminal;

/** The look of the next character. */
record Style(Hue foreground, boolean bold, boolean reversed, boolean underlined) {
    static final Style DEFAULT = new Style(Hue.DEFAULT, false, false, false);

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

    /** Writes the shortest sequence that leads from this style to another; nothing between equals. */
    void lead(Style wanted, FrameOut out) {
        if (equals(wanted)) return;
        if (wanted.equals(DEFAULT)) {
            out.ascii("\033[m");
            return;
        }
        boolean anew = brightIsWeight(wanted) || 1 + length(DEFAULT, wanted) < length(this, wanted);
        out.ascii(anew ? "\033[;" : "\033[");
        changes(anew ? DEFAULT : this, wanted, out);
        out.write('m');
    }

    /**
     * The Linux console shows a bright color by its weight (drivers/tty/vt/vt.c, codes 90 to 97): one leaves the weight
     * behind, and the end of bold ends the other.
     */
    private boolean brightIsWeight(Style wanted) {
        return foreground.bright() && (bold != wanted.bold || !foreground.equals(wanted.foreground));
    }

    private static void changes(Style from, Style to, FrameOut out) {
        boolean further = false;
        if (from.bold != to.bold) further = add(weight(to), further, out);
        if (from.underlined != to.underlined) further = add(underline(to), further, out);
        if (from.reversed != to.reversed) further = add(reversal(to), further, out);
        if (!from.foreground.equals(to.foreground)) add(to.foreground.parameters(), further, out);
    }

    private static boolean add(String parameters, boolean further, FrameOut out) {
        if (further) out.write(';');
        out.ascii(parameters);
        return true;
    }

    /** Of what {@link #changes} writes. */
    private static int length(Style from, Style to) {
        int length = 0;
        if (from.bold != to.bold) length += 1 + weight(to).length();
        if (from.underlined != to.underlined) length += 1 + underline(to).length();
        if (from.reversed != to.reversed) length += 1 + reversal(to).length();
        if (!from.foreground.equals(to.foreground))
            length += 1 + to.foreground.parameters().length();
        return Math.max(0, length - 1);
    }

    private static String weight(Style style) {
        return style.bold ? "1" : "22";
    }

    private static String underline(Style style) {
        return style.underlined ? "4" : "24";
    }

    private static String reversal(Style style) {
        return style.reversed ? "7" : "27";
    }
}
