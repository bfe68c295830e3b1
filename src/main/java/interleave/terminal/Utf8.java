package interleave.terminal;

/** Puts a character together that comes as UTF-8, byte by byte. One thread. */
final class Utf8 {
    enum Step {
        /** A character has begun or gone on, and is not at its end. */
        MORE,
        WHOLE,
        /** The byte has no place here, nor has what had begun before it. */
        NONE
    }

    private int codePoint;
    private int missing;

    /** True if a character has begun and is not at its end. */
    boolean pending() {
        return missing > 0;
    }

    /** After {@link Step#WHOLE}. */
    int codePoint() {
        return codePoint;
    }

    void drop() {
        missing = 0;
    }

    /** @param octet not of ASCII; one that begins a character drops what had begun before */
    Step accept(int octet) {
        if (octet < 0xC0 && missing > 0) {
            codePoint = codePoint << 6 | octet & 0x3F;
            missing--;
            return missing > 0 ? Step.MORE : Step.WHOLE;
        }
        missing = octet < 0xC2 || octet > 0xF4 ? 0 : octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : 1;
        codePoint = octet & (0x3F >> missing);
        return missing > 0 ? Step.MORE : Step.NONE;
    }
}
