package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is stopped in the middle, alone or with the program that measures it, as by ^Z. */
class PauseIT {
    private static final String WORKER = "interleave.worker.WorkerMain";

    private static final Pattern STOPS = Pattern.compile("stood still for ([0-9.]+) s");

    private final Program program = new Program();

    private static void signal(String name, long pid) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", name, "" + pid).start().waitFor());
    }

    /** Longer than a run may be silent, and of another load each. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--rate 2000/s"})
    void whatStoodStillIsLeftOutAndTold(String load) throws Exception {
        String line = "run timer/event-loop --warmup 500ms --duration 5s --format json " + load;
        Process run = program.start(line.strip().split(" "));
        run.getOutputStream().close();
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(lines.readLine().contains("interval"));
            long worker = program.pid(WORKER);
            long before = System.nanoTime();
            if (!load.isEmpty()) signal("-STOP", run.pid());
            signal("-STOP", worker);
            long stopped = System.nanoTime();
            assertFalse(run.waitFor(7, TimeUnit.SECONDS), "it waits");
            double least = (System.nanoTime() - stopped) / 1e9;
            signal("-CONT", worker);
            double most = (System.nanoTime() - before) / 1e9;
            if (!load.isEmpty()) signal("-CONT", run.pid());
            assertSummary(JsonParser.object().from(lines.lines().toList().getLast()), least);
            String told = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            // And of other stops, if the machine itself stood still at another time.
            assertTrue(
                    STOPS.matcher(told)
                            .results()
                            .mapToDouble(stop -> Double.parseDouble(stop.group(1)))
                            .anyMatch(seconds -> seconds > least - 1 && seconds < most + 1),
                    () -> least + " to " + most + " s: " + told);
        }
        assertEquals(0, run.waitFor());
    }

    /** It stood still for so many seconds at least, by the clock of whoever stopped it. */
    private static void assertSummary(JsonObject summary, double least) {
        String all = summary.toString();
        assertTrue(summary.getBoolean("verified"), all);
        assertTrue(summary.getDouble("paused_s") > least - 1, least + " s: " + all);
        assertEquals(5, summary.getDouble("elapsed_s"), 0.5, all);
        assertTrue(summary.getString("note").contains("stood still for"), all);
        assertTrue(summary.getObject("response_ms").getDouble("max") < 3000, all);
        assertTrue(summary.getDouble("tasks_per_s") > 1000, all);
    }
}
