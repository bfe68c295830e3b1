package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import interleave.kernel.SwitchTotals;
import interleave.metric.ProcessTable;
import interleave.metric.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPickerTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path root;

    private Tree tree;
    private long now = 5;
    private ProcessPicker picker;

    @BeforeEach
    void twoProcesses() {
        tree = new Tree(root);
        process(10, "server", 'S', 64, 100, 1000);
        process(2, "kthreadd", 'S', 0x00200040, 0, 1);
        tree.with("proc/10/cmdline", "server\0--name\0a\u001b[2Jb\0").with("proc/version", "");
        picker = new ProcessPicker(tree.proc(), () -> now);
    }

    private void process(int pid, String name, char state, int flags, long ticks, long start) {
        tree.with(
                        "proc/" + pid + "/stat",
                        pid + " (" + name + ") " + state + " 1 1 1 0 -1 " + flags + " 5 0 0 0 " + ticks
                                + " 0 0 0 20 0 3 0 " + start + " 0 3 0\n")
                .with("proc/" + pid + "/task/" + pid + "/schedstat", "1 1 " + 10 * ticks + "\n");
    }

    private ProcessTable.Row row(int pid, ProcessTable table) {
        return table.all().stream()
                .filter(row -> row.id().pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    private ProcessTable tick() {
        return picker.tick(Optional.empty(), List.of());
    }

    @Test
    void eachIsToldWithWhatItIs() {
        ProcessTable table = tick();
        assertEquals(2, table.all().size());
        assertEquals("server", row(10, table).name());
        assertEquals("server --name a?[2Jb", row(10, table).command());
        assertEquals(3, row(10, table).threads());
        assertEquals(Reading.WARMING_UP, row(10, table).cpuPercent());
        assertEquals("kernel thread", row(2, table).remark());
    }

    @Test
    void ratesAreOfTwoLooksAndOfOneProcess() {
        tick();
        now += 2 * SECOND;
        process(10, "server", 'S', 64, 150, 1000);
        ProcessTable.Row second = row(10, tick());
        assertEquals(Reading.of(25), second.cpuPercent());
        assertEquals(Reading.of(250), second.switchesPerSecond());
        assertFalse(second.exact());
        now += SECOND;
        process(10, "other", 'Z', 64, 900, 2000);
        ProcessTable.Row other = row(10, tick());
        assertEquals("other", other.name());
        assertEquals(Reading.WARMING_UP, other.cpuPercent());
    }

    @Test
    void whoeverMayAskForTotalsGetsThem() {
        long[] switches = {100};
        tick(switches);
        now += SECOND;
        switches[0] += 40;
        ProcessTable.Row row = row(10, tick(switches));
        assertEquals(Reading.of(40), row.switchesPerSecond());
        assertEquals(true, row.exact());
    }

    private ProcessTable tick(long[] switches) {
        return picker.tick(
                Optional.of(pid -> Optional.of(
                        new SwitchTotals(1, switches[0], 0, OptionalLong.empty(), SwitchTotals.Source.TASKSTATS))),
                List.of());
    }

    /** As with hidepid=2, or of one that ends while it is looked at. */
    @Test
    void aProcessOfWhichNothingIsThereIsNone() {
        tree.with("proc/33/nothing", "");
        assertEquals(2, tick().all().size());
    }
}
