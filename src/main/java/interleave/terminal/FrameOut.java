package interleave.terminal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Collects one frame, and on {@link #flush} hands it on as a whole, inside DEC mode 2026, so that a terminal that knows
 * synchronized output shows it at once; the others ignore the mode. An empty frame is not handed on. One thread.
 */
final class FrameOut extends OutputStream {
    static final byte[] BEGIN = "\033[?2026h".getBytes(StandardCharsets.US_ASCII);
    static final byte[] END = "\033[?2026l".getBytes(StandardCharsets.US_ASCII);

    private final Consumer<byte[]> to;
    private byte[] frame = Arrays.copyOf(BEGIN, 4096);
    private int length = BEGIN.length;

    FrameOut(Consumer<byte[]> to) {
        this.to = to;
    }

    @Override
    public void write(int octet) {
        reserve(1);
        frame[length++] = (byte) octet;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, frame, length, count);
        length += count;
    }

    // start-up: code that is not compiled yet copies a string much faster than its characters.
    @SuppressWarnings("deprecation")
    void ascii(String text) {
        int count = text.length();
        reserve(count);
        text.getBytes(0, count, frame, length);
        length += count;
    }

    /** A number that is not negative, in digits. */
    void decimal(int number) {
        if (number > 9) decimal(number / 10);
        write('0' + number % 10);
    }

    /** The number of digits that {@link #decimal} writes. */
    static int digits(int number) {
        int digits = 1;
        for (int rest = number; rest > 9; rest /= 10) digits++;
        return digits;
    }

    /** One character of the basic plane as UTF-8. */
    void utf8(char glyph) {
        reserve(3);
        if (glyph < 0x80) {
            frame[length++] = (byte) glyph;
        } else if (glyph < 0x800) {
            frame[length++] = (byte) (0xC0 | glyph >> 6);
            frame[length++] = (byte) (0x80 | glyph & 0x3F);
        } else {
            frame[length++] = (byte) (0xE0 | glyph >> 12);
            frame[length++] = (byte) (0x80 | glyph >> 6 & 0x3F);
            frame[length++] = (byte) (0x80 | glyph & 0x3F);
        }
    }

    /** The same character so many times. */
    // start-up: copied, which takes code that is not compiled yet no longer for a whole line than for some bytes.
    void utf8(char glyph, int times) {
        int from = length;
        utf8(glyph);
        int one = length - from;
        int all = one * times;
        reserve(all - one);
        for (int done = one; done < all; done *= 2)
            System.arraycopy(frame, from, frame, from + done, Math.min(done, all - done));
        length = from + all;
    }

    @Override
    public void flush() {
        if (length == BEGIN.length) return;
        write(END, 0, END.length);
        byte[] whole = Arrays.copyOf(frame, length);
        length = BEGIN.length;
        to.accept(whole);
    }

    private void reserve(int count) {
        if (length + count > frame.length) frame = Arrays.copyOf(frame, Math.max(length + count, frame.length * 2));
    }
}
