package interleave.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Buckets;
import interleave.metric.Durations;
import interleave.run.Frame;
import interleave.run.RunSample;
import interleave.run.SampleField;
import interleave.run.TaskTime;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static Frame frame(boolean all, Durations service) {
        RunSample.Builder sample = new RunSample.Builder();
        for (SampleField field : RunSample.FIELDS)
            if (all || field.always()) sample.put(field, 1_000_000_000_000L + field.ordinal());
        sample.put(SampleField.NANOS, Long.MAX_VALUE - 1);
        Map<TaskTime, Durations> times = new EnumMap<>(TaskTime.class);
        times.put(TaskTime.SERVICE, service);
        times.put(TaskTime.RESPONSE, Durations.NONE);
        if (all) times.put(TaskTime.LATE, Durations.of(7, 8_000));
        if (all) times.put(TaskTime.GAP, Durations.of(9, 10_000));
        return new Frame(
                sample.build(),
                times,
                Map.of("lag_us_max", 12.5),
                all ? Optional.of("Connection reset by peer") : Optional.empty());
    }

    private static void assertRoundTrip(Message message) throws WireException {
        String line = Messages.toLine(message);
        assertFalse(line.contains("\n"), line);
        assertEquals(message, Messages.parse(line));
    }

    @Test
    void everyMessageComesBackAsItWas() throws WireException {
        assertRoundTrip(new Message.Hello(4_194_304, 65_535, "epoll"));
        assertRoundTrip(new Message.Fault("a \"quoted\" word,\na new line, a tab\t and é"));
        assertRoundTrip(new Message.Finding("a deadlock"));
        assertRoundTrip(new Message.Refused(
                new Order.Change(new Load.Closed(9)),
                new Order.Change(new Load.Open(2.5, Arrival.POISSON)),
                "too many"));
        assertRoundTrip(
                new Message.Refused(new Order.Tune(Knob.LOOPS, 9), new Order.Tune(Knob.LOOPS, 1), "no room: why"));
        assertRoundTrip(new Message.Report(frame(false, Durations.of())));
        assertRoundTrip(new Message.Report(frame(true, Durations.of(1, 20_000_000, Buckets.HIGHEST_NANOS))));
    }

    @Test
    void percentilesSurvive() throws WireException {
        Message parsed = Messages.parse(
                Messages.toLine(new Message.Report(frame(false, Durations.of(1000, 2000, 3000, 20_000_000)))));
        Frame frame = ((Message.Report) parsed).frame();
        assertEquals(4, frame.times(TaskTime.SERVICE).total());
        assertEquals(20_000_000, frame.times(TaskTime.SERVICE).atPercentile(100), 20_000_000 * 0.01);
        assertEquals(0, frame.times(TaskTime.RESPONSE).total());
    }

    @Test
    void aTypicalFrameIsShort() {
        Durations typical = Durations.of(
                LongStream.range(0, 10_000).map(i -> 20_000_000 + i * 500).toArray());
        int length = Messages.toLine(new Message.Report(frame(false, typical))).length();
        assertTrue(length < 2_000, () -> length + " characters");
    }

    @Test
    void unknownNamesArePassedOver() throws WireException {
        Message parsed = Messages.parse(
                "{\"type\":\"hello\",\"mood\":[1,{}],\"pid\":1,\"port\":2,\"transport\":\"nio\",\"x\":null}");
        assertEquals(new Message.Hello(1, 2, "nio"), parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "[1,2]",
                "{\"type\":\"hello\"",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"greeting\"}",
                "{\"type\":\"hello\",\"pid\":\"one\",\"port\":2,\"transport\":\"nio\"}",
                "{\"type\":\"hello\",\"pid\":1.5,\"port\":2,\"transport\":\"nio\"}",
                "{\"type\":\"hello\",\"pid\":99999999999999999999999999,\"port\":2,\"transport\":\"nio\"}",
                "{\"type\":\"hello\",\"pid\":1e400,\"port\":2,\"transport\":\"nio\"}",
                "{\"type\":\"hello\",\"pid\":1,\"port\":99999999999,\"transport\":\"nio\"}",
                "{\"type\":\"hello\",\"pid\":1,\"port\":null,\"transport\":\"nio\"}",
                "{\"type\":\"frame\",\"sequence\":1}",
                "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space"
            })
    void rubbishIsRejectedInOneSentence(String line) {
        String words =
                assertThrows(WireException.class, () -> Messages.parse(line)).getMessage();
        assertFalse(words.isBlank() || words.contains("\n"), words);
    }

    @Test
    void whatHdrHistogramWritesIsReadAsItReadsIt() throws WireException {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Histogram histogram = new Histogram(Buckets.HIGHEST_NANOS, 2);
            for (int i = random.nextInt(500); i > 0; i--)
                histogram.recordValueWithCount(random.nextLong(1L << random.nextInt(1, 41)), 1 + random.nextInt(300));
            Durations read = Histograms.decode("x", text(histogram));
            assertEquals(histogram.getTotalCount(), read.total());
            assertEquals(text(histogram), Histograms.encode(read));
            for (double percentile : new double[] {0.1, 50, 90, 99, 99.9, 100})
                if (read.total() > 0)
                    assertEquals(histogram.getValueAtPercentile(percentile), read.atPercentile(percentile));
        }
    }

    @Test
    void aHistogramOfMoreThanCanBeCountedIsRejected() {
        Histogram histogram = new Histogram(Buckets.HIGHEST_NANOS, 2);
        histogram.recordValueWithCount(1, Long.MAX_VALUE / 2);
        histogram.recordValueWithCount(5, Long.MAX_VALUE / 2);
        histogram.recordValueWithCount(9, Long.MAX_VALUE / 2);
        assertThrows(WireException.class, () -> Histograms.decode("service", text(histogram)));
    }

    private static String text(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes.array(), length));
    }

    @Test
    void aForeignHistogramIsRejected() {
        Histogram big = new Histogram(Buckets.HIGHEST_NANOS, 5);
        big.recordValue(1_000);
        assertThrows(WireException.class, () -> Histograms.decode("service", text(big)));
        assertThrows(WireException.class, () -> Histograms.decode("service", "AAAA"));
        assertThrows(WireException.class, () -> Histograms.decode("service", "not base64"));
        String cut = Histograms.encode(Durations.of(1, 2, 1_000_000));
        assertThrows(WireException.class, () -> Histograms.decode("service", cut.substring(0, cut.length() - 4)));
    }

    @Test
    void bracketsWithoutEndAreRejected() {
        assertThrows(WireException.class, () -> Messages.parse("{\"type\":" + "[".repeat(900_000)));
    }

    @Test
    void aLineWithoutEndIsRejected() {
        String line = "x".repeat(Fields.LONGEST_LINE + 1);
        assertThrows(WireException.class, () -> Messages.parse(line));
    }
}
