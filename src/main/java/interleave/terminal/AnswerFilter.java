package interleave.terminal;

/**
 * Takes the terminal's answer about {@link PasteBrackets} out of the bytes that it sends, wherever it stands, in the
 * middle of a key too, and in whatever reads it comes. All else goes on to the {@link KeyDecoder} as if the answer were
 * not there; what may be its beginning does so once it turns out not to be. One thread.
 */
final class AnswerFilter {
    private static final int ESC = 0x1B;

    /** DECRPM of mode 2004; the digit is the setting. */
    private static final String ANSWER = "\033[?2004;#$y";

    private static final char DIGIT = '#';

    /** As long as a lone ESC waits in the decoder. */
    private static final int ESCAPE_MILLIS = 50;

    private static final int REST_MILLIS = 1000;

    private final PasteBrackets brackets;
    private final KeyDecoder decoder;
    private final int[] held = new int[ANSWER.length()];
    private int count;

    AnswerFilter(PasteBrackets brackets, KeyDecoder decoder) {
        this.brackets = brackets;
        this.decoder = decoder;
    }

    /** Takes the bytes of one read. Where it ends in what may be the answer, it ends with the read that tells. */
    void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) accept(bytes[i] & 0xFF);
        if (count == 0) decoder.endOfRead();
    }

    private void accept(int octet) {
        if (count > 0 && due(octet)) {
            held[count++] = octet;
            if (count == ANSWER.length()) take();
            return;
        }
        release();
        if (octet == ESC && brackets.expected()) held[count++] = octet;
        else decoder.accept(octet);
    }

    private boolean due(int octet) {
        char next = ANSWER.charAt(count);
        return next == DIGIT ? octet >= '0' && octet <= '9' : octet == next;
    }

    private void take() {
        count = 0;
        brackets.answered(held[ANSWER.indexOf(DIGIT)] - '0');
    }

    private void release() {
        for (int i = 0; i < count; i++) decoder.accept(held[i]);
        count = 0;
    }

    /** Milliseconds within which more may come of what has begun; -1 where nothing has. */
    int patience() {
        if (count == 0) return decoder.patience();
        boolean escape = count == 1 && !brackets.imminent();
        return Math.max(decoder.patience(), escape ? ESCAPE_MILLIS : REST_MILLIS);
    }

    /** Nothing followed. */
    void settle() {
        if (count > 0) {
            release();
            decoder.endOfRead();
        }
        decoder.settle();
    }
}
