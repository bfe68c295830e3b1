package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutogroupTest {
    @TempDir
    Path proc;

    private Path group;

    @BeforeEach
    void self() throws IOException {
        group = Files.createDirectories(proc.resolve("self")).resolve("autogroup");
    }

    /** The text of the group after a process of that session and niceness has been at it. */
    private String after(int session, int niceness, String text) throws IOException {
        Files.writeString(group, text);
        Files.writeString(
                proc.resolve("self/stat"),
                "70 (a b) c) S 1 70 " + session + " 0 -1 4194304 9 0 0 0 1 2 0 0 25 " + niceness + " 1 0 600 1 1\n");
        Autogroup.follow(proc);
        return Files.readString(group);
    }

    @Test
    void aSessionIsAsNiceAsWhoLeadsIt() throws IOException {
        assertEquals("5", after(70, 5, "/autogroup-33 nice 0\n"));
        assertEquals("-5", after(70, -5, "/autogroup-33 nice 0\n"));
    }

    @Test
    void aSessionOfOthersIsLeftAlone() throws IOException {
        assertEquals("/autogroup-33 nice 0\n", after(12, 5, "/autogroup-33 nice 0\n"));
    }

    @Test
    void aProcessThatIsNotNiceHasNothingToSay() throws IOException {
        assertEquals("/autogroup-33 nice 0\n", after(70, 0, "/autogroup-33 nice 0\n"));
    }

    @Test
    void whereThereAreNoGroupsNothingIsWritten() throws IOException {
        assertEquals("", after(70, 5, ""));
    }
}
