package interleave.cli;

import static interleave.metric.HostMetrics.BUSY_PERCENT;
import static interleave.metric.HostMetrics.CGROUP_CPUS;
import static interleave.metric.HostMetrics.MEMORY_USED_BYTES;
import static interleave.metric.HostMetrics.STEAL_PERCENT;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;
import static interleave.metric.HostMetrics.THROTTLED_PERCENT;
import static interleave.metric.HostMetrics.UPTIME_S;
import static interleave.metric.HostMetrics.USER_PERCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Reading.Why;
import interleave.metric.Readings;
import interleave.record.HostJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostOutputTest {
    private static final Reading UNLIMITED = Reading.absent(Why.UNSUPPORTED, "no CPU quota is set");
    private static final Readings SAMPLE = new Readings(0, values(), cores(), host());

    @Test
    void jsonHasTheContractsNamesAndSaysWhyANumberIsMissing() throws JsonParserException {
        String line = HostJson.line(SAMPLE, Instant.parse("2026-01-02T03:04:05.678901Z"));
        JsonObject json = JsonParser.object().from(line);
        assertEquals("host", json.getString("type"));
        assertEquals("2026-01-02T03:04:05.678Z", json.getString("time"));
        assertEquals("box", json.getString("host_name"));
        assertEquals(2, json.getInt("logical_cores"));
        assertEquals(12345.7, json.getDouble("switches_per_s"));
        assertEquals(3_221_225_472L, json.getLong("memory_used_bytes"));
        assertEquals(true, json.has("cgroup_cpus") && json.isNull("cgroup_cpus"));
        for (Metric metric : HostMetrics.ALL) assertTrue(json.has(metric.name()), metric.name());
        JsonObject absent = json.getObject("absent");
        assertEquals("no CPU quota is set", absent.getString("cgroup_cpus"));
        assertEquals("not available here", absent.getString("cpu_model"));
        assertEquals("offline", absent.getString("cores.3.busy_percent"));
        JsonArray cores = json.getArray("cores");
        assertEquals(0, cores.getObject(0).getInt("id"));
        assertEquals(42.5, cores.getObject(0).getDouble("busy_percent"));
        assertEquals(3, cores.getObject(1).getInt("id"));
    }

    /** Every time has as many digits as those of other results, a full second too. */
    @Test
    void timesAreToTheMillisecond() throws JsonParserException {
        String line = HostJson.line(SAMPLE, Instant.parse("2026-01-02T03:04:05Z"));
        assertEquals("2026-01-02T03:04:05.000Z", JsonParser.object().from(line).getString("time"));
    }

    @Test
    void textIsAlignedAndGathersWhatIsMissing() {
        assertEquals("""
            box, Linux 6.12, 1 of 2 cores

            % of         busy    user  system     irq   steal  iowait
            all          42.5    40.0       -       -       -       -
            CPU 0        42.5    40.0     1.0     0.5     1.0     0.0
            CPU 3           -       -       -       -       -       -  offline

            switches               12,346 /s
            memory used            3 GiB
            up                     1 h 2 min
            - NOT-GIVEN: no probe gives it here
            - CPU quota, throttled: no CPU quota is set
            """.replace("NOT-GIVEN", notGiven()), String.join("\n", HostText.lines(SAMPLE)) + "\n");
    }

    private static String notGiven() {
        return HostMetrics.ALL.stream()
                .filter(metric -> !HostMetrics.OF_CORES.contains(metric) && !values().containsKey(metric))
                .map(Metric::title)
                .collect(Collectors.joining(", "));
    }

    @Test
    void aNameOfTheHostDoesNothingToATerminal() {
        HostIdentity host = new HostIdentity(
                Optional.of("\u001b[2Jbox\u202e"),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        String first =
                HostText.lines(new Readings(0, values(), List.of(), host)).getFirst();
        assertEquals("?[2Jbox?", first);
    }

    private static Map<Metric, Reading> values() {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        values.put(BUSY_PERCENT, Reading.of(42.5));
        values.put(USER_PERCENT, Reading.of(40));
        values.put(STEAL_PERCENT, Reading.absent(Why.UNSUPPORTED, ""));
        values.put(SWITCHES_PER_S, Reading.of(12345.6789));
        values.put(MEMORY_USED_BYTES, Reading.of(3L << 30));
        values.put(UPTIME_S, Reading.of(3725));
        values.put(CGROUP_CPUS, UNLIMITED);
        values.put(THROTTLED_PERCENT, UNLIMITED);
        return values;
    }

    private static List<Core> cores() {
        return List.of(
                new Core(
                        0,
                        Reading.of(42.5),
                        Reading.of(40),
                        Reading.of(1),
                        Reading.of(0.5),
                        Reading.of(1),
                        Reading.of(0)),
                Core.absent(3, Reading.absent(Why.STALE, "offline")));
    }

    private static HostIdentity host() {
        return new HostIdentity(
                Optional.of("box"), Optional.of("Linux 6.12"), Optional.empty(), OptionalInt.of(1), OptionalInt.of(2));
    }
}
