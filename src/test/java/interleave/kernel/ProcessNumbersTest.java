package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessNumbersTest {
    /** We are 7 to the kernel, and 4007 in the /proc of the namespace around ours. */
    private static final int OWN = 7;

    @TempDir
    Path proc;

    @BeforeEach
    void around() throws IOException {
        process(4007, 4000, "4007 7", "pid:[2]");
        process(4009, 4007, "4009 9", "pid:[2]");
        process(4010, 4009, "4010 10 1", "pid:[3]");
        process(5009, 5000, "5009 9", "pid:[4]");
        process(9, 2, "9", "pid:[1]");
        Files.createSymbolicLink(proc.resolve("self"), Path.of("4007"));
    }

    private void process(int pid, int parent, String numbers, String namespace) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(pid + "/ns"));
        Files.createSymbolicLink(folder.resolve("pid"), Path.of(namespace));
        Files.writeString(folder.resolveSibling("status"), "Name:\tx\nNSpid:\t" + numbers.replace(' ', '\t') + "\n");
        Files.writeString(
                folder.resolveSibling("stat"),
                pid + " (x) S " + parent + " 1 1 0 -1 0 0 0 0 0 4 0 0 0 20 0 1 0 900 9000 3 1 \n");
    }

    @Test
    void theProcOfTheNamespaceAroundNumbersOtherwise() {
        ProcessNumbers numbers = new ProcessNumbers(proc, OWN);
        assertFalse(numbers.same());
        assertEquals(4007, numbers.ownInProc());
        assertEquals(4009, numbers.inProc(9), "not the process 9 of /proc, nor that of the container beside");
        assertEquals(0, numbers.inProc(11));
    }

    /** A signal for 9 of /proc would go to our own child, and one for 4009 to nobody or anybody. */
    @Test
    void whoIsSignalledIsTheProcessMeant() {
        ProcessNumbers numbers = new ProcessNumbers(proc, OWN);
        assertEquals(OptionalInt.of(9), numbers.inCalls(4009));
        assertEquals(OptionalInt.empty(), numbers.inCalls(9));
        assertEquals(OptionalInt.empty(), numbers.inCalls(5009));
        assertEquals(OptionalInt.empty(), numbers.inCalls(4010));
        assertEquals(OptionalInt.of(10), numbers.inCallsOfDescendant(4010), "one that made itself a namespace");
        assertEquals(OptionalInt.empty(), numbers.inCallsOfDescendant(4011), "it has ended");
    }

    @Test
    void elsewhereTheyAreTheSame() {
        ProcessNumbers numbers = new ProcessNumbers(proc, 4007);
        assertTrue(numbers.same());
        assertEquals(9, numbers.inProc(9));
        assertEquals(OptionalInt.of(9), numbers.inCalls(9));
    }

    @Test
    void whereProcDoesNotKnowUsNothingIsMixedUp() throws IOException {
        Files.delete(proc.resolve("self"));
        ProcessNumbers numbers = new ProcessNumbers(proc, OWN);
        assertEquals(0, numbers.inProc(9));
        assertEquals(OptionalInt.empty(), numbers.inCalls(4009));
    }
}
