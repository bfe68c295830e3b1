package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogsTest {
    @TempDir
    Path temp;

    @Test
    void aLogIsAFileOnceSomethingIsWritten() throws IOException {
        try (ChildLog log = new ChildLogs(temp).log("image/pool", 12)) {
            assertFalse(Files.exists(log.file()));
            log.write("oh");
            assertEquals("oh\n", Files.readString(temp.resolve("image-pool-12.log")));
        }
    }

    @Test
    void aLogStopsGrowing() throws IOException {
        try (ChildLog log = new ChildLogs(temp).log("x", 1)) {
            for (int i = 0; i < 300; i++) log.write("0123456789".repeat(400));
            assertTrue(Files.size(log.file()) <= ChildLog.LARGEST);
            assertTrue(Files.size(log.file()) > ChildLog.LARGEST - 4002);
        }
    }

    /** {@code /dev/full} is a disk without room. */
    @Test
    void aFullDiskIsSaidInTheSystemsWords() throws IOException {
        Files.createSymbolicLink(temp.resolve("image-pool-12.log"), Path.of("/dev/full"));
        try (ChildLog log = new ChildLogs(temp).log("image/pool", 12)) {
            IOException why = assertThrows(IOException.class, () -> log.write("oh"));
            assertEquals("No space left on device", ChildWords.cause(why));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidInWords() throws IOException {
        try (ChildLog log = new ChildLogs(Path.of("/proc/1/nowhere/interleave")).log("image/pool", 12)) {
            IOException why = assertThrows(IOException.class, () -> log.write("oh"));
            assertEquals("/proc/1/nowhere cannot be made", ChildWords.cause(why));
        }
    }

    @Test
    void theNewestAreKeptAndThoseOfTheLivingAndNothingElseIsTouched() throws IOException {
        Files.createFile(temp.resolve("mine.txt"));
        for (int i = 0; i < 30; i++) {
            Path file = Files.createFile(temp.resolve("old-" + i + ".log"));
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + i));
        }
        try (ChildLog log = new ChildLogs(temp, pid -> pid == 3).log("new", 99)) {
            log.write("oh");
        }
        try (var files = Files.list(temp)) {
            assertEquals(ChildLogs.KEPT + 2, files.count());
        }
        assertTrue(Files.exists(temp.resolve("mine.txt")));
        assertTrue(Files.exists(temp.resolve("old-3.log")), "of a process that lives");
        assertFalse(Files.exists(temp.resolve("old-10.log")));
        assertTrue(Files.exists(temp.resolve("old-11.log")));
    }

    /** A disk may hang: whoever starts a command does not wait for it. */
    @Test
    void roomIsMadeWithoutWaitingForTheDisk() throws Exception {
        for (int i = 0; i < ChildLogs.KEPT; i++) Files.createFile(temp.resolve("old-" + i + ".log"));
        CountDownLatch goesOn = new CountDownLatch(1);
        ChildLogs hanging = new ChildLogs(temp, pid -> {
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        });
        Thread making = hanging.makeRoomMeanwhile();
        assertEquals(ChildLogs.KEPT, temp.toFile().list().length);
        goesOn.countDown();
        making.join();
        assertEquals(ChildLogs.KEPT - 1, temp.toFile().list().length);
    }
}
