package interleave.wire;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/**
 * Histograms of durations in nanoseconds: two significant digits, up to one hour, so that each takes the same bounded
 * memory. On the wire they are base64 of HdrHistogram's V2 encoding, which ends with the greatest value.
 */
public final class Histograms {
    public static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private static final int DIGITS = 2;
    private static final int HEADER_BYTES = 40;
    private static final int DIGITS_AT = 12;
    private static final int LOWEST_AT = 16;
    private static final int HIGHEST_AT = 24;

    private Histograms() {}

    public static Histogram empty() {
        return new Histogram(HIGHEST_NANOS, DIGITS);
    }

    static String encode(AbstractHistogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes.array(), length));
    }

    static AbstractHistogram decode(String name, String text) throws WireException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (bytes.limit() < HEADER_BYTES || !ofOurShape(bytes)) throw noHistogram(name);
            return Histogram.decodeFromByteBuffer(bytes, 0);
        } catch (RuntimeException e) {
            throw noHistogram(name);
        }
    }

    /** Looked at before decoding, since a header can ask for any amount of memory. */
    private static boolean ofOurShape(ByteBuffer bytes) {
        return bytes.getInt(DIGITS_AT) == DIGITS
                && bytes.getLong(LOWEST_AT) == 1
                && bytes.getLong(HIGHEST_AT) == HIGHEST_NANOS;
    }

    private static WireException noHistogram(String name) {
        return new WireException("'" + name + "' is not a histogram of nanoseconds up to one hour");
    }
}
