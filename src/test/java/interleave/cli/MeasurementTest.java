package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Durations;
import interleave.metric.Reading;
import interleave.metric.Stretch;
import interleave.record.Csv;
import interleave.record.Json;
import interleave.record.ResultValue;
import interleave.run.CostMetrics;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.run.Percentile;
import interleave.run.RunReadings;
import interleave.run.StateMetrics;
import interleave.run.TimeMetrics;
import interleave.run.Verification.Verdict;
import interleave.run.WorkMetrics;
import interleave.spec.Arrival;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final OptionalLong AT_ONCE = OptionalLong.of(0);

    private static Measurement of(String model, Load load, Frame... frames) {
        Measurement run = new Measurement(RunSpec.of(new Workload("http", model), load), Duration.ofSeconds(10));
        for (Frame frame : frames) run.frame(frame, AT_ONCE);
        return run;
    }

    private static Frame tasks(long millis, long tasks, long cpuMicros) {
        return Frames.at(millis, tasks, cpuMicros, tasks, 0);
    }

    @Test
    void theOfferIsHeldAgainstWhatWasDone() {
        long[] late = LongStream.rangeClosed(1, 100).toArray();
        Measurement run = of(
                "virtual",
                new Load.Open(2000, Arrival.POISSON),
                tasks(0, 1, 0),
                Frames.withPlan(tasks(1000, 1801, 0), 2000, 150, late));
        RunReadings rates = run.readings();
        assertEquals(Reading.of(2000), rates.of(WorkMetrics.OFFERED_PER_S));
        assertEquals(Reading.of(1800), rates.of(WorkMetrics.TASKS_PER_S));
        assertEquals(Reading.of(150), rates.of(WorkMetrics.DROPPED));
        assertEquals(Reading.of(2), rates.of(WorkMetrics.BEHIND_NOW_MS));
        assertEquals(99, rates.of(TimeMetrics.BEHIND, Percentile.P99).orElse(0), 1);
        assertEquals(Reading.of(6000 / 1800.0), rates.of(CostMetrics.PLAN_SWITCHES_PER_TASK));
        assertEquals(Reading.of(4000 / 1800.0), rates.of(CostMetrics.PLAN_CPU_US_PER_TASK));

        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(json.contains("\"load\":{\"rate_per_s\":2000,\"arrival\":\"poisson\"}"), json);
        assertTrue(
                json.contains("\"offered_per_s\":2000,\"tasks_per_s\":1800,\"of_backlog\":0,\"dropped\":150,"), json);
        List<String> text = TextSummary.lines(List.of(run));
        assertTrue(text.stream().anyMatch(line -> line.matches("  of them the plan's +3.33")), text.toString());
        assertTrue(text.stream().anyMatch(line -> line.matches("  of it the plan's +2.22")), text.toString());
    }

    @Test
    void whatItStoodStillForIsNoTimeAndIsTold() {
        Map<String, Double> told = Map.of("paused_s", 6.0);
        Measurement run = of(
                "virtual",
                new Load.Closed(1),
                tasks(0, 0, 0),
                tasks(1000, 2000, 1_000_000),
                Frames.withExtra(Frames.withPause(tasks(7250, 2300, 1_100_000), 6000), told),
                Frames.withExtra(Frames.withPause(tasks(8250, 4300, 2_100_000), 6000), told));
        assertEquals(Reading.of(2), run.readings().of(WorkMetrics.ELAPSED_S));
        assertEquals(Reading.of(4000), run.readings().of(WorkMetrics.TASKS));
        assertEquals(Reading.of(2000), run.readings().of(WorkMetrics.TASKS_PER_S));
        assertEquals(Reading.of(100), run.readings().of(CostMetrics.CPU_PERCENT));
        assertEquals(Reading.of(1), run.readings().of(CostMetrics.SWITCHES_PER_TASK));
        assertFalse(run.complete(), "two of ten seconds");
        assertEquals(
                List.of(new Stretch(0, 1_000_000_000), new Stretch(7_250_000_000L, 8_250_000_000L)), run.stretches());
        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(json.contains("\"elapsed_s\":2,\"tasks\":4000,") && json.contains(",\"paused_s\":6,"), json);
        List<String> text = TextSummary.lines(List.of(run));
        assertTrue(text.stream().anyMatch(line -> line.matches("stood still, s +6")), text.toString());
        Measurement other = of("virtual", new Load.Closed(1), tasks(0, 0, 0), tasks(2000, 4000, 0));
        assertTrue(Json.line("summary", Instant.EPOCH, Results.summary(other)).contains("\"paused_s\":0"));
    }

    /** Of the warm-up's two seconds, one is left after a standstill of six. */
    @Test
    void aStandstillInTheWarmUpDoesNotShortenIt() {
        Measurement run = new Measurement(
                RunSpec.of(new Workload("http", "virtual"), new Load.Closed(1)), Duration.ofSeconds(10));
        run.frame(tasks(0, 1, 0), OptionalLong.empty());
        OptionalLong openAt = OptionalLong.of(2_000_000_000L);
        run.frame(Frames.withPause(tasks(7000, 1000, 0), 6000), openAt);
        assertFalse(run.whole().first().isPresent());
        run.frame(Frames.withPause(tasks(8000, 2000, 0), 6000), openAt);
        assertTrue(run.whole().first().isPresent());
    }

    @Test
    void aBacklogOfTheWarmUpIsSaid() {
        Measurement run = of(
                "virtual",
                new Load.Open(10_000, Arrival.CONSTANT),
                Frames.withPlan(tasks(0, 1_000, 0), 5_000, 0),
                Frames.withPlan(tasks(1000, 13_252, 0), 15_000, 0));
        assertEquals(Reading.of(2252), run.readings().of(WorkMetrics.OF_BACKLOG));
        assertTrue(
                TextSummary.lines(List.of(run))
                        .contains(
                                "http/virtual was behind its plan when the measured time began: 2,252 of its tasks are"
                                        + " of that backlog; a longer --warmup lets it catch up"),
                TextSummary.lines(List.of(run)).toString());
    }

    /** Half of the gaps are nothing, where a quarter of the starts are to follow within 0.29 of the mean gap. */
    @Test
    void startsThatDoNotKeepTheirDistancesSaySo() {
        Load.Open load = new Load.Open(1_000, Arrival.POISSON);
        long[] millis = new long[1_000];
        for (int i = 500; i < 1_000; i++) millis[i] = 2;
        Frame begun = Frames.withPlan(tasks(0, 0, 0), 0, 0);
        Frame later = Frames.withPlan(tasks(1000, 1_000, 0), 1_000, 0);
        Measurement bunched = of("virtual", load, begun, Frames.withGaps(later, 1_000_000, Frames.durations(millis)));
        List<String> text = TextSummary.lines(List.of(bunched));
        assertTrue(
                text.contains("http/virtual did not begin at true Poisson gaps: off by 50.0 %, where 4.28 % would pass;"
                        + " starts that were held up follow each other closely, and response times count from the"
                        + " plan"),
                text.toString());
        String json = Json.line("summary", Instant.EPOCH, Results.summary(bunched));
        assertTrue(json.contains("\"gaps_off_percent\":49.9") && json.contains(",\"gaps_pass_percent\":4.27"), json);
        Measurement planned = of("virtual", load, begun, Frames.withGaps(later, 1_000_000, exponential()));
        assertFalse(TextSummary.lines(List.of(planned)).toString().contains("true Poisson gaps"));
    }

    private static Durations exponential() {
        long[] gaps = new long[1_000];
        for (int i = 0; i < gaps.length; i++) gaps[i] = (long) (-Math.log(1 - (i + 0.5) / gaps.length) * 1_000_000);
        return Durations.of(gaps);
    }

    /** It is to be given again: a double would make 9223372036854775808 of it. */
    @Test
    void theGreatestSeedIsPrintedDigitByDigit() {
        RunSpec plain = RunSpec.of(new Workload("http", "pool"), new Load.Closed(4));
        RunSpec seeded = new RunSpec(plain.workload(), plain.load(), plain.knobs(), 0, Long.MAX_VALUE, plain.process());
        Map<String, ResultValue> summary = Results.summary(new Measurement(seeded, Duration.ofSeconds(1)));
        String json = Json.line("summary", Instant.EPOCH, summary);
        assertTrue(json.contains("\"seed\":9223372036854775807,"), json);
        String csv = Csv.of(List.of(summary)).line("summary", Instant.EPOCH, summary);
        assertTrue(csv.contains(",9223372036854775807,"), csv);
    }

    /** The warm-up had more of all at once; of what is measured, a peak between two frames counts. */
    @Test
    void peaksAreOfWhatIsMeasured() {
        Measurement run =
                new Measurement(RunSpec.of(new Workload("http", "pool"), new Load.Closed(4)), Duration.ofSeconds(10));
        OptionalLong afterWarmUp = OptionalLong.of(1_000_000_000);
        run.frame(Frames.with(tasks(0, 1, 0), 900, 90_000_000, 0, 0, Map.of()), afterWarmUp);
        run.frame(Frames.withPeaks(tasks(1000, 9, 0), 3, 900, 17), afterWarmUp);
        run.frame(Frames.withPeaks(tasks(1250, 19, 0), 5, 900, 19), afterWarmUp);
        run.frame(Frames.withPeaks(tasks(1500, 29, 0), 4, 900, 18), afterWarmUp);
        assertEquals(Reading.of(5), run.readings().of(StateMetrics.IN_FLIGHT_PEAK));
        assertEquals(Reading.of(19), run.readings().of(StateMetrics.OS_THREADS_PEAK));
        assertEquals(Reading.of(50_000_000), run.readings().of(StateMetrics.RSS_PEAK_BYTES));
        run.frame(Frames.withPeaks(tasks(1750, 39, 0), 4, 950, 18), afterWarmUp);
        assertEquals(Reading.of(950), run.readings().of(StateMetrics.IN_FLIGHT_PEAK));
    }

    @Test
    void theShortestMeasurementIsThatBetweenTwoFrames() {
        Measurement run =
                new Measurement(RunSpec.of(new Workload("http", "pool"), new Load.Closed(4)), Duration.ofMillis(1));
        run.frame(tasks(0, 1, 0), AT_ONCE);
        assertFalse(run.complete());
        run.frame(tasks(250, 9, 0), AT_ONCE);
        assertTrue(run.complete());
        assertEquals(Reading.of(8), run.readings().of(WorkMetrics.TASKS));
    }

    @Test
    void countersAreDifferencesAndStatesTheHighest() {
        Measurement run = of(
                "event-loop",
                new Load.Closed(4),
                Frames.with(tasks(0, 1, 0), 4, 0, 0, 0, Map.of("connections_opened", 7.0, "loop_lag_ms", 9.0)),
                Frames.with(tasks(250, 3, 0), 4, 0, 0, 0, Map.of("connections_opened", 8.0, "loop_lag_ms", 2.0)),
                Frames.with(tasks(1000, 9, 0), 4, 0, 0, 0, Map.of("connections_opened", 10.0, "loop_lag_ms", 1.0)));
        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(json.contains("\"connections_opened\":3,\"loop_lag_ms\":2"), json);
        assertTrue(json.contains("\"connections_opened\":10}"), json);
        List<String> text = TextSummary.lines(List.of(run));
        assertTrue(text.stream().anyMatch(line -> line.matches("loop lag, ms +2")), text.toString());
    }

    @Test
    void whatWasFoundOutLastIsInEveryFormat() {
        Measurement run = of("pool", new Load.Closed(4), tasks(0, 1, 0), tasks(1000, 9, 0));
        String before = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(before.contains("\"note\":null"), before);
        run.note("http/pool: one");
        run.note("http/pool: two, and more");
        assertEquals("http/pool: two, and more", TextSummary.lines(List.of(run)).getLast());
        Map<String, ResultValue> summary = Results.summary(run);
        assertTrue(Json.line("summary", Instant.EPOCH, summary).contains("\"note\":\"http/pool: two, and more\""));
        String csv = Csv.of(List.of(summary)).line("summary", Instant.EPOCH, summary);
        assertTrue(csv.contains(",\"http/pool: two, and more\","), csv);
    }

    @Test
    void failuresThatVanishedAreAFindingAndThoseThatWereSeenAreNot() {
        Frame frame = tasks(1000, 50, 0);
        Measurement seen = of("pool", new Load.Closed(4), Frames.with(frame, 0, 0, 3, 3, Map.of()));
        assertEquals(Optional.empty(), seen.failure());

        Measurement vanished = of("pool", new Load.Closed(4), Frames.with(frame, 0, 0, 2, 3, Map.of()));
        assertEquals(Verdict.NO, vanished.verified());
        List<String> text = TextSummary.lines(List.of(vanished));
        assertEquals("http/pool NOT VERIFIED: 3 failures were raised, 2 were seen: 1 vanished", text.getLast());
    }

    @Test
    void memoryIsSharedOutAmongManyTasksOnly() {
        Frame before = Frames.with(tasks(0, 0, 0), 1, 50_000_000, 0, 0, Map.of());
        Measurement many = of(
                "virtual",
                new Load.Closed(10_000),
                before,
                Frames.with(tasks(1000, 5, 0), 10_000, 70_000_000, 0, 0, Map.of()));
        assertEquals(Reading.of(2000), many.readings().of(StateMetrics.BYTES_PER_WAITING_TASK));
        Measurement few = of(
                "virtual",
                new Load.Closed(999),
                before,
                Frames.with(tasks(1000, 5, 0), 999, 70_000_000, 0, 0, Map.of()));
        assertFalse(few.readings().of(StateMetrics.BYTES_PER_WAITING_TASK).present());
    }

    /** Two of a hundred were to fail, all the time: what the warm-up did is not in the window's numbers. */
    @Test
    void whatFailedIsOfTheWindowAsTheTasksAre() {
        Measurement run =
                new Measurement(RunSpec.of(new Workload("http", "pool"), new Load.Closed(4)), Duration.ofSeconds(10));
        OptionalLong afterWarmUp = OptionalLong.of(4_000_000_000L);
        run.frame(Frames.with(tasks(0, 0, 0), 4, 0, 0, 0, Map.of()), afterWarmUp);
        run.frame(Frames.with(tasks(4000, 3920, 0), 4, 0, 80, 80, Map.of()), afterWarmUp);
        run.frame(Frames.with(tasks(7000, 6860, 0), 4, 0, 140, 140, Map.of()), afterWarmUp);
        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(
                json.contains("\"tasks\":2940,\"started\":2940,\"completed\":2940,\"failed\":60,\"cancelled\":0,"
                        + "\"raised\":60,"),
                json);
        assertTrue(
                json.contains("\"whole_run\":{\"started\":6860,\"completed\":6860,\"failed\":140,\"cancelled\":0,"
                        + "\"raised\":140,"),
                json);
    }

    /** 100 us for each of the first's tasks, 250 for the second's; a switch for each of both. */
    @Test
    void twoAreComparedByTheirCostOfATask() {
        Load load = new Load.Open(100);
        Measurement first = of("virtual", load, tasks(0, 0, 0), tasks(1000, 100, 10_000));
        Measurement second = of("pool", load, tasks(0, 0, 0), tasks(1000, 100, 25_000));
        List<String> text = TextSummary.lines(List.of(first, second));
        assertTrue(text.getFirst().endsWith("2nd/1st"), text.getFirst());
        assertTrue(text.stream().anyMatch(line -> line.matches("CPU us/task +100 +250 +2.50")), text.toString());
        assertTrue(text.stream().anyMatch(line -> line.matches("switches/task +1 +1 +1")), text.toString());
        assertTrue(text.stream().anyMatch(line -> line.matches("tasks/s +100 +100")), text.toString());
        assertTrue(text.stream().noneMatch(line -> line.startsWith("bytes/waiting")), text.toString());
    }
}
