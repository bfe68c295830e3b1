package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UptimeTest {
    @Test
    void secondsAndHundredths() throws IOException {
        assertEquals(6_042_070_000_000L, Uptime.parse(Cursor.of("uptime", "6042.07 11204.93\n")));
        assertThrows(IOException.class, () -> Uptime.parse(Cursor.of("uptime", "soon")));
    }

    @Test
    void whereThereIsNoneNothingIsSaid(@TempDir Path proc) {
        assertEquals(OptionalLong.empty(), new Uptime(proc).nanos());
        assertEquals(OptionalLong.empty(), new RunQueueWait(proc).nanos());
    }

    @Test
    void thisMachineIsUpAndThisThreadIsCounted() {
        assertTrue(new Uptime(Path.of("/proc")).nanos().orElseThrow() > 0);
        assertTrue(new RunQueueWait(Path.of("/proc")).nanos().isPresent());
    }
}
