package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal to a whole group also reaches children that do not ignore it yet: that is no failure of theirs. */
class TrialSignalTest {
    private static final RunId ONE = new RunId(1);
    private static final RunId TWO = new RunId(2);
    private static final RunSpec POOL = RunSpec.of(new Workload("image", "pool"), new Load.Closed(2));
    private static final RunSpec VIRTUAL = RunSpec.of(new Workload("image", "virtual"), new Load.Closed(2));

    private final List<String> told = new ArrayList<>();
    private final TrialSession.Listener listener = new TrialSession.Listener() {
        @Override
        public void interval(Measurement run, RunWindow window) {
            told.add("interval");
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

    private TrialSession session(RunSpec... asked) {
        TrialPlan plan = new TrialPlan(List.of(asked), Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
        Map<RunId, Measurement> runs = new LinkedHashMap<>();
        for (RunSpec one : asked) runs.put(new RunId(runs.size() + 1), new Measurement(one, plan.duration()));
        return new TrialSession(plan, runs, listener);
    }

    private static RunEvent killed(RunId id, int signal) {
        RunSpec spec = id.equals(ONE) ? POOL : VIRTUAL;
        return new RunEvent.Changed(new RunStatus(
                id,
                spec,
                false,
                Phase.FAILED,
                0,
                OptionalLong.empty(),
                Optional.of("killed by signal " + signal),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalInt.of(signal)));
    }

    /** A signal to a group reaches a child that does not ignore it yet, and its news may come before or after. */
    @ParameterizedTest
    @CsvSource({"1, SIGHUP", "2, SIGINT", "15, SIGTERM"})
    void whatDiedOfTheSignalThatEndsTheCommandIsCutShort(int number, String signal) {
        TrialSession session = session(POOL, VIRTUAL);
        session.on(killed(ONE, number));
        assertFalse(session.over());
        session.interrupt(signal);
        session.on(killed(TWO, number));
        assertTrue(session.over());
        assertEquals(List.of("measured"), told);
        assertEquals(
                List.of("cut short by " + signal + "; nothing was measured of image/pool, image/virtual"),
                TextSummary.lines(session.runs()));
    }

    @Test
    void whatDiedOfAnotherSignalHasFailed() {
        TrialSession session = session(POOL, VIRTUAL);
        session.on(killed(ONE, 15));
        session.interrupt("SIGINT");
        session.on(killed(TWO, 9));
        assertEquals(List.of("image/pool: killed by signal 15", "measured", "image/virtual: killed by signal 9"), told);
        assertTrue(session.over());
    }

    @Test
    void whatDiedOfASignalThatNobodyElseGotHasFailed() {
        TrialSession session = session(POOL);
        session.on(killed(ONE, 15));
        assertTrue(session.doubts());
        assertEquals(List.of(), told);
        session.endDoubts();
        assertFalse(session.doubts());
        assertTrue(session.over());
        assertEquals(List.of("image/pool: killed by signal 15", "measured"), told);
        assertEquals(
                Optional.of("killed by signal 15"), session.runs().getFirst().failure());
    }
}
