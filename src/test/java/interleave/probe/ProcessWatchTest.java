package interleave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.kernel.ProcessSources;
import interleave.metric.Reading;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When it is found out what may be asked: that takes memory, which a monitor of an idle machine does not spend. */
class ProcessWatchTest {
    private static final Reading BUSY = Reading.of(BusiestProcesses.WORTH_NAMING);
    private static final Reading QUIET = Reading.of(BusiestProcesses.WORTH_NAMING - 1);

    @TempDir
    Path root;

    private Tree tree;
    private long now = 5;
    private int opened;
    private ProcessWatch watch;

    @BeforeEach
    void aMonitorOfThisUser() {
        tree = new Tree(root).with("proc/self/status", "Name:\tx\nCapEff:\t0000000000001000\n");
        watch = new ProcessWatch(tree.proc(), () -> now, Optional.of(this::open));
        watch.nameBusiest();
    }

    private ProcessSources open() {
        opened++;
        return new ProcessSources(tree.proc(), (int) ProcessHandle.current().pid());
    }

    @Test
    void aMachineThatSwitchesForAWhileIsWorthIt() {
        for (int i = 0; i < 3; i++) tick(BUSY);
        assertEquals(0, opened);
        for (int i = 0; i < 3; i++) tick(BUSY);
        assertEquals(1, opened);
    }

    @Test
    void aBurstNowAndThenIsNot() {
        for (int i = 0; i < 20; i++) tick(i % 3 == 0 ? QUIET : BUSY);
        assertEquals(0, opened);
    }

    @Test
    void whoMayNotAskDoesNotTry() {
        tree.with("proc/self/status", "Name:\tx\nCapEff:\t0000000000000fff\n");
        for (int i = 0; i < 20; i++) tick(BUSY);
        assertEquals(0, opened);
    }

    @Test
    void whereOneIsWatchedItIsKnownAtOnce() {
        watch.add(1);
        watch.tick();
        for (int i = 0; i < 20; i++) tick(BUSY);
        assertEquals(1, opened);
    }

    private void tick(Reading machine) {
        now += ProcessWatch.A_WHILE_NANOS / 3;
        watch.busiest(machine);
    }
}
