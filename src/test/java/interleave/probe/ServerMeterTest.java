package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.Reading;
import interleave.metric.ServerCost;
import interleave.metric.ServerMetrics;
import interleave.metric.Stretch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cost of a request to a server of which a small /proc tells: 10 ms of CPU and 50 switches in each second. */
class ServerMeterTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path root;

    private Tree tree;
    private long seconds;
    private ServerMeter meter;

    @BeforeEach
    void aServer() {
        tree = new Tree(root);
        meter = ServerMeter.of(tree.proc(), List.of(4711), () -> seconds * SECOND);
        at(0, 0);
    }

    @AfterEach
    void close() {
        meter.close();
    }

    @Test
    void aRequestsCostIsOfTheTimeThatWasMeasured() {
        for (int i = 1; i <= 10; i++) at(i, i);
        ServerCost cost = during(new Stretch(2 * SECOND, 8 * SECOND)).orElseThrow();
        assertEquals(Reading.of(100), cost.of(ServerMetrics.CPU_US_PER_TASK));
        assertEquals(Reading.of(0.5), cost.of(ServerMetrics.SWITCHES_PER_TASK));
    }

    /** From the fourth second to the tenth both stood still: half of the time after the begin, none of the requests. */
    @Test
    void aStandstillOfTheRunIsNoTimeInWhichTheServerDidNothing() {
        for (int i = 1; i <= 4; i++) at(i, i);
        for (int i = 10; i <= 12; i++) at(i, i - 6);
        ServerCost cost = during(new Stretch(0, 4 * SECOND), new Stretch(10 * SECOND, 12 * SECOND))
                .orElseThrow();
        assertEquals(Reading.of(100), cost.of(ServerMetrics.CPU_US_PER_TASK));
        assertEquals(Reading.of(0.5), cost.of(ServerMetrics.SWITCHES_PER_TASK));
    }

    /** It worked for others while the run stood still. */
    @Test
    void whatTheServerDidMeanwhileIsNoCostOfTheRunsRequests() {
        at(1, 1);
        at(5, 500);
        at(6, 501);
        ServerCost cost = during(new Stretch(0, SECOND), new Stretch(5 * SECOND, 6 * SECOND))
                .orElseThrow();
        assertEquals(Reading.of(100), cost.of(ServerMetrics.CPU_US_PER_TASK));
    }

    @Test
    void aFrameBetweenTwoStandstillsIsNoTime() {
        at(1, 1);
        Stretch alone = new Stretch(30 * SECOND, 30 * SECOND);
        assertEquals(
                Reading.of(100),
                during(new Stretch(0, SECOND), alone).orElseThrow().of(ServerMetrics.CPU_US_PER_TASK));
    }

    @Test
    void oneThatWasNotThereAllTheTimeHasNoCost() {
        at(1, 1);
        assertEquals(Optional.empty(), during(new Stretch(0, 10 * SECOND)));
        assertEquals(Optional.empty(), during());
    }

    private Optional<ServerCost> during(Stretch... stretches) {
        return meter.during(List.of(stretches), 100, 1);
    }

    /** It is looked at then, having worked for so many seconds. */
    private void at(long second, long worked) {
        seconds = second;
        tree.with("proc/4711/stat", "4711 (node) S 1 1 1 0 -1 0 0 0 0 0 " + worked + " 0 0 0 20 0 1 0 9 9000 3 1 \n")
                .with(
                        "proc/4711/task/4711/status",
                        "Name:\tnode\nvoluntary_ctxt_switches:\t" + 50 * worked + "\nnonvoluntary_ctxt_switches:\t0\n")
                .with("proc/4711/task/4711/schedstat", worked * 10_000_000 + " 0 14\n")
                .with("proc/4711/statm", "9 3 1 1 0 1 0\n");
        meter.look();
    }
}
