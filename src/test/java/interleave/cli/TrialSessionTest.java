package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.record.Csv;
import interleave.record.HumanText;
import interleave.record.Json;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.run.RunWindow;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import interleave.trial.TrialPlan;
import interleave.trial.TrialSession;
import interleave.trial.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrialSessionTest {
    private static final RunId ONE = new RunId(1);
    private static final RunId TWO = new RunId(2);
    private static final RunSpec POOL = RunSpec.of(new Workload("image", "pool"), new Load.Closed(2));
    private static final RunSpec VIRTUAL = RunSpec.of(new Workload("image", "virtual"), new Load.Closed(2));

    private final List<String> told = new ArrayList<>();
    private final TrialSession.Listener listener = new TrialSession.Listener() {
        @Override
        public void interval(Measurement run, RunWindow window) {
            told.add(run.workload + " " + HumanText.number(window.rates().tasks()) + " tasks at "
                    + HumanText.number(run.rates().elapsedSeconds()) + " s");
        }

        @Override
        public void remark(String words) {
            told.add(words);
        }

        @Override
        public void failed(Workload workload, String why, boolean othersGoOn) {
            told.add(workload + (othersGoOn ? " alone: " : ": ") + why);
        }

        @Override
        public void measured() {
            told.add("measured");
        }
    };

    private TrialSession session(int warmupSeconds, int seconds, RunSpec... asked) {
        TrialPlan plan = new TrialPlan(
                List.of(asked), Duration.ZERO, Duration.ofSeconds(warmupSeconds), Duration.ofSeconds(seconds));
        Map<RunId, Measurement> runs = new LinkedHashMap<>();
        for (RunSpec one : asked) runs.put(new RunId(runs.size() + 1), new Measurement(one, plan.duration()));
        return new TrialSession(plan, runs, listener);
    }

    /** Frames every 250 ms, in each of which 10 tasks end, 1000 us of CPU and 5 + 1 switches are used. */
    private static void frames(TrialSession session, RunId id, long fromMillis, long toMillis) {
        for (long ms = fromMillis; ms <= toMillis; ms += 250) session.on(new RunEvent.Reported(id, frame(ms)));
    }

    private static Frame frame(long ms) {
        long n = ms / 250;
        return Frames.at(
                ms,
                10 * n,
                1000 * n,
                5 * n,
                n,
                LongStream.generate(() -> 20).limit(10).toArray());
    }

    private static RunEvent changed(RunId id, Phase phase, String reason) {
        Optional<String> why = Optional.of(reason).filter(words -> !words.isEmpty());
        return new RunEvent.Changed(
                new RunStatus(id, POOL, false, phase, 0, OptionalLong.empty(), why, Optional.of("/x.log")));
    }

    @Test
    void theWarmUpCountsForNothing() {
        TrialSession session = session(1, 2, POOL);
        frames(session, ONE, 0, 3000);
        assertEquals(List.of(), told.stream().filter("measured"::equals).toList());
        frames(session, ONE, 3250, 3500);

        assertEquals(List.of("image/pool 40 tasks at 1 s", "image/pool 40 tasks at 2 s", "measured"), told);
        assertEquals(Reading.of(80), session.runs().getFirst().rates().tasks());
        assertEquals(80, session.runs().getFirst().rates().service().samples());
        assertEquals(Reading.of(0.6), session.runs().getFirst().rates().switchesPerTask());
        assertFalse(session.over());
        session.on(changed(ONE, Phase.ENDED, ""));
        assertTrue(session.over());
        assertEquals(Optional.empty(), session.runs().getFirst().failure());
    }

    @Test
    void theMeasuringWaitsForTheSlowestToStart() {
        TrialSession session = session(0, 1, POOL, VIRTUAL);
        frames(session, ONE, 0, 5000);
        assertFalse(session.opened());
        frames(session, TWO, 250, 250);
        assertTrue(session.opened());
        assertEquals(List.of(), told);
    }

    @Test
    void aRunThatFailsDoesNotHoldTheOthersUp() {
        TrialSession session = session(0, 1, POOL, VIRTUAL);
        session.on(changed(ONE, Phase.FAILED, "exit 1: oh"));
        frames(session, TWO, 0, 1500);

        assertEquals(
                List.of("image/pool alone: exit 1: oh; its words: /x.log", "image/virtual 40 tasks at 1 s", "measured"),
                told);
        assertEquals(Optional.of("exit 1: oh"), session.runs().getFirst().failure());
        assertEquals(Optional.empty(), session.runs().getLast().failure());
    }

    @Test
    void anInterruptStopsTheRunsOnce() {
        TrialSession session = session(0, 60, POOL);
        frames(session, ONE, 0, 750);
        session.interrupt("SIGINT");
        session.interrupt("SIGTERM");
        assertEquals(List.of("measured"), told);
        Measurement run = session.runs().getFirst();
        assertEquals(Reading.of(20), run.rates().tasks());
        assertEquals(Optional.of("SIGINT"), run.signal());
        assertEquals(Verified.YES, run.verified());
        assertEquals("cut short by SIGINT", TextSummary.lines(session.runs()).getLast());
    }

    /** All of it went well, and none of it is what was asked for. */
    @Test
    void whatIsCutShortInItsWarmUpIsNotVerified() {
        TrialSession session = session(60, 60, POOL);
        frames(session, ONE, 0, 750);
        session.interrupt("SIGTERM");
        session.on(changed(ONE, Phase.ENDED, ""));
        Measurement run = session.runs().getFirst();
        assertEquals(Optional.empty(), run.failure());
        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(json.contains("\"verified\":null,\"error\":null,"), json);
        assertTrue(json.contains("\"signal\":\"SIGTERM\","), json);
        assertTrue(json.contains("\"absent\":{") && json.contains("\"verified\":\"nothing was measured\""), json);
        List<String> text = TextSummary.lines(session.runs());
        assertEquals("cut short by SIGTERM; nothing was measured of image/pool", text.getLast());
        assertTrue(text.stream().noneMatch(line -> line.startsWith("verified")), text.toString());
    }

    @Test
    void whatIsCutShortBeforeItsFirstTaskHasNotFailed() {
        TrialSession session = session(0, 60, POOL);
        session.interrupt("SIGINT");
        session.on(changed(ONE, Phase.ENDED, ""));
        assertEquals(
                List.of("cut short by SIGINT; nothing was measured of image/pool"), TextSummary.lines(session.runs()));
    }

    @Test
    void aRunThatWasKilledIsNotVerified() {
        TrialSession session = session(0, 60, POOL);
        frames(session, ONE, 0, 2000);
        session.on(changed(ONE, Phase.FAILED, "crashed (SIGSEGV); report: /x.log"));
        assertTrue(told.contains("image/pool: crashed (SIGSEGV); report: /x.log"), told.toString());
        Measurement run = session.runs().getFirst();
        assertEquals(Verified.FAILED, run.verified());
        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(json.contains("\"verified\":null,\"error\":\"crashed (SIGSEGV); report: /x.log\","), json);
        assertTrue(json.contains("\"verified\":\"the run failed\""), json);
        session.on(new RunEvent.Reported(ONE, Frames.withFailures(frame(2250), 0, 69)));
        assertEquals(Verified.NO, run.verified());
    }

    @Test
    void whatSeveralNeedFailsForAllOfThemAndIsSaidOnce() {
        TrialSession session = session(0, 1, POOL, VIRTUAL);
        String why = "the HTTP service: killed by signal 9";
        session.on(changed(ONE, Phase.FAILED, why));
        session.on(changed(TWO, Phase.FAILED, why));
        assertEquals(List.of("image/pool alone: " + why + "; its words: /x.log", "measured"), told);
        assertEquals(
                List.of("image/pool, image/virtual FAILED: " + why + "; its words: /x.log"),
                TextSummary.lines(session.runs()));
    }

    @Test
    void aRunThatGetsNowhereIsGivenUp() {
        TrialSession session = session(0, 1, POOL);
        session.overdue(pid -> false);
        assertEquals(List.of("image/pool: no task ended in time", "measured"), told);
        session.on(changed(ONE, Phase.ENDED, ""));
        assertEquals(
                Optional.of("no task ended in time"), session.runs().getFirst().failure());
    }

    @Test
    void oneThatStandsStillIsWaitedFor() {
        TrialSession session = session(0, 1, POOL);
        session.on(new RunEvent.Changed(new RunStatus(
                ONE, POOL, false, Phase.SILENT, 0, OptionalLong.of(77), Optional.empty(), Optional.empty())));
        session.overdue(pid -> pid == 77);
        assertEquals(List.of(), told);
        session.overdue(pid -> false);
        assertEquals(List.of("image/pool: no task ended in time", "measured"), told);
    }

    @Test
    void whereNoTaskEndedTheFirstFailureSaysWhy() {
        TrialSession session = session(0, 1, POOL);
        Frame failing = Frames.withFailures(Frames.at(0, 0, 0, 0, 0), 12, 0);
        session.on(new RunEvent.Reported(ONE, Frames.withFirstFailure(failing, "Connection reset")));
        session.overdue(pid -> false);
        assertEquals("image/pool: no task ended in time; 12 failed, the first: Connection reset", told.getFirst());
    }

    @Test
    void wrongResultsAreAFailure() {
        TrialSession session = session(0, 1, POOL);
        frames(session, ONE, 0, 1500);
        session.on(new RunEvent.Reported(ONE, Frames.withFailures(frame(1750), 2, 69)));
        assertEquals(
                Optional.of("1 of 70 results were wrong; 2 tasks failed, 0 of them on purpose"),
                session.runs().getFirst().failure());
    }

    @Test
    void theSummaryAsJson() {
        TrialSession session = session(0, 1, POOL);
        frames(session, ONE, 0, 1500);
        String line = Json.line(
                "summary",
                Instant.parse("2026-01-02T03:04:05Z"),
                Results.summary(session.runs().getFirst()));
        assertEquals("""
            {"type":"summary","time":"2026-01-02T03:04:05.000Z","workload":"image/pool","load":{"concurrency":2},\
            "seed":1,"transport":null,"elapsed_s":1,"paused_s":0,"tasks":40,"started":60,"completed":60,"failed":0,"cancelled":0,\
            "raised":0,"verified":true,"error":null,"note":null,"signal":null,"intervals_dropped":0,"in_flight_peak":4,\
            "tasks_per_s":40,"tasks_per_cpu_s":10000,"cpu_us_per_task":100,"cpu_percent":0.4,\
            "voluntary_switches":20,"involuntary_switches":4,"switches_per_s":24,"switches_per_task":0.6,"offered_per_s":null,"dropped":null,"of_backlog":null,"plan_switches_per_task":null,"plan_cpu_us_per_task":null,\
            "os_threads_peak":20,"virtual_threads_peak":null,"rss_peak_bytes":50000000,"bytes_per_waiting_task":null,\
            "service_ms":{"p50":20.054,"p90":20.054,"p99":null,"p999":null,"max":20.054},\
            "response_ms":{"p50":40.108,"p90":40.108,"p99":null,"p999":null,"max":40.108},\
            "behind_ms":{"p50":null,"p90":null,"p99":null,"p999":null,"max":null},\
            "absent":{"transport":"no input or output of its own","error":"nothing went wrong","note":"nothing was found out","signal":"none ended it before its time",\
            "offered_per_s":"a closed load has no plan","dropped":"a closed load has no plan","of_backlog":"a closed load has no plan","plan_switches_per_task":"a closed load has no plan","plan_cpu_us_per_task":"a closed load has no plan","virtual_threads_peak":"no virtual threads here",\
            "bytes_per_waiting_task":"fewer than 1000 tasks in flight: the JVM's own memory outweighs them",\
            "service_ms.p99":"40 of 100 samples","service_ms.p999":"40 of 1000 samples",\
            "response_ms.p99":"40 of 100 samples","response_ms.p999":"40 of 1000 samples",\
            "behind_ms.p50":"a closed load has no plan","behind_ms.p90":"a closed load has no plan",\
            "behind_ms.p99":"a closed load has no plan","behind_ms.p999":"a closed load has no plan",\
            "behind_ms.max":"a closed load has no plan"}}\
            """, line);
    }

    @Test
    void theSummaryAsCsvAndText() {
        TrialSession session = session(0, 1, POOL);
        frames(session, ONE, 0, 1500);
        Measurement run = session.runs().getFirst();
        Csv csv = Csv.of(List.of(Results.interval(run, run.whole()), Results.summary(run)));
        String[] names = csv.header().split(",");
        String[] cells =
                csv.line("summary", Instant.EPOCH, Results.summary(run)).split(",", -1);
        assertEquals(names.length, cells.length);
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) byName.put(names[i], cells[i]);
        assertEquals("1970-01-01T00:00:00.000Z", byName.get("time"));
        assertEquals("40", byName.get("tasks_per_s"));
        assertEquals("20.054", byName.get("service_p50_ms"));
        assertEquals("", byName.get("service_p99_ms"));
        assertEquals("", byName.get("in_flight"));
        assertEquals("20", byName.get("os_threads_peak"));

        List<String> text = TextSummary.lines(session.runs());
        assertEquals("                         image/pool", text.getFirst());
        assertTrue(text.contains("switches/task                 0.600"), () -> String.join("\n", text));
        assertTrue(text.contains("verified                        yes"));
    }
}
