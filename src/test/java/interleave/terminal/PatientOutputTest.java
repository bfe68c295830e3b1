package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientOutputTest {
    /** A plain stream to a descriptor that has become non-blocking, and is full. */
    private static final class Full extends FileOutputStream {
        Full(Path file) throws IOException {
            super(file.toFile());
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            throw new IOException("Resource temporarily unavailable");
        }
    }

    /** Without a free descriptor nobody can be asked whether the terminal is non-blocking: it was told as gone. */
    @Test
    void aFullTerminalIsNotGoneThoughNobodySaysThatItIsNonBlocking(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("terminal");
        try (Full full = new Full(file)) {
            PatientOutput out = new PatientOutput(full, () -> false, () -> {});
            assertThrows(PatientOutput.TornException.class, () -> out.write(new byte[] {'a', 'b'}));
            out.write(new byte[] {'c'});
        }
        assertArrayEquals(new byte[] {0x18, 'a', 'b', 'c'}, Files.readAllBytes(file));
    }

    @Test
    void oneThatIsGoneFails(@TempDir Path folder) throws IOException {
        Full gone = new Full(folder.resolve("terminal"));
        gone.close();
        PatientOutput out = new PatientOutput(gone, () -> false, () -> {});
        IOException why = assertThrows(IOException.class, () -> out.write(new byte[] {'a'}));
        assertFalse(why instanceof PatientOutput.TornException, why.toString());
    }
}
