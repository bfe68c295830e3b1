package interleave.screen;

import java.text.Normalizer;

/**
 * Text that is not ours, such as names of hosts, CPUs, processes and files, made so that all terminals draw it alike.
 * What they would not is a question mark, one for what a reader takes for one character: emoji, letters under a mark
 * that no character has in itself, scripts that are shaped or run from the right, control and invisible characters,
 * halves of pairs. Pure.
 */
final class Foreign {
    private static final char SIGN = '?';
    private static final int JOINER = 0x200D;

    private Foreign() {}

    /** @param tails whether a character of two columns is followed by {@link Text#TAIL} */
    static String safe(String text, boolean tails) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder safe = new StringBuilder(composed.length());
        boolean signed = false;
        int before = 0;
        for (int i = 0, c; i < composed.length(); before = c, i += Character.charCount(c)) {
            c = composed.codePointAt(i);
            boolean drawn = c < Character.MIN_SUPPLEMENTARY_CODE_POINT && Text.drawable((char) c);
            boolean blank = Character.getType(c) == Character.SPACE_SEPARATOR;
            if (blank) safe.append(' ');
            else if (drawn) append((char) c, tails, safe);
            else if (!signed || !belongs(c, before)) safe.append(SIGN);
            signed = !drawn && !blank;
        }
        return safe.toString();
    }

    private static void append(char c, boolean tails, StringBuilder safe) {
        safe.append(c);
        if (tails && Width.of(c) == 2) safe.append(Text.TAIL);
    }

    /** True if a reader takes it for a part of the one before. */
    private static boolean belongs(int c, int before) {
        boolean skin = c >= 0x1F3FB && c <= 0x1F3FF;
        return Width.of(c) == 0 || Character.getType(c) == Character.COMBINING_SPACING_MARK || skin || before == JOINER;
    }
}
