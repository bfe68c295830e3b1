package interleave.tasks.cpu;

import org.junit.jupiter.api.Test;

class HashTaskTest {
    /** The digest that it must find was found by another program. */
    @Test
    void everyTaskFindsTheKnownDigest() throws Exception {
        try (HashTask task = new HashTask()) {
            for (int i = 0; i < 3; i++) task.call();
        }
    }
}
