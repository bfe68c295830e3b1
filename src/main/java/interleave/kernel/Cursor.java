package interleave.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Walks over the text of a kernel file without making garbage. A number at the very end counts as cut off. */
final class Cursor {
    private final String source;
    private final byte[] bytes;
    private final int end;
    private int at;

    /** @param source the file's name, for messages */
    Cursor(String source, byte[] bytes, int length) {
        this.source = source;
        this.bytes = bytes;
        this.end = length;
    }

    static Cursor of(String source, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Cursor(source, bytes, bytes.length);
    }

    /** The same text from its start. */
    Cursor again() {
        return new Cursor(source, bytes, end);
    }

    boolean atEnd() {
        return at >= end;
    }

    boolean atDigit() {
        return at < end && digit(bytes[at]);
    }

    /** Steps over {@code word} if it is what comes next. */
    boolean skip(String word) {
        int length = word.length();
        if (at + length > end) return false;
        for (int i = 0; i < length; i++) if (bytes[at + i] != word.charAt(i)) return false;
        at += length;
        return true;
    }

    /** Steps behind the next {@code word} of this line; stays where it is if there is none. */
    boolean seek(String word) {
        int from = at;
        for (; at < end && bytes[at] != '\n'; at++) if (skip(word)) return true;
        at = from;
        return false;
    }

    /** Steps behind the next {@code word} with which a line begins, from this line on; to the end if there is none. */
    boolean seekLine(String word) {
        for (; !atEnd(); nextLine()) if (skip(word)) return true;
        return false;
    }

    /** Steps behind the last {@code mark} of all, line ends included. */
    void seekLastOfAll(char mark) throws IOException {
        int last = end - 1;
        while (last >= at && bytes[last] != mark) last--;
        if (last < at) throw malformed("it has no " + mark);
        at = last + 1;
    }

    /** The text before the last {@code mark} of all, line ends included; steps behind the mark. */
    String untilLast(char mark) throws IOException {
        int from = at;
        seekLastOfAll(mark);
        return new String(bytes, from, at - 1 - from, StandardCharsets.UTF_8);
    }

    /** The next word of this line; empty if there is none. */
    String word() {
        blanks();
        int from = at;
        while (at < end && bytes[at] > ' ') at++;
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    void nextLine() {
        while (at < end && bytes[at++] != '\n') continue;
    }

    /** Steps over blanks, and says whether a number follows on this line. */
    boolean moreNumbers() {
        blanks();
        return atDigit();
    }

    /** The next whole number of this line. */
    long number() throws IOException {
        blanks();
        if (!atDigit()) throw malformed("a number is missing");
        long value = 0;
        for (; atDigit(); at++) value = value * 10 + (bytes[at] - '0');
        if (at == end) throw malformed("it is cut off");
        return value;
    }

    /** The next number of this line, which has two decimals, in hundredths. */
    long hundredths() throws IOException {
        long whole = number();
        if (!skip(".") || !atDigit()) throw malformed("a number has no decimals");
        return whole * 100 + number();
    }

    /** Steps over {@code count} numbers or words. */
    void skipWords(int count) {
        for (int i = 0; i < count; i++) {
            blanks();
            while (at < end && bytes[at] > ' ') at++;
        }
    }

    /** The rest of this line. */
    String rest() {
        int from = at;
        while (at < end && bytes[at] != '\n') at++;
        return new String(bytes, from, at - from, StandardCharsets.UTF_8).strip();
    }

    /** All that follows. */
    String text() {
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    IOException malformed(String what) {
        return Unreadable.malformed(source + " is not as expected: " + what);
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) at++;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
