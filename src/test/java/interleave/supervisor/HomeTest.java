package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final List<String> COMMAND = List.of("java");

    @TempDir
    Path temp;

    private Path jar;
    private ChildProcess.Starter starter;

    @BeforeEach
    void makeFolder() throws IOException {
        jar = Files.createDirectories(temp.resolve("lib")).resolve("interleave.jar");
        Files.writeString(jar, "this version");
        starter = new Home(temp).guard(command -> new FakeChild(7, command));
    }

    @Test
    void aFolderThatStaysStartsChildren() throws IOException {
        assertEquals(7, starter.start(COMMAND).pid());
    }

    @Test
    void oneThatIsGoneIsSaidInWords() throws IOException {
        Files.move(jar, temp.resolve("elsewhere"));
        assertEquals(
                Home.GONE,
                assertThrows(IOException.class, () -> starter.start(COMMAND)).getMessage());
    }

    @Test
    void oneThatTookItsPlaceIsNotUsed() throws IOException {
        Files.move(jar, temp.resolve("old"));
        Files.writeString(jar, "that version");
        assertEquals(
                Home.GONE,
                assertThrows(IOException.class, () -> starter.start(COMMAND)).getMessage());
    }
}
