package interleave.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static Frame frame(Optional<Frame.Carriers> carriers, Histogram service) {
        return new Frame(
                7,
                Long.MAX_VALUE - 1,
                1_000_000_000_000L,
                999_999_999_000L,
                3,
                999_999_999_000L,
                11,
                3,
                997,
                1000,
                new Frame.Usage(1_500_000, 2_500_000, 12, 34),
                new Frame.Threads(20, 24, 900, 1000),
                carriers.map(any -> new Frame.Plan(5, 4, 3, values(7, 8_000))),
                carriers,
                new Frame.Memory(
                        100 << 20,
                        200 << 20,
                        30 << 20,
                        carriers.isPresent() ? OptionalLong.of(5) : OptionalLong.empty()),
                service,
                Histograms.empty(),
                Map.of("lag_us_max", 12.5));
    }

    private static Histogram values(long... nanos) {
        Histogram histogram = Histograms.empty();
        for (long value : nanos) histogram.recordValue(value);
        return histogram;
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
        assertRoundTrip(new Message.Report(frame(Optional.empty(), values())));
        assertRoundTrip(new Message.Report(
                frame(Optional.of(new Frame.Carriers(2, 3, 1, 77)), values(1, 20_000_000, Histograms.HIGHEST_NANOS))));
    }

    @Test
    void percentilesSurvive() throws WireException {
        Message parsed = Messages.parse(
                Messages.toLine(new Message.Report(frame(Optional.empty(), values(1000, 2000, 3000, 20_000_000)))));
        Frame frame = ((Message.Report) parsed).frame();
        assertEquals(4, frame.service().getTotalCount());
        assertEquals(20_000_000, frame.service().getValueAtPercentile(100), 20_000_000 * 0.01);
        assertEquals(0, frame.response().getTotalCount());
    }

    @Test
    void aTypicalFrameIsShort() {
        Histogram typical = Histograms.empty();
        for (int i = 0; i < 10_000; i++) typical.recordValue(20_000_000 + i * 500L);
        int length = Messages.toLine(new Message.Report(frame(Optional.empty(), typical)))
                .length();
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
    void aHistogramThatAsksForMuchMemoryIsRejected() {
        Histogram big = new Histogram(Histograms.HIGHEST_NANOS, 5);
        ByteBuffer bytes = ByteBuffer.allocate(big.getNeededByteBufferCapacity());
        int length = big.encodeIntoByteBuffer(bytes);
        String text = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes.array(), length));
        assertThrows(WireException.class, () -> Histograms.decode("service", text));
        assertThrows(WireException.class, () -> Histograms.decode("service", "AAAA"));
        assertThrows(WireException.class, () -> Histograms.decode("service", "not base64"));
        String cut = Histograms.encode(values(1, 2, 1_000_000));
        assertThrows(WireException.class, () -> Histograms.decode("service", cut.substring(0, cut.length() - 4)));
    }

    @Test
    void aLineWithoutEndIsRejected() {
        String line = "x".repeat(Fields.LONGEST_LINE + 1);
        assertThrows(WireException.class, () -> Messages.parse(line));
    }
}
