package interleave.terminal;

/**
 * The rest of a mouse report in the old form, in which places are characters: a byte each, or a character of two bytes
 * (xterm, modes 1000 and 1005). Which it is cannot be seen. One thread.
 */
final class MouseReport {
    private int missing;
    private boolean half;

    /** @param characters how many there are to come */
    MouseReport(int characters) {
        this.missing = characters;
    }

    /** Takes a byte; true if it belongs to the report. */
    boolean takes(int octet) {
        boolean rest = half && octet >= 0x80 && octet < 0xC0;
        if (!rest && (missing == 0 || octet < ' ')) return false;
        half = !rest && octet >= 0xC2 && octet < 0xE0;
        if (!rest) missing--;
        return true;
    }

    /** True if nothing more of it can come. */
    boolean over() {
        return missing == 0 && !half;
    }
}
