package interleave.screen;

/**
 * The number of columns that a character takes on a terminal, as wcwidth counts them: by the East Asian Width of {@link
 * WideRanges}, and by the JDK's categories. Pure.
 */
public final class Width {
    private Width() {}

    /** 1 or 2; 0 for what is put over the character before it, and for what is not seen; -1 for what no text has. */
    public static int of(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) return 1;
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> -1;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.FORMAT -> codePoint == 0xAD ? 1 : 0;
            default -> joins(codePoint) ? 0 : wide(codePoint) ? 2 : 1;
        };
    }

    /** The vowels and finals of Hangul syllables that are spelt out: they fill the block of their first consonant. */
    private static boolean joins(int codePoint) {
        return codePoint >= 0x1160 && codePoint <= 0x11FF || codePoint >= 0xD7B0 && codePoint <= 0xD7FF;
    }

    private static boolean wide(int codePoint) {
        if (narrow(codePoint)) return false;
        int low = 0;
        int high = Ranges.ALL.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            if (codePoint < Ranges.ALL[2 * middle]) high = middle - 1;
            else if (codePoint > Ranges.ALL[2 * middle + 1]) low = middle + 1;
            else return true;
        }
        return false;
    }

    /** True of all but one in a hundred signs of ours: arrows, lines, blocks. The table says the same, more slowly. */
    static boolean narrow(int codePoint) {
        return codePoint < 0x1100
                || codePoint > 0x115F && codePoint < 0x231A
                || codePoint > 0x23F3 && codePoint < 0x25FD;
    }

    /** start-up: made when a text first has a letter that may be wide. */
    private static final class Ranges {
        static final int[] ALL = numbers(WideRanges.ALL);

        private static int[] numbers(String text) {
            int[] numbers = new int[text.codePointCount(0, text.length())];
            int at = 0;
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = text.codePointAt(at);
                at += Character.charCount(numbers[i]);
            }
            return numbers;
        }
    }
}
