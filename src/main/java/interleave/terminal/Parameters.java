package interleave.terminal;

/** The parameters of a control sequence (ECMA-48, 5.4), as far as keys have some. One thread. */
final class Parameters {
    /** No sequence has larger ones; guards the arithmetic against noise. */
    private static final int LARGEST = 9999;

    private int count;
    private int first;
    private int second;

    void clear() {
        count = 0;
        first = 0;
        second = 0;
    }

    void digit(int digit) {
        count = Math.max(count, 1);
        if (count == 1) first = Math.min(LARGEST, first * 10 + digit);
        if (count == 2) second = Math.min(LARGEST, second * 10 + digit);
    }

    void next() {
        count = Math.max(count, 1) + 1;
    }

    boolean none() {
        return count == 0;
    }

    /** True if it is this one, alone. */
    boolean are(int only) {
        return count == 1 && first == only;
    }

    int first() {
        return first;
    }

    /**
     * The second parameter is 1 more than the bits of Shift, Alt, Control and so on (xterm, "PC-Style Function Keys").
     */
    boolean modified() {
        return count > 2 || second > 1;
    }
}
