package interleave.wire;

import interleave.metric.Buckets;
import interleave.metric.Durations;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;

/**
 * Histograms of durations on the wire: base64 of HdrHistogram's V2 encoding, of two significant digits and up to one
 * hour. They are read without HdrHistogram, whose own take 37 kB each, to be filled, added up and collected again.
 */
final class Histograms {
    private static final int DIGITS = 2;
    private static final int COOKIE = 0x1C849313;
    private static final int HEADER_BYTES = 40;
    private static final int MOST_BITS = 63;

    private Histograms() {}

    static String encode(Durations durations) {
        Histogram histogram = new Histogram(Buckets.HIGHEST_NANOS, DIGITS);
        for (int i = 0; i < durations.size(); i++)
            histogram.recordValueWithCount(Buckets.lowest(durations.bucket(i)), durations.count(i));
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    static Durations decode(String name, String text) throws WireException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (bytes.limit() < HEADER_BYTES || !ofOurShape(bytes)) throw noHistogram(name);
            return durations(bytes);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException
                | ArithmeticException e) {
            throw noHistogram(name);
        }
    }

    /** Reads the header, to the end. */
    private static boolean ofOurShape(ByteBuffer bytes) {
        return bytes.getInt() == COOKIE
                && bytes.getInt() == bytes.limit() - HEADER_BYTES
                && bytes.getInt() == 0
                && bytes.getInt() == DIGITS
                && bytes.getLong() == 1
                && bytes.getLong() == Buckets.HIGHEST_NANOS
                && bytes.getDouble() == 1;
    }

    /** Counts of one bucket after the other; a negative one is that many empty ones. */
    private static Durations durations(ByteBuffer bytes) {
        int[] buckets = new int[bytes.remaining()];
        long[] counts = new long[bytes.remaining()];
        int size = 0;
        long bucket = 0;
        while (bytes.hasRemaining()) {
            long count = number(bytes);
            if (count > 0) {
                buckets[size] = (int) bucket;
                counts[size++] = count;
            }
            bucket += count < 0 ? -count : 1;
            if (bucket < 0 || bucket > Buckets.COUNT) throw new IndexOutOfBoundsException();
        }
        return Durations.counted(buckets, counts, size);
    }

    /** A signed number in groups of seven bits, the lowest first; the sign is in the lowest bit. */
    private static long number(ByteBuffer bytes) {
        long bits = 0;
        byte group;
        int shift = 0;
        do {
            group = bytes.get();
            bits |= (group & 0x7FL) << shift;
            shift += 7;
        } while (group < 0 && shift < MOST_BITS);
        return bits >>> 1 ^ -(bits & 1);
    }

    private static WireException noHistogram(String name) {
        return new WireException("'" + name + "' is not a histogram of nanoseconds up to one hour");
    }
}
