package interleave.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import interleave.program.Program;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunAccuracyIT {
    /**
     * The program's interval and ours begin up to a frame (250 ms) apart in 4 s, in which the throughput of a shared
     * machine drifts: 10 %.
     */
    private static final double RATE_TOLERANCE = 0.10;

    /** Workloads whose threads live as long as the run: of ended threads, {@code /proc/PID/task} has no switches. */
    @ParameterizedTest
    @ValueSource(strings = {"http/pool", "http/event-loop", "image/pool"})
    void aRunsSwitchesCpuAndThreadsAreTheKernels(String workload) throws Exception {
        Program program = new Program();
        Process run = program.start(
                "run", workload, "--warmup", "2s", "--duration", "4s", "--latency", "5ms", "--format", "json");
        JsonObject summary = null;
        Kernel before = null;
        Kernel after = null;
        long pid = 0;
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                JsonObject object = JsonParser.object().from(line);
                if (pid == 0) pid = program.pid("interleave.worker.WorkerMain");
                if (object.getString("type").equals("summary")) summary = object;
                else if (before == null) before = Kernel.of(pid);
                else after = Kernel.of(pid);
            }
        }
        assertEquals(0, run.waitFor());
        assertTrue(summary != null && before != null && after != null, "two intervals and a summary");
        double switches = after.switchesPerSecondSince(before);
        // A rate near zero has no meaningful ratio: a few wake-ups of the JVM's own threads count too.
        assertEquals(switches, summary.getDouble("switches_per_s"), switches * RATE_TOLERANCE + 50, "switches per s");
        double cpu = after.cpuPercentSince(before);
        assertEquals(cpu, summary.getDouble("cpu_percent"), cpu * RATE_TOLERANCE + 1, "CPU percent");
        assertEquals(after.threads(), summary.getInt("os_threads_peak"), 4, "OS threads: JIT threads come and go");
        program.awaitNothingLeft(java.time.Duration.ofSeconds(2));
    }
}
