package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThreadAffinityTest {
    private static String allowed() {
        try {
            return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
                    .filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first CPU that this process may use. */
    private static int first() {
        return Integer.parseInt(allowed().split("[,-]")[0]);
    }

    private static String inAThread(List<Integer> cpus, boolean taken) throws InterruptedException {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                boolean set = ThreadAffinity.set(cpus);
                if (taken) assertTrue(set);
                else assertFalse(set);
                seen.complete(allowed());
            } catch (Throwable e) {
                seen.completeExceptionally(e);
            }
        });
        thread.join();
        return seen.join();
    }

    @Test
    void theCallingThreadStaysOnThoseCpus() throws InterruptedException {
        String before = allowed();
        assertEquals(String.valueOf(first()), inAThread(List.of(first()), true));
        assertEquals(before, allowed(), "no other thread is moved");
    }

    @Test
    void absentCpusAreRefusedOrPassedOver() throws InterruptedException {
        String before = allowed();
        assertEquals(before, inAThread(List.of(4000), false));
        assertEquals(String.valueOf(first()), inAThread(List.of(first(), 4000), true));
    }
}
