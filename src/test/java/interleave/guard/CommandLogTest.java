package interleave.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.wire.CommandNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLogTest {
    /** Devices that know a full disk: what is written to a link to it finds no room. */
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private final List<CommandNews> news = new ArrayList<>();

    @Test
    void aLogWithRoomIsEmptyAndAlone() throws IOException {
        CommandLog log = new CommandLog(folder, "sh", news::add);

        Path file = Path.of(log.named("sh", 7));
        log.ended();

        assertEquals(List.of(), news);
        assertEquals(folder.resolve("sh-7.log"), file);
        assertEquals(0, Files.size(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aDiskThatIsFullAtTheEndIsToldOnce() throws IOException {
        CommandLog log = new CommandLog(folder, "sh", news::add);
        Path file = Path.of(log.named("sh", 7));
        for (int times = 0; times < 2; times++) {
            Files.createSymbolicLink(file.resolveSibling("sh-7.log.room"), FULL);
            log.ended();
        }

        assertEquals(List.of(new CommandNews.Unlogged("No space left on device")), news);
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        CommandLog log = new CommandLog(taken.resolve("logs"), "sh", news::add);

        assertEquals("/dev/null", log.target());
        assertEquals("", log.named("sh", 7));
        assertTrue(news.toString().contains(taken.resolve("logs").toString()), news.toString());
    }
}
