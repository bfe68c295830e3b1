package interleave.accuracy;

import static interleave.accuracy.Results.number;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import interleave.program.Await;
import interleave.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A service that does nothing for one second. Who starts tasks by a plan waits for it with every task that was planned
 * meanwhile; who waits for an answer before asking again hardly notices: the others were not asked at all.
 */
class StalledServiceIT {
    private final Program program = new Program();

    /**
     * For a second and more of looks at a clock: intervals that were told while we were not let run come at once, and
     * what stood still with us is no stall.
     */
    private JsonObject stalled(String load) throws Exception {
        return Results.summary(program, "http/event-loop --latency 5ms --warmup 1s --duration 5s " + load, interval -> {
            if (interval != 1) return;
            signal("-STOP");
            int[] looks = {0};
            Await.until("a second", Duration.ofSeconds(10), () -> ++looks[0] > 50);
            signal("-CONT");
        });
    }

    private void signal(String signal) {
        long pid = program.pid("interleave.service.ServiceMain");
        try {
            new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A fifth of the 2,500 tasks were planned in that second, and waited for its rest: 950 ms at the 99th percentile.
     */
    @Test
    void anOpenLoadShowsIt() throws Exception {
        JsonObject summary = stalled("--rate 500/s");
        double p99 = number(summary, "response_ms", "p99");
        assertTrue(p99 > 700, "response time's p99 of an open load: " + p99);
    }

    /** Sixteen tasks of some thousand waited: too few for the 99th percentile, and the greatest time alone tells. */
    @Test
    void aClosedLoadHidesIt() throws Exception {
        JsonObject summary = stalled("--concurrency 16");
        assertTrue(number(summary, "tasks") > 1600, "tasks enough: " + summary);
        double p99 = number(summary, "response_ms", "p99");
        assertTrue(p99 < 500, "response time's p99 of a closed load: " + p99);
        double max = number(summary, "response_ms", "max");
        assertTrue(max > 700, "the greatest response time: " + max);
    }
}
