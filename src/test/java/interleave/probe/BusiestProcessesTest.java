package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.ProcessAccount;
import interleave.kernel.ProcessSlices;
import interleave.kernel.SwitchTotals;
import interleave.kernel.Unreadable;
import interleave.metric.BusyProcess;
import interleave.metric.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusiestProcessesTest {
    private static final long SECOND = 1_000_000_000;
    private static final Reading BUSY = Reading.of(20_000);
    private static final int OWN = 99;

    @TempDir
    Path root;

    private Tree tree;
    private long now = 7;
    private BusiestProcesses busiest;

    @BeforeEach
    void processes() {
        tree = new Tree(root);
        tree.with("proc/self/x", "").with("proc/stat", "");
        busiest = new BusiestProcesses(new ProcessSlices(tree.proc()), OWN, () -> now);
    }

    @Test
    void theBusiestComeFirstByTheSumsOfTheirThreads() {
        process(1, "init", 5);
        process(20, "nginx", 100, 200);
        process(30, "java", 1, 2, 3);
        process(OWN, "monitor", 1);
        assertEquals(List.of(), tick(BUSY));
        process(20, "nginx", 1100, 200);
        process(30, "java", 2001, 1002, 3);
        process(OWN, "monitor", 100_000);
        assertEquals(
                List.of(new BusyProcess(30, "java", 3000, false), new BusyProcess(20, "nginx", 1000, false)),
                tick(BUSY));
    }

    @Test
    void aMachineThatHardlySwitchesIsNotLookedAt() {
        process(20, "nginx", 100);
        tick(BUSY);
        process(20, "nginx", 9100);
        assertEquals(List.of(), tick(Reading.of(BusiestProcesses.WORTH_NAMING - 1)));
        assertEquals(List.of(), tick(Reading.WARMING_UP));
        assertEquals(List.of(), tick(BUSY), "what was seen before is old");
    }

    /** A second look in one tick would tell a rate of microseconds. */
    @Test
    void whoIsBusyNoMoreIsLookedAtOnce() {
        process(20, "nginx", 100);
        tick(BUSY);
        process(20, "nginx", 1100);
        tick(BUSY);
        process(20, "nginx", 1400);
        assertEquals(List.of(new BusyProcess(20, "nginx", 300, false)), tick(BUSY));
    }

    @Test
    void quietOnesAreLookedAtInTurn() {
        int count = 4 * BusiestProcesses.IN_TURN;
        for (int pid = 1; pid <= count; pid++) process(100 + pid, "p" + pid, 10);
        tick(BUSY);
        for (int pid = 1; pid <= count; pid++) process(100 + pid, "p" + pid, 100_010);
        assertEquals(BusiestProcesses.TOLD, tick(BUSY).size());
        // The last of the list comes to be the busiest by far, and is found within a round.
        Set<Integer> named = new HashSet<>();
        for (int i = 1; i <= 6; i++) {
            for (int pid = 1; pid <= count; pid++) process(100 + pid, "p" + pid, 100_010 + 1_000L * pid * i);
            for (BusyProcess each : tick(BUSY)) named.add(each.pid());
        }
        assertTrue(named.contains(100 + count), named.toString());
    }

    @Test
    void theKernelsOwnTotalsAreTakenWhereTheyMayBeAsked() {
        process(20, "nginx", 1);
        process(30, "java", 1);
        Map<Integer, Long> totals = new HashMap<>(Map.of(20, 50L, 30, 1L));
        ProcessAccount.Exact exact = pid -> {
            if (pid == 30) throw Unreadable.missing("gone meanwhile");
            return Optional.of(
                    new SwitchTotals(0, totals.get(pid), 0, OptionalLong.empty(), SwitchTotals.Source.TASKSTATS));
        };
        busiest.tick(BUSY, Optional.of(exact));
        totals.put(20, 4050L);
        now += 2 * SECOND;
        assertEquals(List.of(new BusyProcess(20, "nginx", 2000, true)), busiest.tick(BUSY, Optional.of(exact)));
    }

    /** Of a sum and a total there is no rate: what was told is told until there are two totals. */
    @Test
    void nobodyIsNamelessWhileTotalsComeInTheSumsPlace() {
        process(20, "nginx", 100);
        tick(BUSY);
        process(20, "nginx", 3100);
        assertEquals(List.of(new BusyProcess(20, "nginx", 3000, false)), tick(BUSY));
        long[] total = {1_000_000};
        ProcessAccount.Exact exact = pid ->
                Optional.of(new SwitchTotals(0, total[0], 0, OptionalLong.empty(), SwitchTotals.Source.TASKSTATS));
        now += SECOND;
        assertEquals(List.of(new BusyProcess(20, "nginx", 3000, false)), busiest.tick(BUSY, Optional.of(exact)));
        now += SECOND;
        total[0] += 3500;
        assertEquals(List.of(new BusyProcess(20, "nginx", 3500, true)), busiest.tick(BUSY, Optional.of(exact)));
    }

    /** Thousands of processes cost no more than some hundred. */
    @Test
    void ofVeryManyProcessesTheQuietOnesAreAskedInTurn() {
        int count = 3 * BusiestProcesses.ASKED_IN_TURN;
        for (int pid = 1; pid <= count; pid++) tree.with("proc/" + (1000 + pid) + "/comm", "p\n");
        Map<Integer, Integer> asked = new HashMap<>();
        ProcessAccount.Exact exact = pid -> {
            asked.merge(pid, 1, Integer::sum);
            return Optional.of(new SwitchTotals(0, 7, 0, OptionalLong.empty(), SwitchTotals.Source.TASKSTATS));
        };
        busiest.tick(BUSY, Optional.of(exact));
        assertEquals(count, asked.size(), "each is new");
        asked.clear();
        for (int i = 0; i < 3; i++) {
            now += SECOND;
            busiest.tick(BUSY, Optional.of(exact));
        }
        assertEquals(count, asked.size());
        assertEquals(Set.of(1), Set.copyOf(asked.values()));
    }

    /** Threads that ended are gone from the sum, and another process may have the number. */
    @Test
    void aSumThatFellIsNoRate() {
        process(20, "nginx", 5000, 5000);
        tick(BUSY);
        process(20, "nginx", 100, 200);
        assertEquals(List.of(), tick(BUSY));
        process(20, "nginx", 1100, 200);
        assertEquals(1000, tick(BUSY).getFirst().switchesPerSecond());
    }

    @Test
    void aProcessOfManyThreadsIsLookedAtLessOften() {
        long[] slices = new long[350];
        process(20, "big", slices);
        tick(BUSY);
        int told = 0;
        for (int i = 1; i <= 8; i++) {
            slices[0] = 10_000L * i;
            process(20, "big", slices);
            List<BusyProcess> now = tick(BUSY);
            if (!now.isEmpty()) assertEquals(10_000, now.getFirst().switchesPerSecond(), 1);
            told += now.size();
        }
        assertTrue(told >= 5, told + " of 8 ticks name it");
    }

    /** The list of 10,000 threads takes 10 ms, and says no more than that they are too many. */
    @Test
    void aProcessOfTooManyThreadsIsNotListedInEachTick() throws IOException {
        process(20, "huge", new long[2001]);
        tick(BUSY);
        Path tasks = tree.proc().resolve("20/task");
        Files.move(tasks, tree.proc().resolve("20/many"));
        for (int i = 1; i < BusiestProcesses.LEFT_OUT_TICKS; i++) {
            process(20, "huge", 10_000L * i);
            assertEquals(List.of(), tick(BUSY));
        }
        process(20, "huge", 1_000_000);
        tick(BUSY);
        process(20, "huge", 1_010_000);
        assertEquals("huge", tick(BUSY).getFirst().name());
    }

    @Test
    void namesGiveTheTerminalNoOrders() {
        process(20, "a\u001b[2J", 1);
        tick(BUSY);
        process(20, "a\u001b[2J", 9001);
        assertEquals("a?[2J", tick(BUSY).getFirst().name());
    }

    @Test
    void whoIsGoneIsForgotten() {
        process(20, "nginx", 1);
        tick(BUSY);
        process(20, "nginx", 9001);
        assertFalse(tick(BUSY).isEmpty());
        tree.without("proc/20/task/20/schedstat").without("proc/20/task/20").without("proc/20/task");
        tree.without("proc/20/comm").without("proc/20");
        assertEquals(List.of(), tick(BUSY));
    }

    private List<BusyProcess> tick(Reading machine) {
        now += SECOND;
        return busiest.tick(machine, Optional.empty());
    }

    private void process(int pid, String name, long... slices) {
        tree.with("proc/" + pid + "/comm", name + "\n");
        for (int i = 0; i < slices.length; i++)
            tree.with("proc/" + pid + "/task/" + (pid + i) + "/schedstat", "1000 20 " + slices[i] + "\n");
    }
}
