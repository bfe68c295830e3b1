package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interleave.lab.Doctored;
import interleave.lab.Interleaving;
import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.lab.Quantity;
import interleave.lab.Repetition;
import interleave.lab.Rules;
import interleave.lab.stats.Repeated;
import interleave.report.Chart;
import interleave.report.Page;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A comparison's lines, of doctored repetitions. */
class ContestTest {
    private static final Rules RULES =
            new Rules(0.05, 0.01, Duration.ofMinutes(2), Duration.ofSeconds(6), Rules.USUAL, 1);

    private final Contest contest = new Contest(
            List.of(entry("http/event-loop"), entry("http/virtual")),
            Place.APART,
            new Place.Sides(List.of(0), List.of(1)),
            RULES,
            Optional.empty());
    private final Interleaving interleaving = new Interleaving(List.of(List.of(), List.of()), Set.of(0, 1), RULES);
    private final List<String> lines = new ArrayList<>();

    private static Contest.Entry entry(String name) {
        String[] parts = name.split("/");
        RunSpec run = RunSpec.of(new Workload(parts[0], parts[1]), new Load.Closed(256));
        return new Contest.Entry(name, run, RunSettings.of(run, List.of()));
    }

    /** Base and candidate alike but for the CPU time, and for the noise of the second repetition. */
    private void play(ContestReport report, double cpuMicros, Noise second) {
        lines.addAll(report.begin(contest, Duration.ofSeconds(2)));
        Duration elapsed = Duration.ZERO;
        for (OptionalInt next = interleaving.next(elapsed); next.isPresent(); next = interleaving.next(elapsed)) {
            int number = interleaving.repetitions() + 1;
            Repetition repetition =
                    Doctored.of(1000, next.getAsInt() == 0 ? 20 : cpuMicros, number == 2 ? second : Noise.NONE);
            interleaving.add(next.getAsInt(), repetition);
            report.repetition(contest, next.getAsInt(), number, repetition).ifPresent(lines::add);
            elapsed = elapsed.plusSeconds(4);
        }
        lines.addAll(report.end(contest, interleaving, elapsed, Optional.empty()));
    }

    private void play(OutputFormat format, double cpuMicros) {
        play(ContestReport.of(format, () -> Instant.EPOCH, true), cpuMicros, Noise.NONE);
    }

    @Test
    void textHasBarsVerdictsAndHowItWasMeasured() {
        play(ContestReport.of(OutputFormat.TEXT, () -> Instant.EPOCH, false), 40, Doctored.LOUD);
        assertEquals("""
            tasks/s
              http/event-loop      1,000  ################          base
              http/virtual         1,000  ################  +-0.0%  1x (1 to 1)  no difference

            CPU us/task
              http/event-loop         20  ########                  base
              http/virtual            40  ################  +-0.0%  2x (2 to 2)  higher

            response p99, ms
              http/event-loop        100  ################          base
              http/virtual           100  ################  +-0.0%  1x (1 to 1)  no difference

            256 in flight; apart: run on CPU 0, its service or client on CPU 1
            5 repetitions of each in turn (seed 1), each in a fresh process, in 44 s; medians, +- half the\
             distance of the quartiles, 95 % intervals of ratios (bootstrap)
            noise at most: other processes 0.0 % of a core, steal 0.0 %; 1 was spoiled, and done again while there was time, last: other\
             processes took 60 % of a core\
            """, String.join("\n", lines));
    }

    @Test
    void jsonHasASetupRepetitionsComparisonsAndASummary() {
        play(OutputFormat.JSON, 40);
        assertEquals(1 + 10 + 10 + 1, lines.size());
        assertTrue(lines.getFirst().startsWith("{\"type\":\"setup\""), lines.getFirst());
        assertTrue(lines.get(1).startsWith("{\"type\":\"repetition\""), lines.get(1));
        assertEquals(
                "{\"type\":\"comparison\",\"time\":\"1970-01-01T00:00:00.000Z\",\"base\":\"http/event-loop\","
                        + "\"workload\":\"http/virtual\",\"metric\":\"cpu_us_per_task\",\"median\":40,"
                        + "\"base_median\":20,\"spread_percent\":0,\"ratio\":2,\"ratio_low\":2,\"ratio_high\":2,"
                        + "\"verdict\":\"higher\",\"why\":null,\"repetitions\":5,"
                        + "\"absent\":{\"why\":\"there is a verdict\"}}",
                lines.get(13));
        assertTrue(lines.getLast().contains("\"end\":\"precision\""), lines.getLast());
    }

    @Test
    void csvHasOneHeaderForAll() {
        play(OutputFormat.CSV, 40);
        assertEquals(2 + 10 + 10 + 1, lines.size());
        long columns = lines.getFirst().chars().filter(c -> c == ',').count();
        for (String line : lines)
            assertEquals(columns, line.chars().filter(c -> c == ',').count(), line);
        assertTrue(lines.getFirst().contains(",ratio_low,ratio_high,verdict,"), lines.getFirst());
    }

    /** A name without a column is in no line, and nobody would know. */
    @Test
    void csvHasAColumnForAllThatJsonTells() throws JsonParserException {
        play(OutputFormat.JSON, 40);
        String header = ContestReport.of(OutputFormat.CSV, () -> Instant.EPOCH, true)
                .begin(contest, Duration.ofSeconds(2))
                .getFirst();
        Set<String> columns = Set.of(header.split(","));
        for (String line : lines)
            for (String name : JsonParser.object().from(line).keySet())
                assertTrue(name.equals("absent") || columns.contains(name), name + " of " + line);
    }

    private static Baseline.Wanted wanted(String label) {
        Candidate candidate = new Candidate.Converter().convert(label);
        RunSpec run = candidate.apply(RunSpec.of(candidate.info().workload(), new Load.Closed(256)));
        return new Baseline.Wanted(label, candidate.info(), RunSettings.of(run, List.of()));
    }

    private static String unusable(List<String> lines, String label) {
        return assertThrows(Baseline.Unusable.class, () -> Baseline.parse(lines, wanted(label)))
                .getMessage();
    }

    @Test
    void whatJsonPrintedIsABaseline() throws Baseline.Unusable {
        play(OutputFormat.JSON, 40);
        Baseline earlier = Baseline.parse(lines, wanted("http/virtual"));
        assertEquals(Place.APART, earlier.place());
        assertEquals(new Load.Closed(256), earlier.load());
        assertEquals(5, earlier.repetitions().size());
        assertEquals(
                40,
                earlier.repetitions()
                        .getFirst()
                        .value(Quantity.CPU_US_PER_TASK)
                        .orElseThrow()
                        .value());
    }

    @Test
    void aFileThatIsNoBaselineIsToldInOneLine() {
        play(OutputFormat.JSON, 40);
        assertEquals("is empty; must be what compare --format json printed", unusable(List.of(), "http/pool"));
        assertEquals("has no http/pool; it has http/event-loop, http/virtual", unusable(lines, "http/pool"));
        assertEquals("is cut off: line 9, the last one, is no summary", unusable(lines.subList(0, 9), "http/virtual"));
        List<String> cut = new ArrayList<>(lines.subList(0, 9));
        cut.set(8, cut.get(8).substring(0, 20));
        assertEquals(
                "is cut off: line 9 is no JSON object; the file must be what compare --format json printed",
                unusable(cut, "http/virtual"));
        List<String> later = new ArrayList<>(lines);
        later.set(0, later.getFirst().replace("\"version\":2", "\"version\":1"));
        assertEquals("is of version 1; must be of version 2: measure it again", unusable(later, "http/virtual"));
    }

    /** Files that somebody edited, or of a program that is not this one: told before anything is measured. */
    @Test
    void aFileWithNumbersThatAreNoneIsRefused() throws Baseline.Unusable {
        play(OutputFormat.JSON, 40);
        for (String number : List.of("1e400", "-5", "\"abc\"", "{}"))
            assertEquals(
                    "has a tasks_per_s that is no number from 0 on",
                    unusable(edited("\"tasks_per_s\":[0-9.]+", "\"tasks_per_s\":" + number), "http/virtual"));
        List<Repetition> unknown = Baseline.parse(
                        edited("\"tasks_per_s\":[0-9.]+", "\"tasks_per_s\":null"), wanted("http/virtual"))
                .repetitions();
        assertEquals(Optional.empty(), unknown.getFirst().value(Quantity.TASKS_PER_S));
        assertEquals(
                "tells no load of http/virtual", unusable(edited("\"load\":\\{[^}]*}", "\"load\":5"), "http/virtual"));
        List<String> deep = List.of("{\"a\":".repeat(100_000));
        assertEquals(
                "is cut off: line 1 is no JSON object; the file must be what compare --format json printed",
                unusable(deep, "http/virtual"));
    }

    private List<String> edited(String pattern, String by) {
        return lines.stream().map(line -> line.replaceAll(pattern, by)).toList();
    }

    /** Of a file whose candidates had the pool of that size. */
    private static List<String> withPools(List<String> lines, String... pools) {
        List<String> other = new ArrayList<>();
        for (String line : lines)
            other.add(line.replace("http/event-loop", "http/pool:pool=" + pools[0])
                    .replace("http/virtual", "http/pool:pool=" + pools[1])
                    .replace(
                            "\"settings\":null",
                            "\"settings\":\"pool=" + pools[line.contains("http/event-loop") ? 0 : 1] + "\""));
        return other;
    }

    @Test
    void aBaselineKeepsItsSettings() throws Baseline.Unusable {
        play(OutputFormat.JSON, 40);
        Baseline same = Baseline.parse(withPools(lines, "256", "512"), wanted("http/pool:pool=512"));
        assertEquals(Optional.empty(), same.difference());
        // By its settings, however it was typed.
        List<String> typed = new ArrayList<>();
        for (String line : withPools(lines, "256", "64")) typed.add(line.replace("pool:pool=64", "pool"));
        assertEquals(
                Optional.empty(),
                Baseline.parse(typed, wanted("http/pool:pool=64")).difference());
        List<String> one = new ArrayList<>(withPools(lines, "256", "512"));
        one.removeIf(line -> line.contains("pool=512") && line.contains("repetition\""));
        assertEquals(
                Optional.of("pool=256, and this is with pool=64"),
                Baseline.parse(one, wanted("http/pool:pool=64")).difference());
        assertEquals(
                "has no http/pool:pool=7; it has http/pool:pool=256, http/pool:pool=512",
                unusable(withPools(lines, "256", "512"), "http/pool:pool=7"));
    }

    /** Its title says MiB, on the page as in the text. */
    @Test
    void memoryIsInMebibytesForPeople() {
        for (int i = 0; i < 10; i++)
            interleaving.add(
                    i % 2,
                    new Repetition(
                            Map.of(Quantity.RSS_PEAK, Repeated.whole((i % 2 + 1) * 50.0 * (1 << 20))), Noise.NONE));
        Page page = ContestPage.of(contest, interleaving, Duration.ofSeconds(1));
        Page.Part part = page.parts().getFirst();
        assertEquals("memory, peak MiB", part.title());
        Chart.Bar bar = ((Chart.Bars) part.charts().getFirst()).bars().getLast();
        assertEquals(new Chart.Bar("http/virtual", 100, "100", 100, 100), bar);
        assertEquals("100", part.numbers().orElseThrow().rows().getFirst().get(1));
        List<String> text =
                new ContestText(false, OptionalInt.empty()).end(contest, interleaving, Duration.ZERO, Optional.empty());
        assertTrue(text.get(2).startsWith("  http/virtual           100  "), text.get(2));
    }

    /** Bars give way, then verdicts go below; sentences are broken. */
    @Test
    void itFitsTheTerminal() {
        play(ContestReport.of(OutputFormat.TEXT, () -> Instant.EPOCH, false), 40, Noise.NONE);
        for (int room : List.of(60, 80, 100, 120)) {
            List<String> lines = new ContestText(true, OptionalInt.of(room))
                    .end(contest, interleaving, Duration.ofSeconds(9), Optional.empty());
            for (String line : lines) assertTrue(line.length() <= room, room + ": " + line);
            assertTrue(lines.stream().anyMatch(line -> line.contains("x (")), lines.toString());
        }
    }

    private FailIf.Answer answer(String condition) {
        FailIf asked = new FailIf.Converter().convert(condition);
        return interleaving.comparisons().stream()
                .filter(one -> one.quantity() == asked.quantity())
                .map(one -> asked.ask(one, 5))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConditionHoldsWhereTheWholeIntervalIsBeyond() {
        play(OutputFormat.JSON, 40);
        assertEquals(FailIf.Answer.HOLDS, answer("cpu_us_per_task>1.5x"));
        assertEquals(FailIf.Answer.DOES_NOT, answer("cpu_us_per_task>2.1x"));
        assertEquals(FailIf.Answer.DOES_NOT, answer("tasks_per_s<0.9x"));
        assertEquals(FailIf.Answer.HOLDS, answer("p99<1.1x"));
        assertEquals(FailIf.Answer.NOT_KNOWN, answer("rss_peak_bytes>1.1x"));
    }
}
