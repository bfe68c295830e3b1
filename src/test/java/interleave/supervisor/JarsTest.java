package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
    private static final FileTime OTHER = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path lib;

    private Path jar;

    @BeforeEach
    void aSealedFolder() throws IOException {
        jar = Files.writeString(lib.resolve("a.jar"), "one");
        Files.writeString(lib.resolve("b.jar"), "two");
        Jars.seal(lib);
    }

    @Test
    void whatWasSealedIsSound() throws IOException {
        assertTrue(Jars.sound(lib));
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "another build");
        Jars.seal(lib);
        assertFalse(time.equals(Files.getLastModifiedTime(jar)), "each build has a time of its own");
    }

    @Test
    void aCopyGetsItsTimesBack() throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, OTHER);
        Files.setLastModifiedTime(lib.resolve(Jars.LIST), OTHER);
        assertFalse(Jars.sound(lib));
        assertTrue(Jars.restore(lib));
        assertTrue(Jars.sound(lib));
        assertEquals(time, Files.getLastModifiedTime(jar));
    }

    /** Of the same size, too, as a release's jar can be that of the next. */
    @Test
    void aReplacedJarStaysUnsound() throws IOException {
        Files.writeString(jar, "eno");
        assertFalse(Jars.restore(lib));
        assertFalse(Jars.sound(lib));
    }

    /** As after {@code touch -r}, or where an archive has one time for all of its files. */
    @Test
    void aReplacedJarOfTheSameTimeIsUnsoundByItsSize() throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "another build");
        Files.setLastModifiedTime(jar, time);
        assertFalse(Jars.sound(lib));
        assertFalse(Jars.restore(lib));
    }

    @Test
    void anEmptyListIsNotSound() throws IOException {
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(lib.resolve(Jars.LIST), "");
        Files.setLastModifiedTime(lib.resolve(Jars.LIST), time);
        assertFalse(Jars.sound(lib));
    }

    @Test
    void aFurtherJarOrAMissingListIsNotSound() throws IOException {
        Files.writeString(lib.resolve("0.jar"), "before all others");
        assertFalse(Jars.restore(lib));
        Files.delete(lib.resolve("0.jar"));
        Files.delete(lib.resolve(Jars.LIST));
        assertFalse(Jars.restore(lib));
        assertFalse(Jars.sound(lib));
    }
}
