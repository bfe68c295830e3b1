package interleave.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import interleave.program.Await;
import interleave.program.Program;
import interleave.program.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Under one known load, {@code once}, {@code vmstat} and {@code mpstat} look at the same four seconds. */
@Isolated
class HostAccuracyIT {
    private static final int SECONDS = 4;
    private static final double APART = 0.15;
    private static final int LOOKS = 6;
    private final Program program = new Program();
    private Process load;

    @BeforeAll
    static void toolsOfOthers() {
        Tools.need("vmstat", "mpstat");
    }

    @BeforeEach
    void startLoad() throws Exception {
        load = program.start("run", "http/pool", "--warmup", "0s", "--duration", "60s", "--format", "json");
        load.inputReader(StandardCharsets.UTF_8).readLine();
    }

    @AfterEach
    void endLoad() {
        load.destroy();
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void switchesAndCoresAreThoseOfVmstatAndMpstat() throws Exception {
        Told told = look();
        for (int looks = 1; !told.isAtOneTime() && looks < LOOKS; looks++) told = look();
        assumeTrue(told.isAtOneTime(), "no four seconds were the same for all three: " + told);
        JsonObject host = told.once;
        String[] vmstatFields = told.vmstat.strip().split("\\s+");

        double switches = Double.parseDouble(vmstatFields[11]);
        // The windows start within 100 ms of each other and the load drifts: a tenth of the rate.
        assertEquals(switches, host.getDouble("switches_per_s"), switches * 0.10 + 50, "switches per s (vmstat cs)");
        double interrupts = Double.parseDouble(vmstatFields[10]);
        assertEquals(interrupts, host.getDouble("interrupts_per_s"), interrupts * 0.15 + 50, "interrupts (vmstat in)");

        List<Double> busy = busyOfCores(told.mpstat);
        JsonArray cores = host.getArray("cores");
        assertEquals(busy.size(), cores.size(), "cores");
        // Windows of 4 s that start 100 ms apart share 97 %; a tick is 0.25 % of one; the load of a core wanders.
        for (int core = 0; core < busy.size(); core++)
            assertEquals(
                    busy.get(core), cores.getObject(core).getDouble("busy_percent"), 8, "busy percent of core " + core);
    }

    /**
     * All that the three told, and how far apart they began and ended, in seconds. Of this nobody is to blame but the
     * machine, which let one of them or this test wait.
     */
    private record Told(JsonObject once, String vmstat, String mpstat, double begun, double ended, double length) {
        /** And vmstat takes an interval that was longer than asked for as one that was not. */
        boolean isAtOneTime() {
            return Math.abs(begun) < APART && ended < APART && Math.abs(length - SECONDS) < APART;
        }
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }

    private Told look() throws Exception {
        // First, and waited for: a JVM that starts works for some 400 ms, which would be in the others' window alone.
        Process once = program.start("once", "--interval", SECONDS + "s", "--format", "json");
        awaitFirstSample(once);
        double began = now();
        Process vmstat = new ProcessBuilder("vmstat", "-n", "" + SECONDS, "2").start();
        ProcessBuilder mpstatBuilder = new ProcessBuilder("mpstat", "-P", "ALL", "" + SECONDS, "1");
        mpstatBuilder.environment().put("LC_ALL", "C");
        mpstatBuilder.environment().put("S_COLORS", "never");
        Process mpstat = mpstatBuilder.start();
        // Two lines of headings, and one of the time since the machine was started.
        BufferedReader lines = vmstat.inputReader();
        for (int line = 0; line < 3; line++) lines.readLine();
        double vmstatBegan = now();
        String last = lines.readLine();
        double vmstatEnded = now();
        Duration limit = Duration.ofSeconds(SECONDS + 10);
        JsonObject host = JsonParser.object().from(Program.result(once, limit).out());
        String average = Program.result(mpstat, limit).out();
        return new Told(host, last, average, vmstatBegan - began, now() - vmstatEnded, vmstatEnded - vmstatBegan);
    }

    /** It samples at once when it has opened the kernel's file, and keeps that open. */
    private static void awaitFirstSample(Process once) {
        Path descriptors = Path.of("/proc/" + once.pid() + "/fd");
        Await.until("a first sample", Duration.ofSeconds(20), () -> opened(descriptors, "/proc/stat"), () -> "");
    }

    private static boolean opened(Path descriptors, String file) {
        try (var entries = Files.list(descriptors)) {
            for (Path entry : (Iterable<Path>) entries::iterator)
                if (Files.readSymbolicLink(entry).toString().equals(file)) return true;
        } catch (IOException | UncheckedIOException closedMeanwhile) {
            return false;
        }
        return false;
    }

    /** 100 less %iowait and %idle, of the "Average:" lines for single CPUs. */
    private static List<Double> busyOfCores(String mpstat) {
        List<Double> busy = new ArrayList<>();
        for (String line : mpstat.lines().toList()) {
            String[] fields = line.strip().split("\\s+");
            if (!fields[0].equals("Average:") || !fields[1].chars().allMatch(Character::isDigit)) continue;
            busy.add(100 - Double.parseDouble(fields[5]) - Double.parseDouble(fields[fields.length - 1]));
        }
        return busy;
    }
}
