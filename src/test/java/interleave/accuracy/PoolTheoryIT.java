package interleave.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import interleave.program.Program;
import java.time.Duration;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A pool of the finished program beside the theory of queues: tasks that all wait alike and come at random, M/D/c. */
@Isolated
class PoolTheoryIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int THREADS = 8;
    private static final int RATE = 340;
    private static final int SECONDS = 4;
    private static final int SIMULATIONS = 400;

    /** For threads that wake late, on a machine that does other things. */
    private static final double LATE_MILLIS = 4;

    private final Program program = new Program();

    @Test
    void tasksWaitForAThreadAsLongAsTheyShould() throws Exception {
        AtRest.assertHolds(3, this::tasksWait);
    }

    private void tasksWait() throws Exception {
        Program.Result result = program.run(
                LIMIT,
                "run",
                "timer/pool",
                "--pool",
                String.valueOf(THREADS),
                "--latency",
                "20ms",
                "--rate",
                RATE + "/s",
                "--arrival",
                "poisson",
                "--seed",
                "11",
                "--warmup",
                "1s",
                "--duration",
                SECONDS + "s",
                "--format",
                "json");
        assertEquals(0, result.status(), result.toString());
        JsonObject summary =
                JsonParser.object().from(result.out().lines().toList().getLast());
        JsonObject response = summary.getObject("response_ms");
        double service = summary.getObject("service_ms").getDouble("p50");
        for (double share : new double[] {0.5, 0.9}) {
            double waited = response.getDouble(share == 0.5 ? "p50" : "p90") - service;
            double[] theory = waits(service / 1e3, share);
            double low = 1e3 * theory[0];
            double high = 1e3 * theory[SIMULATIONS - 1];
            assertTrue(
                    waited >= low - 1 && waited <= high + LATE_MILLIS,
                    share + ": " + waited + " ms, by theory " + low + " to " + high + "; " + result.out());
        }
    }

    /** That quantile of the waits in so many runs of the same length, sorted. */
    private static double[] waits(double service, double share) {
        double[] quantiles = new double[SIMULATIONS];
        SplittableRandom lot = new SplittableRandom(11);
        for (int run = 0; run < SIMULATIONS; run++) {
            double[] waits = simulated(service, lot);
            Arrays.sort(waits);
            quantiles[run] = waits[(int) (share * waits.length)];
        }
        Arrays.sort(quantiles);
        return quantiles;
    }

    /** The waits of the customers who come after a second, when the queue has found its length. */
    private static double[] simulated(double service, SplittableRandom lot) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < THREADS; i++) free.add(0.0);
        double[] waits = new double[RATE * SECONDS];
        double now = 0;
        for (int i = -RATE; i < waits.length; i++) {
            now += -Math.log(1 - lot.nextDouble()) / RATE;
            double begins = Math.max(now, free.remove());
            free.add(begins + service);
            if (i >= 0) waits[i] = begins - now;
        }
        return waits;
    }
}
