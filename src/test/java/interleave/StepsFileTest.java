package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.panel.Scenes;
import interleave.screen.Size;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLineForEachStepWithItsSettingsAndNumbers() {
        List<String> lines =
                StepsFile.lines(Scenes.named("steps", new Size(80, 24)).scene(), Instant.ofEpochSecond(0));
        assertEquals(4, lines.size());
        List<String> header = List.of(lines.getFirst().split(","));
        List<String> first = Arrays.asList(lines.get(1).split(",", -1));
        List<String> last = Arrays.asList(lines.get(3).split(",", -1));
        assertEquals(header.size(), last.size());
        assertEquals("http/pool", first.get(header.indexOf("workload")));
        assertEquals("64", first.get(header.indexOf("pool")));
        assertEquals("http/pool", last.get(header.indexOf("workload")));
        assertEquals("256 in flight", last.get(header.indexOf("load")));
        assertEquals("512", last.get(header.indexOf("pool")));
        assertEquals("20000", last.get(header.indexOf("latency_us")));
        assertEquals("", last.get(header.indexOf("carriers")));
        assertEquals("free", last.get(header.indexOf("placement")));
        assertEquals("true", last.get(header.indexOf("verified")));
        // As in the results of run: that it never stood still is known.
        assertEquals("0", last.get(header.indexOf("paused_s")));
        for (String number : List.of("tasks_per_s", "cpu_us_per_task", "response_p99_ms", "rss_bytes"))
            assertTrue(Double.parseDouble(last.get(header.indexOf(number))) > 0, number);
    }

    @Test
    void theFileIsNamedBesideTheNotice() throws IOException {
        String name = StepsFile.name(LocalDateTime.of(2026, 3, 7, 8, 9, 10));
        assertEquals("interleave-steps-2026-03-07-080910.csv", name);
        Path file = folder.resolve(name);
        assertEquals("1 step written to " + file, StepsFile.written(folder, name, List.of("a,b", "1,2")));
        assertEquals("a,b\n1,2\n", Files.readString(file));
        String again = StepsFile.written(folder, name, List.of("other"));
        assertEquals("the steps cannot be written: it is there already: " + file, again);
        assertEquals("a,b\n1,2\n", Files.readString(file));
    }

    /** Half a table is no result: the line says why, and nothing is left. */
    @Test
    void aFullDiskIsToldInALineAndLeavesNoHalfFile() {
        Path file = folder.resolve("steps.csv");
        String words = StepsFile.written(folder, "steps.csv", List.of("a,b", "1,2"), path -> {
            OutputStream real = Files.newOutputStream(path);
            return new FilterOutputStream(real) {
                @Override
                public void write(byte[] bytes) throws IOException {
                    out.write(bytes, 0, 4);
                    throw new IOException("No space left on device");
                }
            };
        });
        assertEquals("the steps cannot be written: No space left on device: " + file, words);
        assertFalse(Files.exists(file));
    }

    @Test
    void aFolderThatIsGoneIsTold() {
        Path gone = folder.resolve("gone");
        String words = StepsFile.written(gone, "steps.csv", List.of("a", "1"));
        assertEquals("the steps cannot be written: there is no folder " + gone + " any more", words);
        assertFalse(Files.exists(gone));
    }
}
