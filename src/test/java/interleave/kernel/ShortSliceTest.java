package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortSliceTest {
    /** The kernel tells a thread's slice in its {@code sched} file, where it is built with CONFIG_SCHED_DEBUG. */
    @Test
    void theThreadThatAsksHasIt() throws Exception {
        Optional<String> before = slice();
        assumeTrue(before.isPresent(), "no slice is told here");
        String[] after = {""};
        Thread asking = new Thread(() -> {
            assertTrue(new ShortSlice().ask());
            after[0] = slice().orElse("");
        });
        asking.start();
        asking.join();
        assertEquals("100000", after[0]);
        assertEquals(before, slice(), "others keep theirs");
    }

    private static Optional<String> slice() {
        try {
            return Files.readAllLines(Path.of("/proc/thread-self/sched")).stream()
                    .filter(line -> line.startsWith("se.slice"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
