package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of comments: the first sentence says what the thing is, and no line is wider than a reader's window. */
class ProseTest {
    private static final Path SOURCES = Path.of("src/main/java/interleave");
    private static final int WIDEST = 120;

    private static final Pattern BEGINS_WITH_A_QUESTION = Pattern.compile("/\\*\\*\\s+(\\*\\s+)?(What|How|Whether)\\b");

    @Test
    void docstringsSayWhatAThingIs() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files())
            if (BEGINS_WITH_A_QUESTION.matcher(Files.readString(file)).find()) found.add(file.toString());
        assertEquals(List.of(), found, "docstrings that begin with What, How or Whether");
    }

    @Test
    void noLineIsWiderThanAWindow() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) if (lines.get(i).length() > WIDEST) found.add(file + ":" + (i + 1));
        }
        assertEquals(List.of(), found, "lines over " + WIDEST + " columns");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
