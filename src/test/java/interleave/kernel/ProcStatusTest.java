package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcStatusTest {
    @Test
    void threeLinesAreRead() {
        String text = "Name:\tjava\nVmHWM:\t  123456 kB\nVmRSS:\t  100000 kB\nThreads:\t21\nSigQ:\t0/1\n";
        assertEquals(new ProcStatus(21, 102_400_000, 126_418_944), ProcStatus.parse(text));
    }

    @Test
    void aLineThatIsMissingIsNamed() {
        String words = assertThrows(IllegalStateException.class, () -> ProcStatus.parse("Name:\tjava\n"))
                .getMessage();
        assertTrue(words.contains("Threads:"), words);
    }

    @Test
    void theFileIsReadAnew() {
        ProcStatus.Reader reader = new ProcStatus.Reader(Path.of("/proc"));
        assertTrue(reader.read().threads() > 1);
        assertTrue(reader.read().residentBytes() > 0);
    }
}
