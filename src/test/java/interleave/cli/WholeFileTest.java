package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void fullDisk(Path file) {
        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, there -> {
                    Files.writeString(there, "ha");
                    throw new IOException("No space left on device");
                }));
    }

    @Test
    void aFullDiskLeavesNoPieceOfAFile() throws IOException {
        fullDisk(folder.resolve("r.html"));
        assertEquals(List.of(), files());
    }

    @Test
    void aFullDiskLeavesTheFileOfBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("r.html"), "old");
        fullDisk(file);
        assertEquals(List.of("r.html"), files());
        assertEquals("old", Files.readString(file));
    }

    @Test
    void whatIsThereIsReplacedAndKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("r.html"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        WholeFile.write(file, NEW);
        assertEquals("new", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("r.html"), files());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("r.html"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        WholeFile.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aDeviceIsWrittenInItsPlace() throws IOException {
        WholeFile.write(Path.of("/dev/null"), NEW);
        assertTrue(!Files.isRegularFile(Path.of("/dev/null")));
    }
}
