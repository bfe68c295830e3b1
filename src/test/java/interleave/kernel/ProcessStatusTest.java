package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {
    @Test
    void threeLinesAreRead() throws IOException {
        String text = "Name:\tjava\nVmHWM:\t  123456 kB\nVmRSS:\t  100000 kB\nThreads:\t21\nSigQ:\t0/1\n";
        assertEquals(
                new ProcessStatus.Numbers(21, 102_400_000, 126_418_944),
                ProcessStatus.parse(Cursor.of("status", text)));
    }

    @Test
    void aLineThatIsMissingIsNamed() {
        String words = assertThrows(
                        Unreadable.class,
                        () -> ProcessStatus.parse(Cursor.of("status", "VmHWM:\t1 kB\nVmRSS:\t1 kB\n")))
                .getMessage();
        assertTrue(words.contains("Threads:"), words);
    }

    @Test
    void whoMayAskTheKernelForTotalsHasTheTwelfthCapability() throws IOException {
        assertTrue(administers("CapPrm:\t0\nCapEff:\t0000000000001000\nCapBnd:\t0\n"));
        assertTrue(administers("CapEff:\tffffffffffffffff\n"));
        assertFalse(administers("CapEff:\t0000000000002fff\n"));
        assertFalse(administers("CapPrm:\t0000000000001000\n"));
        assertFalse(administers("CapEff:\tno number\n"));
        assertFalse(ProcessStatus.administersNetworks(Path.of("/nowhere")));
    }

    private static boolean administers(String text) throws IOException {
        return ProcessStatus.administersNetworks(Cursor.of("status", text));
    }

    @Test
    void theFileIsReadAnew() throws IOException {
        try (ProcessStatus status = new ProcessStatus(Path.of("/proc"))) {
            assertTrue(status.read().threads() > 1);
            assertTrue(status.read().residentBytes() > 0);
            assertEquals(CpuSet.allowed(Path.of("/proc")), status.allowedCpus().orElseThrow());
        }
    }
}
