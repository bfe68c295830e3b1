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
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/bench"), Path.of("src/build"));

    private static final int WIDEST = 120;

    private static final Pattern BEGINS_WITH_A_QUESTION =
            Pattern.compile("(/\\*\\*\\s+(\\*\\s+)?|(^|\\s)// )(What|How|Whether)\\b", Pattern.MULTILINE);

    private static final Pattern COMMENT = Pattern.compile("\\s*(/\\*|\\*|//).*");

    @Test
    void commentsSayWhatAThingIs() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files())
            if (BEGINS_WITH_A_QUESTION.matcher(Files.readString(file)).find()) found.add(file.toString());
        assertEquals(List.of(), found, "comments that begin with What, How or Whether");
    }

    /** Tables of words in tests are as wide as they have to be. */
    @Test
    void noLineIsWiderThanAWindow() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            boolean program = file.startsWith("src/main/java");
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.length() > WIDEST && (program || COMMENT.matcher(line).matches()))
                    found.add(file + ":" + (i + 1));
            }
        }
        assertEquals(List.of(), found, "lines over " + WIDEST + " columns");
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : SOURCES)
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        return all;
    }
}
