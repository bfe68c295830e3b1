package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSourcesTest {
    private static final int OWN = (int) ProcessHandle.current().pid();

    @TempDir
    Path proc;

    /** In a PID namespace with the /proc of another one the same number is two processes. */
    @Test
    void whereProcNumbersOtherwiseNobodyElseIsAsked() throws IOException {
        try (ProcessSources here = new ProcessSources(Path.of("/proc"), OWN)) {
            Assumptions.assumeTrue(here.whole().isPresent(), "taskstats may not be asked here");
        }
        Files.createSymbolicLink(proc.resolve("self"), Path.of(String.valueOf(OWN + 1)));
        try (ProcessSources elsewhere = new ProcessSources(proc, OWN)) {
            assertEquals(Optional.empty(), elsewhere.whole());
        }
    }

    /** Another process has our number there: nothing of ours is its own. */
    @Test
    void whoHasOurNumberThereIsNotOurselves() throws IOException {
        Files.createSymbolicLink(proc.resolve("self"), Path.of(String.valueOf(OWN + 1)));
        Path thread = Files.createDirectories(proc.resolve(OWN + "/task/" + OWN));
        Files.writeString(
                proc.resolve(OWN + "/stat"), OWN + " (x) S 1 1 1 0 -1 0 0 0 0 0 4 0 0 0 20 0 1 0 900 9000 3 1 \n");
        Files.writeString(thread.resolve("schedstat"), "1000 200 11\n");
        Files.writeString(
                thread.resolve("status"), "Name:\tx\nvoluntary_ctxt_switches:\t7\nnonvoluntary_ctxt_switches:\t2\n");
        try (ProcessSources elsewhere = new ProcessSources(proc, OWN);
                ProcessAccount account = elsewhere.account(OWN)) {
            SwitchTotals totals = account.read().orElseThrow().totals();
            assertEquals(SwitchTotals.Source.SUM, totals.source());
            assertEquals(7, totals.voluntary());
        }
    }
}
