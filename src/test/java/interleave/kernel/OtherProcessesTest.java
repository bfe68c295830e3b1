package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProcessesTest {
    private static final long TICK = 10_000_000;

    @TempDir
    private Path proc;

    private final OtherProcesses others = new OtherProcesses(Path.of("/nowhere"), 100);

    private OtherProcesses here() {
        return new OtherProcesses(proc, 100);
    }

    /** @param flags 2097152 is a thread of the kernel */
    private void process(int pid, int parent, int flags, long user, long children) throws IOException {
        Files.createDirectories(proc.resolve(String.valueOf(pid)));
        Files.writeString(
                proc.resolve(pid + "/stat"),
                pid + " (a) b) S " + parent + " 1 1 0 -1 " + flags + " 0 0 0 0 " + user + " 1 " + children
                        + " 0 20 0 1 0 " + (1000 + pid) + " 0 0\n");
    }

    private void ends(int pid) throws IOException {
        Files.delete(proc.resolve(pid + "/stat"));
        Files.delete(proc.resolve(String.valueOf(pid)));
    }

    @Test
    void theOwnFamilyAndTheKernelDoNotCount() throws IOException {
        process(100, 1, 0, 50, 0);
        process(101, 100, 0, 50, 0);
        process(102, 101, 0, 50, 0);
        process(2, 0, 2097152, 50, 0);
        process(7, 1, 0, 50, 0);
        OtherProcesses.Sample before = here().read();
        for (int pid : new int[] {100, 101, 102, 7}) process(pid, pid == 7 ? 1 : pid - 1, 0, 80, 0);
        process(101, 100, 0, 80, 0);
        process(2, 0, 2097152, 80, 0);
        assertEquals(30 * TICK, here().read().since(before));
    }

    @Test
    void oneThatBeganMeanwhileCountsWhole() throws IOException {
        OtherProcesses.Sample before = here().read();
        process(9, 1, 0, 20, 3);
        assertEquals(24 * TICK, here().read().since(before));
    }

    /**
     * The time that a child had used before is added to its parent as it ends: a build of ten minutes is not of these
     * seconds.
     */
    @Test
    void ofAChildThatEndedOnlyTheLastPartCounts() throws IOException {
        process(8, 1, 0, 10, 100);
        process(9, 8, 0, 5000, 0);
        OtherProcesses.Sample before = here().read();
        ends(9);
        process(8, 1, 0, 10, 100 + 5001 + 7);
        assertEquals(7 * TICK, here().read().since(before));
    }

    /** A shell that ends right after its build: both are added to who waited for the shell. */
    @Test
    void ofAFamilyThatEndedOnlyTheLastPartCounts() throws IOException {
        process(7, 1, 0, 0, 0);
        process(8, 7, 0, 10, 100);
        process(9, 8, 0, 5000, 0);
        OtherProcesses.Sample before = here().read();
        ends(8);
        ends(9);
        process(7, 1, 0, 0, 11 + 100 + 5001 + 7);
        assertEquals(7 * TICK, here().read().since(before));
    }

    @Test
    void whereNothingCanBeReadThereAreNone() {
        assertEquals(0, others.read().since(others.read()));
    }

    @Test
    void withoutTheFirstProcessSomeMayBeHidden() throws IOException {
        process(9, 1, 0, 20, 3);
        assertFalse(here().read().all());
        process(1, 0, 0, 20, 3);
        assertTrue(here().read().all());
    }
}
