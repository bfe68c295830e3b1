package interleave.accuracy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import interleave.catalogue.Workloads;
import interleave.program.Program;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words that a cell is said to show, of switches and threads, held against a short run of it. */
@Isolated
class ShownWordsIT {
    /** Threads of a JVM with its collectors and compilers, event loops and frames: 22 were seen on two cores. */
    private static final int BESIDES = 45;

    /** Fewer than are in flight, since a fast disk has seldom all of them under way. */
    private static final int MANY = 60;

    /**
     * @param voluntary switches per task, of which other processes add none
     * @param all switches per task, those included that other processes made it suffer
     */
    private record Cost(double voluntary, double all, double threads) {}

    /** A claim, by the words in which it is made. */
    private static final Map<String, Predicate<Cost>> CLAIMS = Map.of(
            "hardly a kernel switch per task", cost -> cost.voluntary < 0.5,
            "few kernel switches", cost -> cost.voluntary < 1,
            "several kernel switches per task", cost -> cost.all > 1.5,
            "few OS threads", cost -> cost.threads < BESIDES,
            "64 OS threads", cost -> cost.threads >= 64 && cost.threads < 64 + BESIDES,
            "with one thread for each", cost -> cost.threads < BESIDES,
            "OS thread waits for each read", cost -> cost.threads > MANY,
            "an OS thread for each read", cost -> cost.threads > MANY);

    static Stream<WorkloadInfo> told() {
        return Workloads.all(Runtime.getRuntime().availableProcessors()).stream()
                .filter(info -> info.unavailable().isEmpty() && !claims(info).isEmpty());
    }

    private static List<String> claims(WorkloadInfo info) {
        return CLAIMS.keySet().stream().filter(info.shows()::contains).toList();
    }

    @ParameterizedTest
    @MethodSource("told")
    void holds(WorkloadInfo info) throws Exception {
        String name = info.workload().toString();
        // Threads that need not wait for anything come up one after the other.
        String aWhile = claims(info).stream().anyMatch(claim -> claim.contains("OS thread")) ? "1s" : "500ms";
        Program.Result run = Program.result(
                new Program().start("run", name, "--warmup", aWhile, "--duration", aWhile, "--format", "json"),
                Duration.ofSeconds(60));
        assertEquals(0, run.status(), run.toString());
        JsonObject summary =
                JsonParser.object().from(run.out().strip().lines().toList().getLast());
        Cost cost = new Cost(
                summary.getDouble("voluntary_switches") / summary.getDouble("tasks"),
                summary.getDouble("switches_per_task"),
                summary.getDouble("os_threads_peak"));
        assertAll(claims(info).stream()
                .map(claim -> () -> assertTrue(
                        CLAIMS.get(claim).test(cost), name + " is told as \"" + info.shows() + "\", and has " + cost)));
    }

    /** Else a change of words would leave nothing to hold them against. */
    @Test
    void everyClaimIsMadeOfSomeCell() {
        for (String claim : CLAIMS.keySet())
            assertTrue(told().anyMatch(info -> info.shows().contains(claim)), claim);
    }
}
