package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
    private static List<String> read(String text, int longest) throws IOException {
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
        List<String> read = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) read.add(line.get());
        return read;
    }

    @Test
    void linesEndAtTheirEnd() throws IOException {
        assertEquals(List.of(), read("", 9));
        assertEquals(List.of(""), read("\n", 9));
        assertEquals(List.of("a", "", "bé"), read("a\n\nbé", 9));
    }

    @Test
    void theRestOfALongLineIsDropped() throws IOException {
        assertEquals(List.of("abc", "d"), read("abcdefg\nd\n", 3));
        assertEquals(List.of("xxxx", "d"), read("x".repeat(100_000) + "\nd\n", 4));
    }

    @Test
    void aLineMayBeLongerThanABlock() throws IOException {
        String line = "0123456789".repeat(5000);
        assertEquals(List.of(line, "d"), read(line + "\nd", 1 << 20));
    }
}
