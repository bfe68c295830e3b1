package interleave.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotTooLargeStays() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "one\ntwo\n");

        assertFalse(new BoundedLog(log, 8, 4).cut());

        assertEquals("one\ntwo\n", Files.readString(log));
    }

    @Test
    void theNewestLinesAreKeptWhole() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "first\nsecond\nthird\n");

        assertTrue(new BoundedLog(log, 12, 10).cut());

        assertEquals("(13 bytes were cut off here)\nthird\n", Files.readString(log));
    }

    @Test
    void aLineThatIsLongerThanWhatIsKeptIsCutItself() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "abcdefghij");

        assertTrue(new BoundedLog(log, 5, 4).cut());

        assertEquals("(6 bytes were cut off here)\nghij", Files.readString(log));
    }

    @Test
    void whoAppendsGoesOnBehindIt() throws IOException {
        Path log = folder.resolve("log");
        try (OutputStream command = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            command.write("first\nsecond\n".getBytes());

            assertTrue(new BoundedLog(log, 10, 7).cut());
            command.write("third\n".getBytes());
        }

        assertEquals("(6 bytes were cut off here)\nsecond\nthird\n", Files.readString(log));
    }
}
