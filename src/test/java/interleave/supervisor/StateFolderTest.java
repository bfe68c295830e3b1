package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {
    private static final String NO_PATH = "/data\0/x";

    @Test
    void itIsWhereTheEnvironmentSays() {
        assertEquals(Path.of("/s/interleave"), StateFolder.of(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h"), "/u"));
        assertEquals(Path.of("/h/.local/state/interleave"), StateFolder.of(Map.of("HOME", "/h"), "/u"));
        assertEquals(Path.of("/u/.local/state/interleave"), StateFolder.of(Map.of(), "/u"));
    }

    /** The JVM says {@code ?} for a user who is in no list and has no {@code HOME}. */
    @Test
    void whatIsNoAbsolutePathIsPassedOver() {
        Map<String, String> wrong = Map.of("XDG_STATE_HOME", "relative", "HOME", "");
        assertEquals(Path.of("/u/.local/state/interleave"), StateFolder.of(wrong, "/u"));
        assertEquals(Path.of("/.local/state/interleave"), StateFolder.of(wrong, "?"));
        assertEquals(
                Path.of("/h/.local/state/interleave"),
                StateFolder.of(Map.of("XDG_STATE_HOME", NO_PATH, "HOME", "/h"), "/u"));
    }
}
