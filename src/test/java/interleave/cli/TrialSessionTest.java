package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.record.Json;
import interleave.run.CostMetrics;
import interleave.run.Frame;
import interleave.run.Frames;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.run.RunWindow;
import interleave.run.TimeMetrics;
import interleave.run.Verification.Verdict;
import interleave.run.WorkMetrics;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.trial.Measurement;
import interleave.trial.TrialPlan;
import interleave.trial.TrialSession;
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
            told.add(run.workload + " " + HumanText.number(window.readings().of(WorkMetrics.TASKS)) + " tasks at "
                    + HumanText.number(run.readings().of(WorkMetrics.ELAPSED_S)) + " s");
        }

        @Override
        public void remark(String words) {
            told.add(words);
        }

        @Override
        public void failed(Workload workload, String why) {
            told.add(workload + ": " + why);
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
        assertEquals(Reading.of(80), session.runs().getFirst().readings().of(WorkMetrics.TASKS));
        assertEquals(80, session.runs().getFirst().readings().samples(TimeMetrics.SERVICE));
        assertEquals(Reading.of(0.6), session.runs().getFirst().readings().of(CostMetrics.SWITCHES_PER_TASK));
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
                List.of("image/pool: exit 1: oh; its words: /x.log", "image/virtual 40 tasks at 1 s", "measured"),
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
        assertEquals(Reading.of(20), run.readings().of(WorkMetrics.TASKS));
        assertEquals(Optional.of("SIGINT"), run.signal());
        assertEquals(Verdict.YES, run.verified());
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
        assertEquals(Verdict.FAILED, run.verified());
        String json = Json.line("summary", Instant.EPOCH, Results.summary(run));
        assertTrue(json.contains("\"verified\":null,\"error\":\"crashed (SIGSEGV); report: /x.log\","), json);
        assertTrue(json.contains("\"verified\":\"the run failed\""), json);
        session.on(new RunEvent.Reported(ONE, Frames.withFailures(frame(2250), 0, 69)));
        assertEquals(Verdict.NO, run.verified());
    }

    @Test
    void whatSeveralNeedFailsForAllOfThemAndIsSaidOnce() {
        TrialSession session = session(0, 1, POOL, VIRTUAL);
        String why = "the HTTP service: killed by signal 9";
        session.on(changed(ONE, Phase.FAILED, why));
        session.on(changed(TWO, Phase.FAILED, why));
        assertEquals(List.of("image/pool: " + why + "; its words: /x.log", "measured"), told);
        assertEquals(List.of("image/pool, image/virtual FAILED"), TextSummary.lines(session.runs()));
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
}
