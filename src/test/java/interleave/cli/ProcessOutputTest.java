package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.record.ProcessJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ProcessOutputTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void aLineHasTheContractsNames() throws JsonParserException {
        JsonObject json = JsonParser.object().from(ProcessJson.line(sample(true, Optional.empty()), TIME));
        assertEquals("process", json.getString("type"));
        assertEquals("2026-01-02T03:04:05.678Z", json.getString("time"));
        assertEquals(4711, json.getInt("pid"));
        assertEquals("node", json.getString("name"));
        for (String name : List.of(
                "cpu_percent",
                "os_threads",
                "switches_per_s",
                "voluntary_switches_per_s",
                "involuntary_switches_per_s",
                "run_queue_wait_percent")) assertEquals(42, json.getInt(name), name);
        assertTrue(json.isNull("rss_bytes"));
        assertEquals("it has none", json.getObject("absent").getString("rss_bytes"));
        assertEquals("counted", json.getString("source"));
        assertTrue(json.getBoolean("exact"));
    }

    @Test
    void whatMayBeMoreIsSaidToBe() {
        List<String> exact = ProcessText.lines(sample(true, Optional.empty()));
        assertEquals("process 4711, node", exact.getFirst());
        assertTrue(exact.contains("switches               42 /s"), exact.toString());
        assertTrue(exact.contains("- memory: it has none"), exact.toString());
        assertEquals("- switches: counted", exact.getLast());
        List<String> least = ProcessText.lines(sample(false, Optional.of("stopped")));
        assertEquals("process 4711, node: stopped", least.getFirst());
        assertTrue(least.contains("switches               at least 42 /s"), least.toString());
        assertTrue(least.contains("page faults            42 /s"), least.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "x", "", "1e3", "4194305", "99999999999", "1 2"})
    void whatIsNoNumberOfAProcessIsToldApart(String text) {
        String words = assertThrows(TypeConversionException.class, () -> new PidOptions.OfPid().convert(text))
                .getMessage();
        assertEquals("must be the number of a process as ps shows it, such as 4711", words);
    }

    @Test
    void anyProcessIsRightOurOwnAndTheFirstToo() {
        int own = (int) ProcessHandle.current().pid();
        assertEquals(own, new PidOptions.OfPid().convert(String.valueOf(own)));
        assertEquals(1, new PidOptions.OfPid().convert("1"));
    }

    private static ProcessReadings sample(boolean exact, Optional<String> remark) {
        Map<Metric, Reading> values = ProcessReadings.all(Reading.of(42));
        values.put(ProcessMetrics.RSS_BYTES, Reading.absent(Reading.Why.UNSUPPORTED, "it has none"));
        return new ProcessReadings(
                new ProcessReadings.Id(4711, 1),
                "node",
                remark,
                false,
                new ProcessReadings.Source("counted", exact),
                values);
    }
}
