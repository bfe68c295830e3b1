package interleave.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import interleave.program.Program;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class RunAccuracyIT {
    private static final double MEASURED_SECONDS = 2.5;

    /** The program's intervals and ours begin and end up to a frame (250 ms) apart, in 3 s or so: 10 %. */
    private static final double RATE_TOLERANCE = 0.10;

    /** Workloads whose threads live as long as the run: of ended threads, {@code /proc/PID/task} has no switches. */
    @ParameterizedTest
    @ValueSource(strings = {"http/pool", "http/event-loop"})
    void aRunsSwitchesCpuAndThreadsAreTheKernels(String workload) throws Exception {
        Program program = new Program();
        Process run = program.start(
                "run", workload, "--warmup", "2s", "--duration", "1m", "--latency", "5ms", "--format", "json");
        JsonObject summary = null;
        Span kernel = null;
        Span ours = null;
        long pid = 0;
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                JsonObject object = JsonParser.object().from(line);
                if (pid == 0) pid = program.pid("interleave.worker.WorkerMain");
                if (object.getString("type").equals("summary")) summary = object;
                else if (ours == null) {
                    if (!isFresh(object)) continue;
                    kernel = new Span(Kernel.of(pid));
                    ours = new Span(object.getDouble("elapsed_s"));
                } else if (kernel.seconds == 0) {
                    ours.add(object);
                    if (ours.seconds < MEASURED_SECONDS || !isFresh(object)) continue;
                    // It goes on until now: of a run that ends, threads that have ended have no switches in /proc.
                    kernel.to(Kernel.of(pid));
                    run.toHandle().destroy();
                }
            }
        }
        assertEquals(143, run.waitFor());
        assertTrue(summary != null && kernel != null && kernel.seconds > 0, "intervals and a summary");
        // The JVM's compiler threads come and go: what those did that ended is in our account alone.
        double switches = kernel.switchesPerSecond();
        assertEquals(switches, ours.switchesPerSecond(), switches * RATE_TOLERANCE + 100, "switches per s");
        double cpu = kernel.cpuPercent();
        assertEquals(cpu, ours.cpuPercent(), cpu * RATE_TOLERANCE + 1, "CPU percent");
        assertEquals(kernel.threads, summary.getInt("os_threads_peak"), 4, "OS threads: JIT threads come and go");
        program.awaitNothingLeft(java.time.Duration.ofSeconds(2));
    }

    /** Told just now: while this test was not let run, lines waited, and the kernel's numbers went on. */
    private static boolean isFresh(JsonObject interval) {
        return Instant.parse(interval.getString("time")).isAfter(Instant.now().minusMillis(200));
    }

    /** The growth between the first and the last interval that a run printed, by one of the two accounts. */
    private static final class Span {
        private final double start;
        private final Kernel before;
        private double seconds;
        private double switches;
        private double cpuSeconds;
        private int threads;

        Span(double start) {
            this.start = start;
            this.before = null;
        }

        Span(Kernel before) {
            this.start = 0;
            this.before = before;
        }

        void to(Kernel now) {
            seconds = (now.nanos() - before.nanos()) / 1e9;
            switches = now.switchesSince(before);
            cpuSeconds = (double) (now.cpuTicks() - before.cpuTicks()) / Kernel.TICKS_PER_SECOND;
            threads = now.threads();
        }

        void add(JsonObject interval) {
            double length = interval.getDouble("elapsed_s") - start - seconds;
            seconds += length;
            switches += interval.getDouble("voluntary_switches") + interval.getDouble("involuntary_switches");
            cpuSeconds += interval.getDouble("cpu_percent") / 100 * length;
        }

        double switchesPerSecond() {
            return switches / seconds;
        }

        double cpuPercent() {
            return 100 * cpuSeconds / seconds;
        }
    }
}
