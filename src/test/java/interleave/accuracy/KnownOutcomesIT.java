package interleave.accuracy;

import static interleave.accuracy.Results.assertBetween;
import static interleave.accuracy.Results.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import interleave.program.FairClock;
import interleave.program.Program;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Workloads of which it is known beforehand what they do to their tasks, however busy the machine is. */
class KnownOutcomesIT {
    private static final Pattern DEADLOCK = Pattern.compile(
            "deadlock: .* #\\d+ holds left, .* #\\d+ right, each wants the other's .*no task ended for (\\d+) ms");

    /** A deadlock is found by the JVM or by a time-out, by its threads and locks; and the tasks go on. */
    @Test
    void deadlocksAreFoundWithinASecondNamedAndBrokenUp() throws Exception {
        FairClock clock = new FairClock(() -> 0);
        Program.Result result = Results.result("deadlock/threads deadlock/virtual --warmup 1s --duration 2s");
        double second = 1000 * (1 + clock.leftOut() + Results.stoodStill(result));
        for (String line : Results.complaints(result)) {
            Matcher found = DEADLOCK.matcher(line);
            assertTrue(found.find(), line);
            assertBetween(0, second, Double.parseDouble(found.group(1)), "found after ms without a task's end");
        }
        for (JsonObject summary : Results.summaries(result)) {
            assertBetween(1, 100, number(summary, "deadlocks"), "deadlocks in 2 s");
            assertTrue(DEADLOCK.matcher(summary.getString("note")).find(), summary.toString());
            assertTrue(number(summary, "tasks") > 100, summary.toString());
            assertEquals(0, number(summary, "whole_run", "failed"), summary.toString());
        }
    }

    @Test
    void updatesAreLostWithoutALockAndNeverWithOne() throws Exception {
        JsonObject race = Results.summary("counter-race/pool --warmup 1s --duration 1s");
        assertTrue(number(race, "lost_updates") > 0, race.toString());
        for (JsonObject correct :
                Results.summaries("counter-lock/pool counter-atomic/pool counter-adder/pool --warmup 0s --duration 1s"))
            assertEquals(0, number(correct, "lost_updates"), correct.toString());
    }

    @Test
    void allThatStartedEnded() throws Exception {
        for (JsonObject summary :
                Results.summaries("http/virtual image/pool --failure-rate 2% --seed 7 --warmup 0s --duration 1s")) {
            double ended = number(summary, "whole_run", "completed")
                    + number(summary, "whole_run", "failed")
                    + number(summary, "whole_run", "cancelled");
            assertEquals(number(summary, "whole_run", "started"), ended, summary.toString());
            assertEquals(
                    number(summary, "whole_run", "raised"), number(summary, "whole_run", "failed"), summary.toString());
            assertTrue(number(summary, "whole_run", "raised") > 0, summary.toString());
            assertEquals(7, number(summary, "seed"));
            assertTrue(summary.getBoolean("verified"));
        }
    }
}
