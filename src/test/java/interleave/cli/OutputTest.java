package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int list(OutputStream to) {
        PrintStream told = new PrintStream(err, true);
        Output out = new Output(to, StandardCharsets.UTF_8);
        return out.status(
                Commands.run(new String[] {"list"}, settings -> 0, out, told, new EndSignals(signal -> {})), told);
    }

    /** {@code /dev/full} is a disk without room. */
    @Test
    void whatIsLostOnAFullDiskIsOneLineAndStatus1() throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertEquals(1, list(full));
        }
        assertEquals("interleave: standard output: No space left on device\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        assertEquals(0, list(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        assertEquals(0, err.size());
    }

    @Test
    void allArrives() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(0, list(out));
        assertEquals(
                KnownWorkloads.all().size(),
                out.toString(StandardCharsets.UTF_8).lines().count());
    }
}
